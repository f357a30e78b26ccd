/**
 * A search query as a tree. The constructors keep it in one normal form (no group of one, no group straight inside
 * its like, no double negation), so that two ways of writing the same query are the same tree.
 */
import { ACTS, FORMS, FRAMINGS, KINDS, NAMINGS } from "../../document.ts";

/**
 * Where a human's review of a statement stands; `confirmed`: somebody accepted, edited or added it. Those that somebody
 * rejected are in no search.
 */
const REVIEWED = ["suggested", "confirmed", "accepted", "edited", "added"] as const;

/** Labels of a statement and the values each may have. */
export const LABELS = {
  kind: KINDS,
  naming: NAMINGS,
  form: FORMS,
  act: ACTS,
  framing: FRAMINGS,
  review: REVIEWED,
} as const satisfies Record<string, readonly string[]>;

/** Fields that hold a name, matched on its whole words. */
/** What is so or not: `negated`, the saying itself is denied; `relayed`, somebody stands between the speaker and the article. */
export const FLAGS = ["negated", "relayed"] as const;
export type Flag = (typeof FLAGS)[number];

export const NAME_FIELDS = ["speaker", "outlet", "channel", "via", "byline"] as const;
/** Where words are looked for: in the contents of statements, in the whole article, in its title. */
export const WORD_FIELDS = ["about", "text", "title"] as const;
export const DATE_FIELDS = ["since", "until"] as const;

export type LabelField = keyof typeof LABELS;
export type NameField = (typeof NAME_FIELDS)[number];
export type WordField = (typeof WORD_FIELDS)[number];
export type DateField = (typeof DATE_FIELDS)[number];

/** Words to find. `exact`: these words in this order (it was quoted); `prefix`: it may go on (`missil*`). */
export interface Words {
  type: "words";
  /** `null` for free words, which are looked for where the search is set to. */
  field: WordField | null;
  text: string;
  exact: boolean;
  prefix: boolean;
}

/** Whole words of a name, in this order, whatever the case and the accents; with `whole`, all of it, as it is written. */
export interface Name {
  type: "name";
  field: NameField;
  text: string;
  prefix: boolean;
  whole?: true;
}

export interface Label {
  type: "label";
  field: LabelField;
  value: string;
}

export interface Negated {
  type: "flag";
  field: Flag;
  value: boolean;
}

/** `value`: YYYY, YYYY-MM or YYYY-MM-DD; `until` includes the whole of it. */
export interface DateLimit {
  type: "date";
  field: DateField;
  value: string;
}

export type Leaf = Words | Name | Label | Negated | DateLimit;
export type Group = { type: "and"; items: Query[] } | { type: "or"; items: Query[] };
export type Not = { type: "not"; item: Query };
/** An `and` of nothing is the empty query: it matches everything. */
export type Query = Leaf | Group | Not;

/** All of them; one of them. */
export const and = (items: readonly Query[]): Query => group("and", items);
export const or = (items: readonly Query[]): Query => group("or", items);
export const not = (item: Query): Query => (item.type === "not" ? item.item : { type: "not", item });

function group(type: Group["type"], items: readonly Query[]): Query {
  const flat = items.flatMap((item) => (item.type === type ? item.items : [item]));
  return flat.length === 1 && flat[0] ? flat[0] : ({ type, items: flat } as Group);
}

/** All leaves in order. */
export function leaves(query: Query): Leaf[] {
  if (query.type === "not") return leaves(query.item);
  return query.type === "and" || query.type === "or" ? query.items.flatMap(leaves) : [query];
}

/** The leaves that a match may have and that speak for it: those under an even number of negations. */
export function wantedLeaves(query: Query, wanted = true): Leaf[] {
  if (query.type === "not") return wantedLeaves(query.item, !wanted);
  if (query.type === "and" || query.type === "or") return query.items.flatMap((item) => wantedLeaves(item, wanted));
  return wanted ? [query] : [];
}
