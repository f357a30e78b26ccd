/**
 * Offsets for tools that count characters as Python does (brat, spaCy, doccano, W3C text positions): in Unicode code points.
 * Inside Hearsay every offset is in UTF-16 units; what leaves is converted once, here.
 */

/** Converts offsets of one text. An offset inside a surrogate pair counts as the one after the pair. */
export interface CodePoints {
  /** UTF-16 units → code points. */
  from16(offset: number): number;
  /** Code points → UTF-16 units. */
  to16(offset: number): number;
}

const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

/** Reads the text once; each conversion then takes logarithmic time (none in text without astral characters). */
export function codePoints(text: string): CodePoints {
  const after: number[] = [];
  const points: number[] = [];
  for (const { index } of text.matchAll(ASTRAL)) {
    points.push(index - points.length);
    after.push(index + 2);
  }
  return {
    from16: (offset) => offset - atMost(after, offset),
    to16: (offset) => offset + atMost(points, offset - 1),
  };
}

/** How many of the ascending numbers are at most `limit`. */
function atMost(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
