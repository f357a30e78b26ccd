/** Articles that may hold a telling of some words. Only lists of rare words are read: the cost does not grow with how often "minister" stands in an archive. */
import { MOST_NEAR, telling, wordsToLookUp, worthLooking } from "../query/near.ts";
import type { Db } from "./open.ts";
import { oncePlucked } from "./prepared.ts";
import { countingIn } from "./search/counted.ts";

/** Articles that have a word are counted up to this; a word that more have is common. */
const COUNTED = 10_000;
/** Entries of lists that are read for one query. */
const READ = 30_000;

interface Looked {
  /** Words of the query that some articles have. */
  words: string[];
  /** Those that are not common, the rarest first, with how many articles have each. */
  rare: { word: string; df: number }[];
}

/** Ids (`articles.doc`) of current articles, the most alike first. */
export function articlesNear(db: Db, words: string): string[] {
  const kept = worthLooking(Array.from(scores(db, lookUp(db, words)), ([id, score]) => ({ id, score })));
  const docOf = oncePlucked<string>(db, "SELECT doc FROM articles WHERE id = ? AND current = 1");
  return kept.flatMap(({ id }) => docOf.get(id) ?? []);
}

const listed = (db: Db, match: string, most: number): number[] =>
  oncePlucked<number>(db, "SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ?").all(match, most);

function lookUp(db: Db, query: string): Looked {
  const count = countingIn(db, "article_words", COUNTED + 1);
  const looked: Looked = { words: [], rare: [] };
  for (const word of wordsToLookUp(query)) {
    const df = count(`"${word}"`);
    if (df > 0) looked.words.push(word);
    if (df > 0 && df <= COUNTED) looked.rare.push({ word, df });
  }
  looked.rare.sort((a, b) => a.df - b.df);
  return looked;
}

/** How much of the query each article has, by row id. */
function scores(db: Db, { words, rare }: Looked): Map<number, number> {
  const all = oncePlucked<number>(db, "SELECT max(id) FROM articles").get() ?? 0;
  const found = new Map<number, number>();
  let left = READ;
  for (const { word, df } of rare) {
    if (df > left) break;
    left -= df;
    const idf = telling(all, df);
    for (const id of listed(db, `"${word}"`, COUNTED)) found.set(id, (found.get(id) ?? 0) + idf);
  }
  // Where all words are common, only those that have all of them can be told from the others.
  if (found.size === 0 && words.length > 0)
    for (const id of listed(db, words.map((word) => `"${word}"`).join(" AND "), MOST_NEAR)) found.set(id, 1);
  return found;
}
