/** Parts of a query → expressions of SQLite's FTS5. The archive binds them as parameters. */
import { type Scope, type Unit, wordField } from "../../query/match.ts";
import type { Label, Leaf, Name, Query } from "../../query/query.ts";
import { ALL_CODES, cleared, labelCodes, nameCode, NOTHING, RELAYED, reviewCode } from "./codes.ts";

/** `search_words` holds what can be asked of statements (see kept.ts); `article_words` titles and whole texts. */
export type WordTable = "search_words" | "article_words";

/** An FTS5 expression and the table that it is for. */
export interface Match {
  table: WordTable;
  expression: string;
}

/** The numbers (`search_values`) of the names that a leaf stands for; `null` where they are too many to be asked for one by one. */
export type NumbersOf = (name: Name) => readonly number[] | null;

/** An FTS5 string: its own tokeniser splits what is in it, and words split from one string must stand in a row. */
export const phrase = (text: string, prefix: boolean): string => `"${text.replaceAll('"', '""')}"${prefix ? "*" : ""}`;

/** One of these codes; of none, nothing. */
export const oneOf = (codes: readonly string[]): string =>
  `(${(codes.length > 0 ? codes : [NOTHING]).map((code) => `"${code}"`).join(" OR ")})`;

/** Matches every statement. */
export const ALL = oneOf(ALL_CODES);

/** What FTS5 looks for to find a leaf; `null` where no index of words holds it. */
function leafMatch(leaf: Leaf, scope: Scope, unit: Unit, numbersOf: NumbersOf): Match | null {
  if (leaf.type === "words") {
    const field = wordField(leaf, scope);
    const words = phrase(cleared(leaf.text), leaf.prefix);
    if (field === "about") return { table: "search_words", expression: words };
    return { table: "article_words", expression: `${field === "title" ? "title" : "{title text}"} : ${words}` };
  }
  if (unit === "article" || leaf.type === "date") return null;
  if (leaf.type === "name") {
    const numbers = numbersOf(leaf);
    return numbers && { table: "search_words", expression: oneOf(numbers.map((id) => nameCode(leaf.field, id))) };
  }
  if (leaf.type === "label") return { table: "search_words", expression: labelled(leaf) };
  if (leaf.field === "negated")
    return { table: "search_words", expression: oneOf(labelCodes("negated", leaf.value ? "1" : "0")) };
  return { table: "search_words", expression: leaf.value ? `"${RELAYED}"` : `${ALL} NOT "${RELAYED}"` };
}

function labelled({ field, value }: Label): string {
  if (field !== "review") return oneOf(labelCodes(field, value));
  // Nearly all are suggested: only the others have a code for it.
  return value === "suggested" ? `${ALL} NOT "${reviewCode("confirmed")}"` : `"${reviewCode(value)}"`;
}

/** The whole tree as one FTS5 expression; `null` when no one index can tell. */
export function toMatch(query: Query, scope: Scope, unit: Unit, numbersOf: NumbersOf): Match | null {
  if (query.type === "not") return toMatch({ type: "and", items: [query] }, scope, unit, numbersOf);
  if (query.type !== "and" && query.type !== "or") return leafMatch(query, scope, unit, numbersOf);
  const conjunction = query.type === "and";
  // In an OR, "not x" is an item like another; in an AND it is taken away from the rest.
  const [minus, plus] = conjunction ? partition(query.items) : [[], query.items];
  const wanted = plus.map((item) => toMatch(item, scope, unit, numbersOf));
  const unwanted = minus.map((item) => toMatch(item, scope, unit, numbersOf));
  const table = [...wanted, ...unwanted][0]?.table;
  const one = [...wanted, ...unwanted].every((match) => match !== null && match.table === table);
  // FTS5 knows no NOT without something to take away from, and of articles there is no list of all.
  if (!table || !one || (wanted.length === 0 && table === "article_words")) return null;
  const list = (matches: (Match | null)[], operator: string) =>
    matches.map((match) => `(${match?.expression})`).join(` ${operator} `);
  const base = wanted.length === 0 ? ALL : list(wanted, conjunction ? "AND" : "OR");
  return { table, expression: unwanted.length > 0 ? `(${base}) NOT (${list(unwanted, "OR")})` : base };
}

/** What is excluded, and the rest. */
function partition(items: Query[]): [minus: Query[], plus: Query[]] {
  const minus = items.flatMap((item) => (item.type === "not" ? [item.item] : []));
  return [minus, items.filter((item) => item.type !== "not")];
}
