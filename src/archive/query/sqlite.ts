/**
 * Tree → SQL for SQLite, over `statements s JOIN articles a` (or `articles a` alone). What the user wrote goes only
 * into parameters. No condition is ever NULL, so that NOT of it is its opposite.
 */
import { after } from "./dates.ts";
import { type Match, phrase, type Scope, toMatch, type WordTable, wordField } from "./match.ts";
import { and, type Leaf, leaves, type NameField, type Query } from "./query.ts";

/** A condition with its parameters in order. */
export interface Condition {
  where: string;
  params: (string | number)[];
}

/** What is looked for: statements, or articles when nothing is asked of a statement. */
export type Unit = "statement" | "article";

const NAME_COLUMNS: Record<NameField, string> = {
  speaker: "s.speaker",
  outlet: "a.outlet",
  channel: "s.channel",
  via: "s.via",
  byline: "a.byline",
};
const ROWS: Record<WordTable, string> = { statement_words: "s.id", article_words: "a.id" };
const EVERYTHING: Condition = { where: "1", params: [] };

/** The condition that a query stands for. */
export function toSqlite(query: Query, scope: Scope = "contents"): Condition {
  const { words, rest } = splitWords(query, scope);
  const parts = [...words.map(inWords), ...rest.map((item) => condition(item, scope))];
  return join(parts, " AND ");
}

/** Articles when words are looked for in whole texts or headlines and nothing is asked of a statement. */
export function unitOf(query: Query, scope: Scope): Unit {
  return scope === "contents" || leaves(query).some((leaf) => ofStatement(leaf, scope)) ? "statement" : "article";
}

function ofStatement(leaf: Leaf, scope: Scope): boolean {
  if (leaf.type === "words") return wordField(leaf, scope) === "about";
  if (leaf.type === "name") return NAME_COLUMNS[leaf.field].startsWith("s.");
  return leaf.type !== "date";
}

/**
 * A query taken apart: what must match in each table of words (one expression each, so that the index intersects
 * them), and all else. Everything must hold.
 */
export function splitWords(query: Query, scope: Scope): { words: Match[]; rest: Query[] } {
  const items = query.type === "and" ? query.items : [query];
  const words: Match[] = [];
  let rest = items;
  for (const table of ["statement_words", "article_words"] as const) {
    const belongs = (item: Query) => toMatch(item.type === "not" ? item.item : item, scope)?.table === table;
    const match = toMatch(and(rest.filter(belongs)), scope);
    if (match === null) continue;
    words.push(match);
    rest = rest.filter((item) => !belongs(item));
  }
  return { words, rest };
}

/** The rows whose words match. */
export function inWords({ table, expression }: Match): Condition {
  return { where: `${ROWS[table]} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, params: [expression] };
}

/** Several conditions as one; of none, one that always holds. */
export function join(parts: Condition[], operator: " AND " | " OR "): Condition {
  if (parts.length === 0) return EVERYTHING;
  return { where: parts.map((part) => `(${part.where})`).join(operator), params: parts.flatMap((part) => part.params) };
}

/** The condition of an item that is not an `and` at the top. */
export function condition(query: Query, scope: Scope): Condition {
  const match = toMatch(query, scope);
  if (match) return inWords(match);
  switch (query.type) {
    case "not": {
      const { where, params } = condition(query.item, scope);
      return { where: `NOT (${where})`, params };
    }
    case "and":
      return toSqlite(query, scope);
    case "or":
      return join(
        query.items.map((item) => condition(item, scope)),
        " OR ",
      );
    default:
      return leafCondition(query);
  }
}

function leafCondition(leaf: Leaf): Condition {
  switch (leaf.type) {
    case "label":
      return { where: `s.${leaf.field} IS ?`, params: [leaf.value] };
    case "negated":
      return { where: `s.negated IS ${leaf.value ? "" : "NOT "}1`, params: [] };
    case "date": {
      const [test, value] = leaf.field === "since" ? [">=", leaf.value] : ["<", after(leaf.value)];
      return { where: `a.published IS NOT NULL AND a.published ${test} ?`, params: [value] };
    }
    case "name": {
      const column = NAME_COLUMNS[leaf.field];
      const named = "SELECT rowid FROM search_name_words WHERE search_name_words MATCH ?";
      const where = `${column} IS NOT NULL AND ${column} IN (SELECT name FROM search_names WHERE id IN (${named}))`;
      return { where, params: [phrase(leaf.text, leaf.prefix)] };
    }
    default:
      throw new Error("words are always an FTS5 expression");
  }
}
