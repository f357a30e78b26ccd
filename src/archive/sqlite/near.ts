/** Articles that may hold a telling of some words: those that share most of the rarer ones, by the full-text index. */
import { MOST_NEAR, wordsToLookUp } from "../query/near.ts";
import type { Db } from "./open.ts";

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const wanted = wordsToLookUp(words);
  if (wanted.length === 0) return [];
  return db
    .prepare(
      `SELECT a.doc FROM article_words w JOIN articles a ON a.id = w.rowid
       WHERE article_words MATCH ? AND a.current = 1 ORDER BY w.rank LIMIT ${MOST_NEAR}`,
    )
    .pluck()
    .all(wanted.map((word) => `"${word}"`).join(" OR ")) as string[];
}
