/** Articles that may hold a telling of some words. Only lists of rare words are read: the cost does not grow with how often "minister" stands in an archive. */
import { MOST_NEAR, telling, wordsToLookUp, worthLooking } from "../query/near.ts";
import type { Db } from "./open.ts";

/** Articles that have a word are counted up to this; a word that more have is common. */
const COUNTED = 10_000;
/** Entries of lists that are read for one query. */
const READ = 30_000;

interface Looked {
  word: string;
  df: number;
  idf: number;
}

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const found = scores(db, lookUp(db, words));
  const kept = worthLooking([...found].map(([id, score]) => ({ id, score })));
  const docOf = db.prepare("SELECT doc FROM articles WHERE id = ? AND current = 1").pluck();
  return kept.flatMap(({ id }) => (docOf.get(id) as string | undefined) ?? []);
}

/** The words with how many articles have each, the rarest first; those that none has are left out. */
function lookUp(db: Db, words: string): Looked[] {
  const wanted = wordsToLookUp(words);
  const count = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT ${COUNTED + 1})`)
    .pluck();
  const all = (db.prepare("SELECT max(id) FROM articles").pluck().get() as number | null) ?? 0;
  return wanted
    .map((word) => ({ word, df: count.get(`"${word}"`) as number }))
    .filter(({ df }) => df > 0)
    .map(({ word, df }) => ({ word, df, idf: telling(all, df) }))
    .sort((a, b) => a.df - b.df);
}

/** How much of the query each article has, by row id. */
function scores(db: Db, looked: readonly Looked[]): Map<number, number> {
  const list = db.prepare(`SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ${READ}`).pluck();
  const found = new Map<number, number>();
  let left = READ;
  for (const { word, df, idf } of looked) {
    if (df > COUNTED || df > left) break;
    left -= df;
    for (const id of list.iterate(`"${word}"`) as Iterable<number>) found.set(id, (found.get(id) ?? 0) + idf);
  }
  // Where all words are common, only those that have all of them can be told from the others.
  if (found.size === 0 && looked.length > 0)
    for (const id of list.iterate(looked.map(({ word }) => `"${word}"`).join(" AND ")) as Iterable<number>) {
      found.set(id, 1);
      if (found.size >= MOST_NEAR) break;
    }
  return found;
}
