/** The vocabulary of the trace: what goes in, and the statements with their tellings that come out. */
import type { Attribution, Credit, Span } from "../../document.ts";

/** An article as the trace needs it: a reading with its outlet and date at hand. */
export interface TraceArticle {
  doc: string;
  outlet: string | null;
  title: string | null;
  /** ISO 8601 date or date-time. */
  published: string | null;
  url: string | null;
  text: string;
  /** Paragraphs, headings and the like, in order; no sentence reaches over one. */
  blocks: readonly Span[];
  credits: readonly Credit[];
  attributions: readonly Attribution[];
}

/** What altered the meaning. */
export const ALTERATIONS = ["number", "negation", "name", "modality", "meaning"] as const;
/** What happened to the telling beside its words. */
export const CIRCUMSTANCES = [
  "attribution-lost",
  "speaker-changed",
  "hedge-dropped",
  "hedge-added",
  "marks-moved",
] as const;
export type Alteration = (typeof ALTERATIONS)[number];
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** How a telling's words stand to those of the first telling. */
export type Change = "exact" | "trimmed" | "reworded" | "changed";

/** One article's version of a statement. */
export interface Telling {
  /** The article's id. */
  doc: string;
  /** The content without its outer marks, UTF-16 units of the article's text; from the first piece to the last. */
  span: Span;
  /** `null` where the article tells it in its own voice. */
  speaker: string | null;
  change: Change;
  changes: (Alteration | Circumstance)[];
  /** The article (or the name of an outlet outside the archive) it was got from; `null` for first hand. */
  relay: string | null;
  /** Whether the article itself says whom it has it from; `false` also for first hand, and where only copied text tells it. */
  credited: boolean;
}

/** The same content by the same speaker on the same occasion, with its tellings in order of time. */
export interface Statement {
  id: string;
  /** `quotation` when the first telling is in the speaker's own words. */
  kind: "quotation" | "claim";
  speaker: string | null;
  /** The article that had it first. */
  first: string;
  /** Tellings with no relay, plus different origins outside the archive. */
  independent: number;
  tellings: Telling[];
}
