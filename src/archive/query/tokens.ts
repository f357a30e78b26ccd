/** Words of a text as FTS5's `unicode61 remove_diacritics 2` sees them, with their places. */
import type { Span } from "../../document.ts";

export interface Token {
  /** Lower case, without accents. */
  word: string;
  /** In UTF-16 units of the text. */
  span: Span;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Case and accents off. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** All words of `text`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (word !== "") tokens.push({ word, span: [match.index, match.index + match[0].length] });
  }
  return tokens;
}
