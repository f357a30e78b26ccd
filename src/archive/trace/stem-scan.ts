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

/** How many different ones of the wanted stems `stemsOf` would find in some stretches of a text. */
export type StemCounter = (spans: readonly Span[]) => number;

/** Each text is read once, when the first of its stretches is asked for. */
export function newStemCounters(wanted: ReadonlySet<string>): (text: string) => StemCounter {
  const ids = new Map([...wanted].map((stem, id) => [stem, id]));
  const codes = new Map([...ids].filter(([stem]) => /^[a-z0-9]+$/.test(stem)).map(([stem, id]) => [codeOf(stem), id]));
  const likely = new Uint8Array(LIKELY);
  for (const code of codes.keys()) likely[code % LIKELY] = 1;
  const genitive = ids.get("s");
  // For each id the last question for which it was found.
  const asked = new Uint32Array(ids.size);
  let question = 0;
  return (text) => {
    let places: Places | null = null;
    return (spans) => {
      places ??= placesIn(text, codes, likely);
      question++;
      let different = 0;
      const meet = (id: number): void => {
        if (asked[id] !== question) different++;
        asked[id] = question;
      };
      for (const span of spans) {
        if (isRead(text, span, places)) eachIn(text, span, places, genitive, meet);
        else for (const stem of stemsOf(text.slice(...span))) if (ids.has(stem)) meet(ids.get(stem) as number);
      }
      return different;
    };
  };
}

/** What a sign is: a letter or digit by its number, or one of these. */
const OTHER = 0;
const APOSTROPHE = -1;
/** Accents, other scripts, and whatever `fold` may change. */
const UNREAD = -2;

const LETTERS = 26;
const DIGITS = 10;
const BASE = LETTERS + DIGITS + 1;

const SIGNS = new Int8Array(0x2100).fill(UNREAD);
SIGNS.fill(OTHER, 0, 0x80);
for (const sign of "\u00a0«»§©®·–—―‚“”„†‡•…‰‹›€") SIGNS[sign.charCodeAt(0)] = OTHER;
for (const sign of "'’‘") SIGNS[sign.charCodeAt(0)] = APOSTROPHE;
for (let i = 0; i < LETTERS; i++) SIGNS[0x61 + i] = SIGNS[0x41 + i] = 1 + i;
for (let i = 0; i < DIGITS; i++) SIGNS[0x30 + i] = 1 + LETTERS + i;

const signAt = (text: string, at: number): number => SIGNS[text.charCodeAt(at)] ?? UNREAD;

/** A power of two, far larger than the number of words that anybody asks for. */
const LIKELY = 1 << 12;

/** Different for different stems: five digits to a base below 2 ** 6. */
function codeOf(stem: string): number {
  let code = 0;
  for (let i = 0; i < stem.length; i++) code = code * BASE + signAt(stem, i);
  return code;
}

/** Where the wanted stems stand in a text, in order. */
interface Places {
  /** Beginnings of words with a wanted stem, and its id. */
  at: number[];
  id: number[];
  /** Signs that cannot be read by themselves. */
  unread: number[];
  /** Other signs beyond ASCII. */
  wide: number[];
}

/** @param likely whether a stem has a code of this remainder, which is looked up first: few words are wanted */
function placesIn(text: string, codes: ReadonlyMap<number, number>, likely: Uint8Array): Places {
  const places: Places = { at: [], id: [], unread: [], wide: [] };
  for (let at = 0; at < text.length; ) {
    let sign = signAt(text, at);
    if (sign <= OTHER) {
      if (sign === UNREAD) places.unread.push(at);
      else if (text.charCodeAt(at) > 0x7f) places.wide.push(at);
      at++;
      continue;
    }
    const from = at;
    let code = 0;
    while (sign > OTHER) {
      if (at - from < STEM) code = code * BASE + sign;
      at++;
      sign = at < text.length ? signAt(text, at) : OTHER;
    }
    const id = likely[code % LIKELY] === 0 ? undefined : codes.get(code);
    if (id === undefined || FUNCTION.has(text.slice(from, at).toLowerCase())) continue;
    places.at.push(from);
    places.id.push(id);
  }
  return places;
}

/** Whether a stretch can be told by the places alone: no sign in it is unread, and it cuts through no word. */
const isRead = (text: string, [start, end]: Span, { unread }: Places): boolean =>
  !isWithin(text, start) && !isWithin(text, end) && !hasBetween(unread, start, end);

const isWithin = (text: string, at: number): boolean => isPart(text, at - 1) && isPart(text, at);
const isPart = (text: string, at: number): boolean => at >= 0 && at < text.length && signAt(text, at) > OTHER;

function eachIn(
  text: string,
  [start, end]: Span,
  { at, id, wide }: Places,
  genitive: number | undefined,
  meet: (id: number) => void,
): void {
  for (let i = firstFrom(at, start); i < at.length && (at[i] as number) < end; i++) {
    const place = at[i] as number;
    // `fold` takes off the 's of a genitive; a stretch of plain signs is not folded and keeps it.
    const dropped =
      id[i] === genitive &&
      place > start &&
      signAt(text, place - 1) === APOSTROPHE &&
      !(place + 1 < end && text[place + 1] === "_") &&
      hasBetween(wide, start, end);
    if (!dropped) meet(id[i] as number);
  }
}

/** Whether one of some places, in order, stands in a stretch. */
const hasBetween = (places: readonly number[], start: number, end: number): boolean =>
  (places[firstFrom(places, start)] ?? end) < end;

/** Index of the first of some places, in order, that does not stand before another. */
function firstFrom(places: readonly number[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
