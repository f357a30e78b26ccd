/** Parts of a query → expressions of SQLite's FTS5. The archive binds them as parameters. */
import { type Leaf, leaves, type Query, type WordField, type Words } from "./query.ts";

/** Where free words are looked for. */
export const SCOPES = ["contents", "text", "headlines"] as const;
export type Scope = (typeof SCOPES)[number];

/** What is looked for: statements, or articles when nothing is asked of a statement. */
export type Unit = "statement" | "article";

/** `search_words` holds what can be asked of statements (see indexes.ts); `article_words` titles and whole texts. */
export type WordTable = "search_words" | "article_words";

/** An FTS5 expression and the table that it is for. */
export interface Match {
  table: WordTable;
  expression: string;
}

/** Matches every statement. */
export const ALL = 'labels : "all"';

const SCOPE_FIELDS: Record<Scope, WordField> = { contents: "about", text: "text", headlines: "title" };

/** The field that words are looked for in. */
export const wordField = (words: Words, scope: Scope): WordField => words.field ?? SCOPE_FIELDS[scope];

/** Articles when words are looked for in whole texts or headlines and nothing is asked of a statement. */
export function unitOf(query: Query, scope: Scope): Unit {
  return scope === "contents" || leaves(query).some((leaf) => ofStatement(leaf, scope)) ? "statement" : "article";
}

function ofStatement(leaf: Leaf, scope: Scope): boolean {
  if (leaf.type === "words") return wordField(leaf, scope) === "about";
  if (leaf.type === "name") return leaf.field !== "outlet" && leaf.field !== "byline";
  return leaf.type !== "date";
}

/** An FTS5 string: its own tokeniser splits what is in it, and words split from one string must stand in a row. */
const phrase = (text: string, prefix: boolean): string => `"${text.replaceAll('"', '""')}"${prefix ? "*" : ""}`;

/** What FTS5 looks for to find a leaf; `null` where no index of words holds it. */
export function leafMatch(leaf: Leaf, scope: Scope, unit: Unit): Match | null {
  const of = (table: WordTable, column: string, text: string, prefix = false): Match => {
    return { table, expression: `${column} : ${phrase(text, prefix)}` };
  };
  if (leaf.type === "words") {
    const field = wordField(leaf, scope);
    if (field === "about") return of("search_words", "content", leaf.text, leaf.prefix);
    return of("article_words", field === "title" ? "title" : "{title text}", leaf.text, leaf.prefix);
  }
  if (unit === "article" || leaf.type === "date" || (leaf.type === "name" && leaf.whole)) return null;
  if (leaf.type === "name") return of("search_words", leaf.field, leaf.text, leaf.prefix);
  const label = leaf.type === "label" ? leaf.field + leaf.value : `${leaf.field}${leaf.value ? "yes" : "no"}`;
  return of("search_words", "labels", label);
}

/** The whole tree as one FTS5 expression; `null` when no one index can tell. */
export function toMatch(query: Query, scope: Scope, unit: Unit): Match | null {
  if (query.type === "not") return toMatch({ type: "and", items: [query] }, scope, unit);
  if (query.type !== "and" && query.type !== "or") return leafMatch(query, scope, unit);
  const conjunction = query.type === "and";
  // In an OR, "not x" is an item like another; in an AND it is taken away from the rest.
  const [minus, plus] = conjunction ? partition(query.items) : [[], query.items];
  const wanted = plus.map((item) => toMatch(item, scope, unit));
  const unwanted = minus.map((item) => toMatch(item, scope, unit));
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
