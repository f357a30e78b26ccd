/** Which words of a quotation or claim are looked up in all articles. Pure. */
import { plainWords } from "../identity.ts";

/** Articles looked at for one quotation or claim. */
export const MOST_NEAR = 200;
/** Words of the query that are looked up, the longest first: long words are the rarer ones. */
const WORDS = 24;

/** The words to look up, each once. */
export const wordsToLookUp = (words: string): string[] =>
  [...new Set(plainWords(words))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, WORDS);
