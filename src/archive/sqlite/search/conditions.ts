/**
 * Tree → SQL for SQLite, over `statements s JOIN articles a` (or `articles a` alone). What the user wrote goes only
 * into parameters. No condition is ever NULL, so that NOT of it is its opposite.
 */
import type { Database } from "better-sqlite3";
import { after } from "../../query/dates.ts";
import { type Scope, type Unit, unitOf } from "../../query/match.ts";
import { type Match, type NumbersOf, toMatch } from "./fts.ts";
import { and, type Leaf, type Query } from "../../query/query.ts";
import { tokenize } from "../../query/tokens.ts";
import { numbersIn } from "./names.ts";

/** A condition with its parameters in order. */
export interface Condition {
  where: string;
  params: (string | number)[];
}

/** What a query is taken for: where its words are looked for, what it lists, and which names its names stand for. */
export interface Sense {
  scope: Scope;
  unit: Unit;
  numbersOf: NumbersOf;
}

/** @param unit what is listed, where that is not told by the query itself */
export const senseOf = (
  db: Database,
  query: Query,
  scope: Scope = "contents",
  unit: Unit = unitOf(query, scope),
): Sense => ({ scope, unit, numbersOf: numbersIn(db) });

/** The expression for a query, as its sense has it. */
export const matchOf = (query: Query, { scope, unit, numbersOf }: Sense): Match | null =>
  toMatch(query, scope, unit, numbersOf);

/** The condition that a query stands for. It may call functions of `registerFunctions`. */
export function toSqlite(query: Query, sense: Sense): Condition {
  const { statements, articles, rest } = splitWords(query, sense);
  const words = [statements, articles]
    .filter((match) => match !== null)
    .map((match) => inWords(match, rowOf(match, sense.unit)));
  return join([...words, ...rest.map((item) => condition(item, sense))], " AND ");
}

export interface Split {
  /** What must match in `search_words`, in `article_words`: one expression each, so that the index intersects them. */
  statements: Match | null;
  articles: Match | null;
  /** All else that must hold. */
  rest: Query[];
}

/** A query taken apart by the index that can tell. */
export function splitWords(query: Query, sense: Sense): Split {
  const items = query.type === "and" ? query.items : [query];
  const tables = items.map((item) => matchOf(item.type === "not" ? item.item : item, sense)?.table);
  const of = (table: string) => items.filter((_, i) => tables[i] === table);
  const pick = (table: string) => (of(table).length > 0 ? matchOf(and(of(table)), sense) : null);
  const [statements, articles] = [pick("search_words"), pick("article_words")];
  const taken = new Set([...(statements ? of("search_words") : []), ...(articles ? of("article_words") : [])]);
  return { statements, articles, rest: items.filter((item) => !taken.has(item)) };
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
export function condition(query: Query, sense: Sense): Condition {
  const match = matchOf(query, sense);
  if (match) return inWords(match, rowOf(match, sense.unit));
  if (query.type === "not") {
    const { where, params } = condition(query.item, sense);
    return { where: `NOT (${where})`, params };
  }
  if (query.type === "and") return toSqlite(query, sense);
  if (query.type === "or") {
    const items = query.items.map((item) => condition(item, sense));
    return join(items, " OR ");
  }
  return leafCondition(query);
}

function leafCondition(leaf: Leaf): Condition {
  if (leaf.type === "date") {
    const [test, value] = leaf.field === "since" ? [">=", leaf.value] : ["<", after(leaf.value)];
    return { where: `a.published IS NOT NULL AND a.published ${test} ?`, params: [value] };
  }
  if (leaf.type !== "name") throw new Error(`${leaf.type} is always told by an index of words`);
  const ofArticle = leaf.field === "outlet" || leaf.field === "byline";
  const column = `${ofArticle ? "a" : "s"}.${leaf.field}`;
  if (!leaf.whole) return { where: `search_has_words(${column}, ?, ?)`, params: [leaf.text, leaf.prefix ? 1 : 0] };
  return { where: `${column} IS NOT NULL AND ${column} = ?${ofArticle ? " COLLATE NOCASE" : ""}`, params: [leaf.text] };
}

const registered = new WeakSet<Database>();

/** `search_has_words(name, words, prefix)`: whether a name holds these words in a row, as FTS5 would say; where no index tells. */
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
