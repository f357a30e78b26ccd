/** What stands around words, and how much of it still does. */
import type { Span } from "../../document.ts";

export interface Context {
  /** What stood before the words, and after them. */
  prefix: string;
  suffix: string;
}

/**
 * Units of context that agree with the text, outwards from the words, at most `most` on each side; blanks and quotation marks count
 * however they are set.
 */
export function agreement(text: string, [start, end]: Span, { prefix, suffix }: Context, most = Infinity): number {
  const [before, after] = [Math.min(most, prefix.length), Math.min(most, suffix.length)];
  let n = 0;
  while (n < before && alike(text.charCodeAt(start - 1 - n), prefix.charCodeAt(prefix.length - 1 - n))) n++;
  let m = 0;
  while (m < after && alike(text.charCodeAt(end + m), suffix.charCodeAt(m))) m++;
  return n + m;
}

const alike = (a: number, b: number): boolean => foldUnit(a) === foldUnit(b);

const SPACE = 0x20;
const QUOTE = 0x22;
const DASH = 0x2d;

/** Blanks, quotation marks and dashes are alike however they are set: the same article comes as text and as page. */
export function foldUnit(unit: number): number {
  if (unit < 0x2000) return unit === 0xa0 || (unit >= 9 && unit <= 13) ? SPACE : unit === 0x27 ? QUOTE : unit;
  if (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f) return SPACE;
  if (unit >= 0x2010 && unit <= 0x2015) return DASH;
  return unit >= 0x2018 && unit <= 0x201f ? QUOTE : unit;
}

/** The text with each unit folded; offsets stay. */
export const fold = (text: string): string =>
  text.replace(/['\t-\r\u00a0\u2000-\u202f]/g, (c) => String.fromCharCode(foldUnit(c.charCodeAt(0))));
