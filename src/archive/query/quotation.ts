/**
 * Which statements are worth comparing with a quotation, whatever the store: those that share its rarer words, or
 * failing these short runs of its words; and what comparing says of each. Pure; the store counts and looks up.
 */
import { UsageError } from "../../error.ts";
import { align, type QuotedWord, quotedWords } from "./align.ts";
import type { Piece } from "./highlight.ts";
import { tokenize } from "./tokens.ts";

/** Words of a quotation that are read; a longer one is found by its beginning. */
const WORDS = 120;
/** A word in at most so many statements is rare and looked up alone; so many statements are taken of one lookup. */
export const RARE = 3_000;
/** Up to so many, it is looked up together with another; words are counted no further. */
export const MEDIUM = 20_000;
/** Lookups of one sort, and candidates that are aligned. */
const LOOKUPS = 8;
const CANDIDATES = 200;
/** Words of a run that is looked up where all words are common, and how many runs: each reads long lists. */
const RUN = 4;
const RUNS = 3;

/** Contents that hold every one of these phrases; a phrase is words in a row. */
export interface Lookup {
  phrases: string[][];
  /** What it is worth to a statement that has them. */
  worth: number;
}

export interface QuotationHit {
  statement: number;
  article: number;
  /** 1: the same words but for case, marks, ellipses and brackets. */
  similarity: number;
  /** The content of the statement, with the stretch that is the quotation marked. */
  pieces: Piece[];
}

/** The words of a quotation, the first of a long one. @throws UsageError when there are none. */
export function wordsOfQuotation(quotation: string): QuotedWord[] {
  const words = quotedWords(quotation.slice(0, 100 * WORDS)).slice(0, WORDS);
  if (words.every((word) => word.inserted))
    throw new UsageError("there are no words in the quotation; write what was said");
  return words;
}

/** The words that are to be counted: those that nobody put in. */
export const ownWords = (words: readonly QuotedWord[]): string[] => [
  ...new Set(words.filter((word) => !word.inserted).map((word) => word.word)),
];

/** What to look up: first always; `more` while there are too few candidates; `last` where there is none. */
export interface Lookups {
  first: Lookup[];
  more: Lookup[];
  last: Lookup[];
}

/** @param counts how many contents hold each own word, counted to `MEDIUM` + 1. */
export function lookupsOf(words: readonly QuotedWord[], counts: ReadonlyMap<string, number>): Lookups {
  const own = ownWords(words);
  const upTo = (most: number) => own.filter((word) => (counts.get(word) ?? 0) > 0 && (counts.get(word) ?? 0) <= most);
  const known = upTo(MEDIUM).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const rare = upTo(RARE).length;
  const stretches = inOneGo(words);
  const telling = stretches.filter((stretch) => stretch.some((word) => known.includes(word)));
  const others = stretches.filter((stretch) => !telling.includes(stretch));
  const inRow = (stretch: string[]): Lookup => ({ phrases: [stretch], worth: LOOKUPS });
  const alone = (...list: string[]): Lookup => ({ phrases: list.map((word) => [word]), worth: 1 });
  return {
    first: [
      ...telling.slice(0, LOOKUPS).map(inRow),
      ...known.slice(0, Math.min(rare, LOOKUPS)).map((word) => alone(word)),
      ...(rare < 3 ? pairs(known.slice(0, LOOKUPS / 2)).map((pair) => alone(...pair)) : []),
    ],
    more: known.length < 3 ? others.slice(0, RUNS).map(inRow) : [],
    last: known.length < 3 ? runs(stretches).map((phrases) => ({ phrases, worth: 1 })) : [],
  };
}

/** Words in a row up to which they are as soon looked up as any part of them. */
const SHORT = 3;

/**
 * Phrases that few statements have, and every statement that has these words in a row: its two rarest words, or the one with those
 * beside it. `null` where no part of the row is sooner looked up than all of it.
 */
export function partOf(row: readonly string[], counts: ReadonlyMap<string, number>): string[][] | null {
  const count = (word: string): number => counts.get(word) ?? 0;
  const [rarest, second] = [...new Set(row)].sort((a, b) => count(a) - count(b));
  if (row.length <= SHORT || rarest === undefined || second === undefined || count(rarest) > MEDIUM) return null;
  if (count(second) <= MEDIUM) return [[rarest], [second]];
  const at = Math.max(0, Math.min(row.indexOf(rarest) - 1, row.length - SHORT));
  return [row.slice(at, at + SHORT)];
}

/** Whether words stand in a row in a content. */
export function standsIn(row: readonly string[], content: string): boolean {
  const words = tokenize(content).map(({ word }) => word);
  return words.some((_, at) => row.every((word, i) => words[at + i] === word));
}

/** Whether to look up `more`, `last`. @param found statements so far, with what their lookups are worth. */
export const tooFew = (found: ReadonlyMap<number, number>): boolean => found.size < CANDIDATES;

/** Statements worth aligning, those that share most first. */
export const candidatesOf = (found: ReadonlyMap<number, number>): number[] =>
  [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([id]) => id);

/** A statement as it is read to be compared. */
export interface Candidate {
  statement: number;
  article: number;
  content: string;
}

/** Those that hold the quotation to at least this share, the most similar first. */
export function alignAll(
  words: readonly QuotedWord[],
  candidates: readonly Candidate[],
  least: number,
): QuotationHit[] {
  const hits = candidates.flatMap(({ statement, article, content }) => {
    const found = align(words, quotedWords(content));
    if (!found || found.similarity < least) return [];
    const [start, end] = found.span;
    const parts = [content.slice(0, start), content.slice(start, end), content.slice(end)];
    const pieces = parts.map((text, i) => ({ text, hit: i === 1 })).filter((piece) => piece.text !== "");
    return [{ statement, article, similarity: found.similarity, pieces }];
  });
  return hits.sort((a, b) => b.similarity - a.similarity || a.article - b.article || a.statement - b.statement);
}

const pairs = (words: string[]): [string, string][] =>
  words.flatMap((word, i) => words.slice(i + 1).map((other): [string, string] => [word, other]));

/** The words of the quotation in the stretches between its gaps and its brackets. */
function inOneGo(words: readonly QuotedWord[]): string[][] {
  const stretches: string[][] = [[]];
  for (const word of words) {
    if (word.gap || word.inserted) stretches.push([]);
    if (!word.inserted) stretches.at(-1)?.push(word.word);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The runs of words with most letters, for long words are rarer; where there is no run so long, all the words. */
function runs(stretches: string[][]): string[][][] {
  const list = stretches.flatMap((stretch) => stretch.slice(RUN - 1).map((_, i) => stretch.slice(i, i + RUN)));
  const letters = (run: string[]) => run.join(" ").length;
  if (list.length > 0)
    return list
      .sort((a, b) => letters(b) - letters(a))
      .slice(0, RUNS)
      .map((run) => [run]);
  return [[...new Set(stretches.flat())].map((word) => [word])];
}
