/**
 * Tree → SQL for SQLite, over `statements s JOIN articles a` (or `articles a` alone). What the user wrote goes only
 * into parameters. No condition is ever NULL, so that NOT of it is its opposite.
 */
import type { Database } from "better-sqlite3";
import { after } from "../../query/dates.ts";
import { type Scope, type Unit, unitOf } from "../../query/match.ts";
import { type Match, toMatch } from "./fts.ts";
import { and, type Leaf, or, type Query } from "../../query/query.ts";
import { tokenize } from "../../query/tokens.ts";

/** A condition with its parameters in order. */
export interface Condition {
  where: string;
  params: (string | number)[];
}

/** The condition that a query stands for. It may call functions of `registerFunctions`. */
export function toSqlite(query: Query, scope: Scope = "contents", unit: Unit = unitOf(query, scope)): Condition {
  const { statements, articles, rest } = splitWords(query, scope, unit);
  const words = [statements, articles]
    .filter((match) => match !== null)
    .map((match) => inWords(match, rowOf(match, unit)));
  return join([...words, ...rest.map((item) => condition(item, scope, unit))], " AND ");
}

export interface Split {
  /** What must match in `search_words`, in `article_words`: one expression each, so that the index intersects them. */
  statements: Match | null;
  articles: Match | null;
  /** All else that must hold. */
  rest: Query[];
}

/** A query taken apart by the index that can tell. */
export function splitWords(query: Query, scope: Scope, unit: Unit): Split {
  const items = query.type === "and" ? query.items : [query];
  const tables = items.map((item) => toMatch(item.type === "not" ? item.item : item, scope, unit)?.table);
  const of = (table: string) => items.filter((_, i) => tables[i] === table);
  // A whole name is told by its column; the index of words leads there.
  const led = (table: string) =>
    table === "search_words" && unit === "statement" ? [...of(table), ...items.flatMap(wordsOfWhole)] : of(table);
  const pick = (table: string) => (led(table).length > 0 ? toMatch(and(led(table)), scope, unit) : null);
  const [statements, articles] = [pick("search_words"), pick("article_words")];
  const taken = new Set([...(statements ? of("search_words") : []), ...(articles ? of("article_words") : [])]);
  return { statements, articles, rest: items.filter((item) => !taken.has(item)) };
}

/** The words of a whole name, or of one whole name or another. */
function wordsOfWhole(item: Query): Query[] {
  if (item.type === "name" && item.whole) return [{ type: "name", field: item.field, text: item.text, prefix: false }];
  if (item.type !== "or") return [];
  const words = item.items.flatMap((one) => (one.type === "name" && !one.whole ? [one] : wordsOfWhole(one)));
  return words.length === item.items.length ? [or(words)] : [];
}

const rowOf = ({ table }: Match, unit: Unit): string =>
  table === "search_words" ? "s.id" : unit === "statement" ? "s.article" : "a.id";

/** The rows whose words match. @param row SQL for their number */
export function inWords({ table, expression }: Match, row: string): Condition {
  return { where: `${row} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, params: [expression] };
}

/** Several conditions as one; of none, one that always holds. */
export function join(parts: Condition[], operator: " AND " | " OR "): Condition {
  if (parts.length === 0) return { where: "1", params: [] };
  return { where: parts.map((part) => `(${part.where})`).join(operator), params: parts.flatMap((part) => part.params) };
}

/** The condition of one item of a query. */
export function condition(query: Query, scope: Scope, unit: Unit): Condition {
  const match = toMatch(query, scope, unit);
  if (match) return inWords(match, rowOf(match, unit));
  if (query.type === "not") {
    const { where, params } = condition(query.item, scope, unit);
    return { where: `NOT (${where})`, params };
  }
  if (query.type === "and") return toSqlite(query, scope, unit);
  if (query.type === "or") {
    const items = query.items.map((item) => condition(item, scope, unit));
    return join(items, " OR ");
  }
  return leafCondition(query);
}

function leafCondition(leaf: Leaf): Condition {
  if (leaf.type === "date") {
    const [test, value] = leaf.field === "since" ? [">=", leaf.value] : ["<", after(leaf.value)];
    return { where: `a.published IS NOT NULL AND a.published ${test} ?`, params: [value] };
  }
  if (leaf.type === "name" && leaf.whole) {
    // Speakers are told apart by how they are written; outlets are not, by their capitals.
    const [table, collation] =
      leaf.field === "outlet" || leaf.field === "byline" ? ["a", " COLLATE NOCASE"] : ["s", ""];
    return {
      where: `${table}.${leaf.field} IS NOT NULL AND ${table}.${leaf.field} = ?${collation}`,
      params: [leaf.text],
    };
  }
  if (leaf.type === "name" && (leaf.field === "outlet" || leaf.field === "byline"))
    return { where: `search_has_words(a.${leaf.field}, ?, ?)`, params: [leaf.text, leaf.prefix ? 1 : 0] };
  throw new Error(`${leaf.type} is always told by an index of words`);
}

const registered = new WeakSet<Database>();

/** `search_has_words(name, words, prefix)`: whether a name holds these words in a row, as FTS5 would say; for lists of articles. */
export function registerFunctions(db: Database): void {
  if (registered.has(db)) return;
  registered.add(db);
  const padded = (text: string) =>
    ` ${tokenize(text)
      .map((token) => token.word)
      .join(" ")}`;
  db.function("search_has_words", { deterministic: true }, (name: unknown, words: unknown, prefix: unknown) => {
    if (typeof name !== "string" || typeof words !== "string") return 0;
    const end = prefix === 1 ? "" : " ";
    return `${padded(name)} `.includes(padded(words) + end) ? 1 : 0;
  });
}
