/**
 * A quotation against a text, word by word: how much of it stands there, and where. Semi-global alignment (Needleman
 * and Wunsch 1970, with free ends in the text): the whole quotation is laid over the best stretch of the text.
 */
import type { Span } from "../../document.ts";
import { type Token, tokenize } from "./tokens.ts";

export interface QuotedWord extends Token {
  /** It stands in [brackets]: an editor's word, which may be missing or stand for another. */
  inserted: boolean;
  /** Something was left out right before it: an ellipsis, or the gap between two parts of an interrupted quotation. */
  gap: boolean;
}

export interface Alignment {
  /** 1: the same words but for case, marks, ellipses and brackets; 0: nothing in common. */
  similarity: number;
  /** Where the quotation stands in the text, in UTF-16 units. */
  span: Span;
}

/** What an editor's word in brackets, or a word left out at an ellipsis, costs: nearly nothing, so that equals still prefer the literal. */
const FREE = 0.0001;
/** Two spellings of a word, or two forms of it (missile, missiles), are this far apart. */
const NEAR = 0.4;

/** The words of a quotation, with what its marks say of them. */
export function quotedWords(text: string): QuotedWord[] {
  let [depth, at] = [0, 0];
  return tokenize(text).map((token) => {
    const between = text.slice(at, token.span[0]);
    at = token.span[1];
    if (between === " ") return { ...token, inserted: depth > 0, gap: false };
    for (const mark of between) depth = Math.max(0, depth + (mark === "[" ? 1 : mark === "]" ? -1 : 0));
    const gap = /…|\.\s?\.\s?\.|\[\s*\]|\s[-–—]{2}\s/.test(between);
    return { ...token, inserted: depth > 0, gap };
  });
}

/** The best place of `quote` in `text`; `null` when either has no words. */
export function align(quote: readonly QuotedWord[], text: readonly QuotedWord[]): Alignment | null {
  if (quote.length === 0 || text.length === 0) return null;
  // row[j]: least cost of laying the words so far over a stretch that ends before text[j]; from[j]: where it begins.
  let row = Array.from({ length: text.length + 1 }, () => 0);
  let from = Array.from({ length: text.length + 1 }, (_, j) => j);
  for (const [i, word] of quote.entries()) {
    const drop = word.inserted ? FREE : 1;
    const next = [(row[0] ?? 0) + drop];
    const nextFrom = [0];
    for (let j = 1; j <= text.length; j++) {
      const own = text[j - 1] as QuotedWord;
      const skip = own.inserted || (quote[i + 1]?.gap ?? false) ? FREE : 1;
      const [swap, left, missed] = [
        (row[j - 1] ?? 0) + apart(word, own),
        (next[j - 1] ?? 0) + skip,
        (row[j] ?? 0) + (text[j]?.gap ? FREE : drop),
      ];
      const best = Math.min(swap, left, missed);
      next.push(best);
      nextFrom.push((best === swap ? from[j - 1] : best === left ? nextFrom[j - 1] : from[j]) ?? 0);
    }
    [row, from] = [next, nextFrom];
  }
  let end = 0;
  for (let j = 1; j <= text.length; j++) if ((row[j] ?? 0) < (row[end] ?? 0)) end = j;
  const [first, last] = [text[from[end] ?? 0], text[end - 1]];
  const counted = Math.max(1, quote.filter((word) => !word.inserted).length);
  if (!first || !last || end <= (from[end] ?? 0)) return { similarity: 0, span: [0, 0] };
  return {
    similarity: Math.max(0, Math.round((1 - (row[end] ?? 0) / counted) * 100) / 100),
    span: [first.span[0], last.span[1]],
  };
}

function apart(a: QuotedWord, b: QuotedWord): number {
  if (a.word === b.word) return 0;
  if (a.inserted || b.inserted) return 2 * FREE;
  return alike(a.word, b.word) ? NEAR : 1;
}

/** Forms of one word, or one slip of the pen: all but the last two letters agree, or all but one. Numbers are never alike. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 2 || short.length < 4 || /\p{N}/u.test(a + b)) return false;
  let [head, tail] = [0, 0];
  while (head < short.length && short[head] === long[head]) head++;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  return head + tail >= long.length - 1 || head >= Math.max(4, long.length - 2);
}
