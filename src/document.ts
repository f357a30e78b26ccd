/**
 * The vocabulary of Hearsay as types: what comes in, what was found on the page, and who says what.
 * Every other module imports from here; this one imports from nobody.
 */

/** Half-open `[start, end)` in UTF-16 units of `Document.text`. */
export type Span = readonly [start: number, end: number];

/** What a person hands over: one article as text or HTML, with whatever is known of it from outside. */
export interface ArticleInput {
  /** Name of the article in every output (`doc`): an `id`, or a file's name without its extensions. */
  id: string;
  /** The decoded text or HTML source. */
  body: string;
  kind: "text" | "html";
  /** Metadata given from outside (flags, JSONL fields); it wins over what the page says. */
  given?: Partial<Pick<ArticleMeta, MetaField>>;
  /** When a crawler fetched it, ISO 8601 (the date of a WARC record). Not when it was published. */
  captured?: string;
}

export type MetaField = "title" | "byline" | "outlet" | "published" | "modified" | "language" | "url";

/** Where a piece of metadata was read from. */
export type MetaOrigin =
  | "given"
  | "json-ld"
  | "open-graph"
  | "meta"
  | "microdata"
  | "link"
  | "visible"
  | "text"
  | "detected";

/** What is known of the article itself; `null` where nobody says. */
export interface ArticleMeta {
  title: string | null;
  /** Names of the authors, without "By", joined by ", ". */
  byline: string | null;
  outlet: string | null;
  /** ISO 8601 date or date-time, as precise as the page tells. */
  published: string | null;
  modified: string | null;
  /** BCP 47 primary tag such as `en`. */
  language: string | null;
  /** Canonical address. */
  url: string | null;
  /** Which part of the page (or which flag) each filled field came from. */
  from: Partial<Record<MetaField, MetaOrigin>>;
}

/**
 * `headline` is the article's own title where it stands in the text; the others are what readers of a page would call them.
 * `quotation` is a block that stands as a quotation by its form (an HTML blockquote).
 */
export type BlockKind = "headline" | "paragraph" | "heading" | "list" | "quotation" | "caption";

/** A stretch of the article itself. */
export interface Block {
  kind: BlockKind;
  span: Span;
}

export type FurnitureKind =
  | "promo"
  | "teaser"
  | "label"
  | "credit"
  | "byline"
  | "cookies"
  | "newsletter"
  | "sharing"
  | "comments";

/** A stretch of the page that is not the article: kept and labelled, never silently dropped. */
export interface Furniture {
  kind: FurnitureKind;
  span: Span;
  /** Why it was set aside, in words a journalist understands. */
  reason: string;
}

/** A place where the article says its matter comes from. */
export interface Credit {
  outlet: string | null;
  person: string | null;
  title: string | null;
  /** Where it stands in `text`; `null` when it was read from a part of the page that is not in `text`. */
  span: Span | null;
  /** The words it was read from. */
  text: string;
}

/** An article as read: its text, and what was found on the page. Blocks and furniture together tile every non-blank character. */
export interface Document {
  doc: string;
  text: string;
  blocks: Block[];
  article: ArticleMeta;
  furniture: Furniture[];
  credits: Credit[];
}

export const FORMS = ["direct", "mixed", "indirect"] as const;
export const ACTS = ["claim", "denial", "belief", "intention", "directive", "question", "silence"] as const;
export const FRAMINGS = ["neutral", "distancing", "endorsing", "hearsay"] as const;
export const KINDS = ["person", "group", "organisation", "government", "outlet", "document", "none"] as const;
export const NAMINGS = ["named", "role", "anonymous", "none"] as const;

/** Where a human's review of an attribution stands; `suggested`: nobody has looked at it. */
export const REVIEWS = ["suggested", "accepted", "rejected", "edited", "added"] as const;

