/**
 * Tree → SQL for PostgreSQL, over `statements s JOIN articles a` (or `articles a` alone). No condition is ever NULL, so
 * that NOT of it is its opposite.
 */
import { after } from "../../query/dates.ts";
import { type Scope, type Unit, wordField } from "../../query/match.ts";
import type { Leaf, Name, Query, Words } from "../../query/query.ts";
import { tokenize } from "../../query/tokens.ts";
import { type Field, LONGEST, OVERFLOW, phrasePattern, queryWord } from "../words.ts";
import type { Binder } from "./bind.ts";

/** The row whose index of words holds a field. */
export type Indexed = "s" | "a";

/** Where a field's words are: the column with all of them, and the index that leads there. */
const COLUMN: Record<Exclude<Field, "label">, string> = {
  content: "s.content_words",
  speaker: "s.speaker_words",
  channel: "s.channel_words",
  via: "s.via_words",
  outlet: "a.outlet_words",
  byline: "a.byline_words",
  title: "a.title_words",
  text: "a.text_words",
};

/** Words of one leaf in one field. */
export interface Sought {
  field: Exclude<Field, "label">;
  words: string[];
  prefix: boolean;
}

/** Where a leaf's words may stand; in any of these fields. `null` for one without words. */
export function soughtBy(leaf: Leaf, scope: Scope): Sought[] | null {
  if (leaf.type !== "words" && leaf.type !== "name") return null;
  const words = tokenize(leaf.text).map(({ word }) => word);
  return fieldsOf(leaf, scope).map((field) => ({ field, words, prefix: leaf.prefix }));
}

function fieldsOf(leaf: Words | Name, scope: Scope): Sought["field"][] {
  if (leaf.type === "name") return [leaf.field];
  const field = wordField(leaf, scope);
  if (field === "about") return ["content"];
  return field === "title" ? ["title"] : ["title", "text"];
}

/** Outlet and byline of an article are in the index of its statements only. */
export const indexOf = (field: Sought["field"], unit: Unit): Indexed | null => {
  if (field === "title" || field === "text") return "a";
  return unit === "statement" ? "s" : null;
};

/** All of these words, as the index can tell: more than what is meant where they must stand in a row. */
export const allWords = ({ field, words, prefix }: Sought): string =>
  words.map((word, i) => queryWord(field, word, prefix && i === words.length - 1)).join(" & ");

/** The condition that a query stands for. */
export function conditionOf(query: Query, scope: Scope, unit: Unit, binder: Binder): string {
  if (query.type === "not") return `NOT ${conditionOf(query.item, scope, unit, binder)}`;
  if (query.type === "and" || query.type === "or") {
    const items = query.items.map((item) => conditionOf(item, scope, unit, binder));
    return items.length === 0 ? "TRUE" : `(${items.join(query.type === "and" ? " AND " : " OR ")})`;
  }
  return leafCondition(query, scope, unit, binder);
}

function leafCondition(leaf: Leaf, scope: Scope, unit: Unit, binder: Binder): string {
  switch (leaf.type) {
    case "date": {
      const [test, value] = leaf.field === "since" ? [">=", leaf.value] : ["<", after(leaf.value)];
      return `(a.published IS NOT NULL AND a.published ${test} ${binder.bind(value)})`;
    }
    case "label":
      if (leaf.field === "review" && leaf.value === "confirmed") return "s.review <> 'suggested'";
      return `s.${leaf.field} = ${binder.bind(leaf.value)}`;
    case "flag":
      if (leaf.field === "negated") return `s.negated = ${leaf.value ? 1 : 0}`;
      return `s.via IS ${leaf.value ? "NOT NULL" : "NULL"}`;
    case "name":
      if (leaf.whole) return wholeName(leaf, binder);
  }
  const fields = (soughtBy(leaf, scope) ?? []).map((sought) => standsIn(sought, unit, binder));
  return `(${fields.join(" OR ")})`;
}

/** Speakers are told apart by how they are written; outlets are not, by their capitals. */
function wholeName({ field, text }: Name, binder: Binder): string {
  const of = field === "outlet" || field === "byline";
  const column = `${of ? "a" : "s"}.${field}`;
  const value = `${binder.bind(text)}::text COLLATE "C"`;
  return of
    ? `(${column} IS NOT NULL AND lower(${column}) = lower(${value}))`
    : `(${column} IS NOT NULL AND ${column} = ${value})`;
}

/** Whether these words stand in a row in their field. */
function standsIn(sought: Sought, unit: Unit, binder: Binder): string {
  const { field, words, prefix } = sought;
  if (words.length === 0) return "FALSE";
  const column = COLUMN[field];
  const index = indexOf(field, unit);
  const inRow = () => `${column} LIKE ${binder.bind(phrasePattern(words, prefix))}`;
  if (index === null) return inRow();
  const indexed = `${index}.words @@ ${binder.bind(allWords(sought))}::tsquery`;
  const overflow = `${index}.words @@ '''${OVERFLOW}'''::tsquery`;
  // One word of the index is told by it alone, where the index has all words.
  const alone = words.length === 1 && (words[0]?.length ?? 0) <= LONGEST;
  return alone ? `(${indexed} OR (${overflow} AND ${inRow()}))` : `((${indexed} OR ${overflow}) AND ${inRow()})`;
}
