/**
 * Beginnings of words, by which their forms are told to be one: "harbour", "harbours'"; "decided", "decision". They are looked for in
 * all that a trace's articles say, nearly none of which was asked for: so letters are read as numbers, and no string is made of a word.
 */
import type { Span } from "../../document.ts";
import { FUNCTION } from "./classes.ts";
import { fold } from "./speaker.ts";

/** Letters of a stem. */
const STEM = 5;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[\0-\x7f]*$/;

/** Stems of all words of a text that have a content of their own. */
export const stemsOf = (text: string): string[] =>
  ((PLAIN.test(text) ? text.toLowerCase() : fold(text)).match(WORD) ?? [])
    .filter((word) => !FUNCTION.has(word))
    .map((word) => word.slice(0, STEM));

/** The stems of a stretch that are wanted, as `stemsOf` would find them. */
export type StemScanner = (text: string, span: Span) => string[];

export function newStemScanner(wanted: ReadonlySet<string>): StemScanner {
  const stems = new Map([...wanted].filter((stem) => /^[a-z0-9]+$/.test(stem)).map((stem) => [codeOf(stem), stem]));
  return (text, [start, end]) =>
    scan(text, start, end, stems) ?? stemsOf(text.slice(start, end)).filter((stem) => wanted.has(stem));
}

/** What a sign is: a letter or digit by its number, or one of these. */
const OTHER = 0;
const APOSTROPHE = -1;
const UNDERSCORE = -2;
/** Accents, other scripts, and whatever `fold` may change. */
const UNREAD = -3;

const LETTERS = 26;
const DIGITS = 10;
const BASE = LETTERS + DIGITS + 1;
const S = 19;

const SIGNS = new Int8Array(0x2100).fill(UNREAD);
SIGNS.fill(OTHER, 0, 0x80);
for (const sign of "\u00a0«»§©®·–—―‚“”„†‡•…‰‹›€") SIGNS[sign.charCodeAt(0)] = OTHER;
for (const sign of "'’‘") SIGNS[sign.charCodeAt(0)] = APOSTROPHE;
SIGNS["_".charCodeAt(0)] = UNDERSCORE;
for (let i = 0; i < LETTERS; i++) SIGNS[0x61 + i] = SIGNS[0x41 + i] = 1 + i;
for (let i = 0; i < DIGITS; i++) SIGNS[0x30 + i] = 1 + LETTERS + i;

const signAt = (text: string, at: number): number => SIGNS[text.charCodeAt(at)] ?? UNREAD;

/** Different for different stems: five digits to a base below 2 ** 6. */
function codeOf(stem: string): number {
  let code = 0;
  for (let i = 0; i < stem.length; i++) code = code * BASE + signAt(stem, i);
  return code;
}

/** `null` for a stretch that cannot be read letter by letter. */
function scan(text: string, start: number, end: number, stems: ReadonlyMap<number, string>): string[] | null {
  const found: string[] = [];
  // `fold` takes off the 's of a genitive; a stretch of plain signs is not folded and keeps it.
  const genitives: string[] = [];
  let plain = true;
  for (let at = start; at < end; ) {
    let sign = signAt(text, at);
    if (sign === UNREAD) return null;
    if (sign <= OTHER) {
      if (text.charCodeAt(at) > 0x7f) plain = false;
      at++;
      continue;
    }
    const from = at;
    let code = 0;
    while (sign > OTHER) {
      if (at - from < STEM) code = code * BASE + sign;
      at++;
      sign = at < end ? signAt(text, at) : OTHER;
    }
    const stem = stems.get(code);
    if (stem === undefined || FUNCTION.has(text.slice(from, at).toLowerCase())) continue;
    const genitive = code === S && from > start && signAt(text, from - 1) === APOSTROPHE && sign !== UNDERSCORE;
    (genitive ? genitives : found).push(stem);
  }
  return plain ? [...found, ...genitives] : found;
}
