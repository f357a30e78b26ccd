/**
 * Articles that may hold a telling of some words: those that share most of what the words tell, the rarer ones telling
 * more (inverse document frequency, Spärck Jones 1972). Only lists of rare words are read, so that the cost does not grow
 * with how often "minister" stands in an archive.
 */
import { MOST_NEAR, wordsToLookUp } from "../query/near.ts";
import type { Db } from "./open.ts";

/** Articles that have a word are counted up to this; a word that more have is common. */
const COUNTED = 10_000;
/** Entries of lists that are read for one query. */
const READ = 30_000;
/** Articles that share at least this much of what the best one shares are looked at, and a few that share less. */
const SHARE = 0.5;
const LESS = 30;

interface Looked {
  word: string;
  df: number;
  idf: number;
}

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const found = scores(db, lookUp(db, words));
  const ranked = [...found].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_NEAR);
  const best = ranked[0]?.[1] ?? 0;
  const kept = ranked.filter(([, score], i) => i < LESS || score >= SHARE * best);
  const docOf = db.prepare("SELECT doc FROM articles WHERE id = ? AND current = 1").pluck();
  return kept.flatMap(([id]) => (docOf.get(id) as string | undefined) ?? []);
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
    .map(({ word, df }) => ({ word, df, idf: Math.log((all + 1) / df) }))
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