/** How specifically a source without a name is described: "a source" · "a senior official" · "a person briefed on the call". */
export const DESCRIPTIONS = ["bare", "general", "specific"] as const;
/** What a source without a name is used for. */
export const CARRIES = ["fact", "opinion", "other"] as const;

export type Description = (typeof DESCRIPTIONS)[number];
export type Carries = (typeof CARRIES)[number];
export type Review = (typeof REVIEWS)[number];
export type Form = (typeof FORMS)[number];
export type Act = (typeof ACTS)[number];
export type Framing = (typeof FRAMINGS)[number];
export type Kind = (typeof KINDS)[number];
export type Naming = (typeof NAMINGS)[number];

/** When the saying took place. */
export interface When {
  span: Span;
  /** ISO date, month, year or interval; `null` when it cannot be told. */
  value: string | null;
}

/** What the rules of news agencies ask of a source whose name is held back. */
export interface Anonymity {
  description: Description;
  /** The words that say why the name is held back; `null` where the article gives no reason. */
  reason: Span | null;
  /** `other`: neither tells what is nor judges it (a wish, an order, a question, silence). */
  carries: Carries;
}

/** Fields of an attribution that a step decides and must account for. */
export type Field =
  | "source"
  | "cue"
  | "content"
  | "form"
  | "act"
  | "negated"
  | "framing"
  | "kind"
  | "naming"
  | "entity"
  | "role"
  | "channel"
  | "within"
  | "when"
  | "anonymity"
  | "hedges"
  | "ownVoice";

/** How one field is known. */
export interface Why {
  /** `stated`: the words say it; `inferred`: a rule or the model concluded it; `unknown`: it could not be told. */
  how: "stated" | "inferred" | "unknown";
  /** The step that decided it (file name of the finder or refiner, or `tagger`). */
  by: string;
  /** In words a journalist understands. */
  reason: string;
  /** 0 to 1. */
  confidence: number;
}

/** One source–cue–content triple with its labels; the labels are defined in docs/labels.md. */
export interface Attribution {
  /** `a1`, `a2`, … in order of the text; one that a human added or kept is named after the correction. */
  id: string;
  source: Span[];
  cue: Span[];
  content: Span[];
  form: Form;
  act: Act;
  negated: boolean;
  framing: Framing;
  kind: Kind;
  naming: Naming;
  entity: string | null;
  role: string | null;
  channel: Span[];
  /** The id of the attribution in whose content this one stands. */
  within: string | null;
  when: When | null;
  /** Set when the source is `anonymous`. */
  anonymity?: Anonymity;
  /** Words in the content by which the source leaves it open ("may", "probably"): the source's doubt, not the article's. */
  hedges?: Span[];
  /** Where the article says the same in its own voice, without giving it to anybody. */
  ownVoice?: Span;
  /** Set when it stands inside furniture (a teaser, say): it does not count as the article's own. */
  furniture?: true;
  /** How sure Hearsay is that this attribution is there at all, 0 to 1. */
  confidence: number;
  why: Partial<Record<Field, Why>>;
  /** What the content means, as signed bytes in base64 whose cosines tell paraphrases; only in archives. */
  meaning?: string;
  /** Set once corrections have been applied (docs/corrections.md); what a machine has read carries none. */
  review?: Review;
  /** Who decided last; missing where nobody did. */
  reviewedBy?: string;
}

/** One step's account of what it made, changed or dropped (only kept when asked for). */
export interface TraceStep {
  /** File name of the step. */
  step: string;
  /** `dropped`: the attribution is not in the reading; `reason` then goes on after "because". */
  did: "changed" | "dropped";
  /** The attribution concerned, by its final id; `null` where it is not in the reading. */
  attribution: string | null;
  reason: string;
  span: Span | null;
}

/** A document with its attributions: what `hearsay read --json` prints. */
export interface Reading extends Document {
  attributions: Attribution[];
  /** Present when tracing was asked for. */
  trace?: TraceStep[];
}
