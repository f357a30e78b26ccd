/** How well matches fit: BM25 of the words that are rare enough to tell anything. */
import type { Database } from "better-sqlite3";
import { and, type Query, type Words } from "../../query/query.ts";
import { COMMON, tellingItems } from "../../query/rank.ts";
import { once } from "../prepared.ts";
import { matchOf, type Sense } from "./conditions.ts";
import { countingIn } from "./counted.ts";
import type { WordTable } from "./fts.ts";

/** The rank of rows (statements, or articles when these are looked for), lower being better; `null` when nothing is asked for that is rare. */
export function ranksOf(db: Database, query: Query, sense: Sense): Map<number, number> | null {
  const { scope, unit } = sense;
  const table: WordTable = unit === "statement" ? "search_words" : "article_words";
  const most = COMMON[unit];
  const count = countingIn(db, table, most + 1);
  const isRare = (word: Words): boolean => {
    const match = matchOf(word, sense);
    return match !== null && count(match.expression) <= most;
  };
  const telling = tellingItems(query, scope, unit, isRare);
  const match = telling.length > 0 ? matchOf(and(telling), sense) : null;
  if (match === null) return null;
  const rows = once(db, `SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ?`).raw().all(match.expression);
  return new Map(rows as [number, number][]);
}
