/**
 * Which words of a quotation or claim are looked up in all articles, and which articles are worth looking at: those that
 * share most of what the words tell, the rarer ones telling more (inverse document frequency, Spärck Jones 1972). Pure.
 */
import { plainWords } from "../identity.ts";

/** Articles looked at for one quotation or claim. */
export const MOST_NEAR = 200;
/** Words of the query that are looked up, the longest first: long words are the rarer ones. */
const WORDS = 24;

/** The words to look up, each once. */
export const wordsToLookUp = (words: string): string[] =>
  [...new Set(plainWords(words))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, WORDS);

/** Articles that share at least this much of what the best one shares are looked at, and a few that share less. */
const SHARE = 0.5;
const LESS = 30;
/** Scores are compared to so many decimals: sums come in different orders. */
const DECIMALS = 6;

/** How much a word tells. @param all articles there are. @param having articles that have it */
export const telling = (all: number, having: number): number => Math.log((all + 1) / having);

/** An article with the sum of what its words tell. */
export interface Scored {
  id: number;
  score: number;
}

/** The articles to look at, the most alike first, the later ones of equals. */
export function worthLooking<T extends Scored>(found: readonly T[]): T[] {
  const floor = floorOf(found);
  const rounded = found
    .filter(({ score }) => score >= floor)
    .map((one) => ({ one, score: Number(one.score.toFixed(DECIMALS)) }));
  const ranked = rounded.sort((a, b) => b.score - a.score || b.one.id - a.one.id).slice(0, MOST_NEAR);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }, i) => i < LESS || score >= SHARE * best).map(({ one }) => one);
}

/** Whatever scores less is not among the first, however scores are rounded: rounding and sorting all that share a word takes longer than finding them. */
function floorOf(found: readonly Scored[]): number {
  if (found.length <= MOST_NEAR) return Number.NEGATIVE_INFINITY;
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  return (scores[scores.length - MOST_NEAR] as number) - 10 ** -DECIMALS;
}
