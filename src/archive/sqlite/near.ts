/** Articles that may hold a telling of some words: those that share most of the rarer ones, by the full-text index. */
import { plainWords } from "../identity.ts";
import type { Db } from "./open.ts";

/** Articles looked at for one quotation or claim. */
const MOST = 200;
/** Words of the query that are looked up, the longest first: long words are the rarer ones. */
const WORDS = 12;

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const wanted = [...new Set(plainWords(words))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, WORDS);
  if (wanted.length === 0) return [];
  return db
    .prepare(
      `SELECT a.doc FROM article_words w JOIN articles a ON a.id = w.rowid
       WHERE article_words MATCH ? AND a.current = 1 ORDER BY w.rank LIMIT ${MOST}`,
    )
    .pluck()
    .all(wanted.map((word) => `"${word}"`).join(" OR ")) as string[];
}
