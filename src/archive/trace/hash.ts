/** Hashes for keys: quick and the same on every machine, not for secrets. */
import type { Span } from "../../document.ts";

/** Mixes two 32-bit values (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Bits that a wide hash has beyond 32: as many as a number holds exactly. */
const WIDE = 2 ** 21 - 1;

/** Mixes two 32-bit values into 53 bits: keys of a billion contents must not meet by chance. */
export const mixWide = (a: number, b: number): number => (mix(b, ~a) & WIDE) * 2 ** 32 + mix(a, b);

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let h = OFFSET;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return h >>> 0;
}

const BLANK = 0x20;
/** What stands for each of the first signs: plain letters in small, digits, "_"; a blank for all else, and for all other signs. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /\w/.test(sign) ? sign.toLowerCase().charCodeAt(0) : BLANK;
});

/** FNV-1a of a stretch in small letters, with one blank for whatever stands between its plain letters and digits; signed, so that sets of them are quick. */
export function hashWords(text: string, [start, end]: Span): number {
  let h = OFFSET;
  let before = 0;
  for (let i = start; i < end; i++) {
    const sign = text.charCodeAt(i);
    const code = sign < 0x80 ? (PLAIN[sign] as number) : BLANK;
    if (code !== BLANK || before !== BLANK) h = Math.imul(h ^ code, PRIME);
    before = code;
  }
  return h;
}
