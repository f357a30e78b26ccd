/** The words for labels in English: what a statement is, in what a table or a filter shows of it. */
import type { Alteration, Change, Circumstance } from "../../archive/trace/types.ts";
import type { Facet } from "../../archive/query/facets.ts";
import type { Came } from "../../attribution/relay.ts";
import type { Act, Field, Form, Framing, FurnitureKind, Kind, Naming, Review, Why } from "../../document.ts";
import type { MarkRole } from "../../views/marks.ts";

/** "1 promotion", "1,200 promotions". */
export const many = (n: number, one: string, more = `${one}s`): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : more}`;

const kind: Record<Kind, string> = {
  person: "person",
  group: "group of people",
  organisation: "organisation",
  government: "government",
  outlet: "news medium",
  document: "document",
  none: "no source",
};
const naming: Record<Naming, string> = {
  named: "named",
  role: "not named",
  anonymous: "name held back",
  none: "no source",
};
const form: Record<Form, string> = { direct: "direct quotation", mixed: "partly quoted", indirect: "paraphrase" };
const framing: Record<Framing, string> = {
  neutral: "told neutrally",
  distancing: "told with distance",
  endorsing: "treated as true",
  hearsay: "hearsay",
};
const act: Record<Act, string> = {
  claim: "claim",
  denial: "denial",
  belief: "belief",
  intention: "intention",
  directive: "directive",
  question: "question",
  silence: "no answer",
};
const came: Record<Came, string> = { "first-hand": "first-hand", relayed: "relayed", hearsay: "hearsay" };
const review: Record<Review, string> = {
  suggested: "suggested",
  accepted: "accepted",
  rejected: "rejected",
  edited: "corrected",
  added: "added",
};
const field: Record<Field, string> = {
  source: "source",
  cue: "cue",
  content: "words",
  form: "form",
  act: "act",
  negated: "negation",
  framing: "firmness",
  kind: "kind",
  naming: "naming",
  entity: "who it is",
  role: "office",
  channel: "channel",
  within: "place",
  when: "date",
  anonymity: "anonymity",
  hedges: "doubt of the source",
  ownVoice: "the article's own voice",
};
const how: Record<Why["how"], string> = { stated: "seen in the text", inferred: "concluded", unknown: "unsure" };
const markRole: Record<MarkRole, string> = {
  source: "who speaks",
  cue: "the words of saying",
  content: "what is said",
};
const furniture: Record<FurnitureKind, (n: number) => string> = {
  promo: (n) => many(n, "promotion"),
  teaser: (n) => many(n, "teaser"),
  label: (n) => many(n, "label"),
  credit: (n) => many(n, "credit"),
  byline: (n) => many(n, "byline"),
  cookies: (n) => many(n, "cookie notice"),
  newsletter: (n) => many(n, "newsletter box", "newsletter boxes"),
  sharing: (n) => many(n, "sharing link"),
  comments: (n) => many(n, "comment box", "comment boxes"),
};
const change: Record<Change | Alteration | Circumstance, string> = {
  exact: "word for word",
  trimmed: "shortened",
  reworded: "reworded",
  changed: "changed in meaning",
  number: "number changed",
  negation: "negation changed",
  name: "name changed",
  modality: "certainty changed",
  meaning: "sense changed",
  "attribution-lost": "speaker lost",
  "speaker-changed": "another speaker",
  "hedge-dropped": "doubt dropped",
  "hedge-added": "doubt added",
  "marks-moved": "quotation marks moved",
};
const facet: Record<Facet, string> = {
  speaker: "Speaker",
  outlet: "Outlet",
  kind: "Kind of source",
  naming: "Naming",
  form: "Form",
  framing: "Firmness",
  month: "Month",
};

export const labels = {
  kind,
  naming,
  form,
  framing,
  act,
  came,
  review,
  field,
  how,
  markRole,
  furniture,
  change,
  facet,
};
