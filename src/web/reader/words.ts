/** Choosing words of a text by keys: spans grow, shrink and move by whole words. Offsets are UTF-16 units. */
import type { Span } from "../../document.ts";

/** A word with its inner marks, or a single mark. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;
/** No word that anybody chooses is longer than that; it bounds how far is looked back. */
const BACK = 300;

/** The first word that ends after `at`; `null` at the end of the text. */
export function wordAfter(text: string, at: number): Span | null {
  const from = Math.max(0, at - BACK);
  const near = text.slice(from, at + BACK);
  WORD.lastIndex = 0;
  for (const match of near.matchAll(WORD)) {
    const span: Span = [from + match.index, from + match.index + match[0].length];
    if (span[1] > at) return span;
  }
  return null;
}

/** The last word that begins before `at`; `null` at the beginning of the text. */
export function wordBefore(text: string, at: number): Span | null {
  const from = Math.max(0, at - BACK);
  let last: Span | null = null;
  for (const match of text.slice(from, at + BACK).matchAll(WORD)) {
    if (from + match.index >= at) break;
    last = [from + match.index, from + match.index + match[0].length];
  }
  return last;
}

/** A stretch that somebody selected, at whole words; `null` where there is none in it. */
export function atWords(text: string, [start, end]: Span): Span | null {
  const first = wordAfter(text, start);
  const last = wordBefore(text, end);
  return first && last && first[0] < end && last[1] > start && first[0] <= last[0] ? [first[0], last[1]] : null;
}

/** What an arrow key makes of a choice: the end moves, with Shift the beginning; up and down move the whole by a word. */
export function moved(text: string, [start, end]: Span, key: string, shift: boolean): Span {
  const after = wordAfter(text, end);
  const before = wordBefore(text, start);
  const lastWord = wordBefore(text, end);
  const firstWord = wordAfter(text, start);
  if (key === "ArrowRight" && !shift) return after ? [start, after[1]] : [start, end];
  if (key === "ArrowLeft" && !shift) {
    const to = lastWord && wordBefore(text, lastWord[0]);
    return to && to[1] > start ? [start, to[1]] : [start, end];
  }
  if (key === "ArrowLeft") return before ? [before[0], end] : [start, end];
  if (key === "ArrowRight") {
    const to = firstWord && wordAfter(text, firstWord[1]);
    return to && to[0] < end ? [to[0], end] : [start, end];
  }
  const to = key === "ArrowDown" ? after : key === "ArrowUp" ? before : null;
  return to ?? [start, end];
}
