/**
 * Words, numbers and marks of a stretch of text. Latin script is read sign by sign: a trace reads tens of thousands of words, and a
 * match of a pattern for each costs more than all that is done with it.
 */

const TOKEN = /[[\]]|[.!?:;]+|[%$€£]|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’‘ʼ][\p{L}\p{M}]+)*/gu;

/** Kinds of signs; a token is of the kind of its first sign. */
const OTHER = 0;
export const LETTER = 1;
export const CAPITAL = 2;
export const DIGIT = 3;
/** A number that is no digit: within a word only. */
const NUMERAL = 4;
export const STOP = 5;
export const SIGN = 6;
export const BRACKET = 7;
const APOSTROPHE = 8;
/** Other scripts and what stands between their words. */
const UNREAD = 9;

const LATIN = 0x250;
const KINDS = new Uint8Array(0x2100).fill(UNREAD);
for (let code = 0; code < LATIN; code++) KINDS[code] = kindOf(String.fromCharCode(code));
for (const sign of "–—―“”„†‡•…‰‹›€‘’") KINDS[sign.charCodeAt(0)] = kindOf(sign);

function kindOf(sign: string): number {
  if (/\p{Lu}/u.test(sign)) return CAPITAL;
  if (/[\p{L}\p{M}]/u.test(sign)) return LETTER;
  if (/\d/.test(sign)) return DIGIT;
  if (/\p{N}/u.test(sign)) return NUMERAL;
  if (/[.!?:;]/.test(sign)) return STOP;
  if (/[%$€£]/.test(sign)) return SIGN;
  if (/[[\]]/.test(sign)) return BRACKET;
  return /['’‘]/.test(sign) ? APOSTROPHE : OTHER;
}

/** Tokens of a stretch in order, three numbers each: what the first sign is, where it begins, and where it ends. */
export function tokensIn(text: string, from: number, end: number): number[] {
  const tokens: number[] = [];
  const kind = (at: number): number => (at < end ? (KINDS[text.charCodeAt(at)] ?? UNREAD) : OTHER);
  for (let at = from; at < end; ) {
    const first = kind(at);
    const start = at++;
    let next = kind(at);
    if (first === LETTER || first === CAPITAL) {
      while (next >= LETTER && next <= NUMERAL) next = kind(++at);
      while (next === APOSTROPHE && isLetter(kind(at + 1))) {
        at++;
        do next = kind(++at);
        while (isLetter(next));
      }
    } else if (first === DIGIT) {
      while (next === DIGIT || (/[.,]/.test(text[at] ?? "") && kind(at + 1) === DIGIT)) next = kind(++at);
    } else if (first === STOP) {
      while (next === STOP) next = kind(++at);
    } else if (first === UNREAD) return matched(text, from, end);
    else if (first !== SIGN && first !== BRACKET) continue;
    tokens.push(first, start, at);
  }
  return tokens;
}

const isLetter = (kind: number): boolean => kind === LETTER || kind === CAPITAL;

function matched(text: string, from: number, end: number): number[] {
  const tokens: number[] = [];
  for (const { 0: raw, index } of text.slice(from, end).matchAll(TOKEN))
    tokens.push(kindOf(String.fromCodePoint(raw.codePointAt(0) as number)), from + index, from + index + raw.length);
  return tokens;
}
