/** Words of a stretch of text with their spans: the unit in which rules look at cues and sources. */
import type { Span } from "../document.ts";

export interface Word {
  /** Lower case, apostrophes straight. */
  form: string;
  /** As it stands. */
  text: string;
  span: Span;
}

const WORD = /[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*|[’'](?=s\b)|[^\s\p{L}\p{N}]/gu;

/** Words and single marks of `text.slice(start, end)`; "didn't" and "U.S" are one word, a possessive 's is cut off. */
export function wordsOf(text: string, [start, end]: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    const raw = match[0];
    const possessive = /^(.+)([’']s)$/u.exec(raw);
    const add = (piece: string, at: number): void => {
      words.push({ form: piece.toLowerCase().replaceAll("’", "'"), text: piece, span: [at, at + piece.length] });
    };
    if (possessive && !/^(?:it|he|she|that|there|what|who|let|here|where|how)$/i.test(possessive[1] as string)) {
      add(possessive[1] as string, from);
      add(possessive[2] as string, from + (possessive[1] as string).length);
    } else add(raw, from);
  }
  return words;
}
