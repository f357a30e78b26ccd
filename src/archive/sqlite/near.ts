/** Articles that may hold a telling of some words. Only lists of rare words are read: the cost does not grow with how often "minister" stands in an archive. */
import { MOST_NEAR, telling, wordsToLookUp, worthLooking } from "../query/near.ts";
import type { Db } from "./open.ts";
import { oncePlucked } from "./prepared.ts";

/** Articles that have a word are counted up to this; a word that more have is common. */
const COUNTED = 10_000;
/** Entries of lists that are read for one query. */
const READ = 30_000;

interface Looked {
  word: string;
  /** The articles that have it, by row id, or the first of them: `COUNTED` and one more are read of a common word. */
  articles: readonly number[];
}

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const kept = worthLooking(Array.from(scores(db, lookUp(db, words)), ([id, score]) => ({ id, score })));
  const docOf = oncePlucked<string>(db, "SELECT doc FROM articles WHERE id = ? AND current = 1");
  return kept.flatMap(({ id }) => docOf.get(id) ?? []);
}

const listed = (db: Db, match: string, most: number): number[] =>
  oncePlucked<number>(db, "SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ?").all(match, most);

/** The words with the articles that have each, the rarest first; those that none has are left out. */
const lookUp = (db: Db, words: string): Looked[] =>
  wordsToLookUp(words)
    .map((word) => ({ word, articles: listed(db, `"${word}"`, COUNTED + 1) }))
    .filter(({ articles }) => articles.length > 0)
    .sort((a, b) => a.articles.length - b.articles.length);

/** How much of the query each article has, by row id. */
function scores(db: Db, looked: readonly Looked[]): Map<number, number> {
  const all = oncePlucked<number>(db, "SELECT max(id) FROM articles").get() ?? 0;
  const found = new Map<number, number>();
  let left = READ;
  for (const { articles } of looked) {
    const df = articles.length;
    if (df > COUNTED || df > left) break;
    left -= df;
    const idf = telling(all, df);
    for (const id of articles) found.set(id, (found.get(id) ?? 0) + idf);
  }
  // Where all words are common, only those that have all of them can be told from the others.
  if (found.size === 0 && looked.length > 0)
    for (const id of listed(db, looked.map(({ word }) => `"${word}"`).join(" AND "), MOST_NEAR)) found.set(id, 1);
  return found;
}
