/** How well matches fit: BM25 of the words that are rare enough to tell anything. */
import type { Database } from "better-sqlite3";
import type { Scope, Unit } from "../../query/match.ts";
import { and, type Query, type Words } from "../../query/query.ts";
import { COMMON, tellingItems } from "../../query/rank.ts";
import { once } from "../prepared.ts";
import { countingIn } from "./counted.ts";
import { toMatch, type WordTable } from "./fts.ts";

/** The rank of rows (statements, or articles when these are looked for), lower being better; `null` when nothing is asked for that is rare. */
export function ranksOf(db: Database, query: Query, scope: Scope, unit: Unit): Map<number, number> | null {
  const table: WordTable = unit === "statement" ? "search_words" : "article_words";
  const most = COMMON[unit];
  const count = countingIn(db, table, most + 1);
  const isRare = (word: Words): boolean => {
    const match = toMatch(word, scope, "statement");
    return match !== null && count(match.expression) <= most;
  };
  const telling = tellingItems(query, scope, unit, isRare);
  const match = telling.length > 0 ? toMatch(and(telling), scope, unit) : null;
  if (match === null) return null;
  const rows = once(db, `SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ?`).raw().all(match.expression);
  return new Map(rows as [number, number][]);
}
