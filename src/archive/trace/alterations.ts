/** What alters the meaning between two contents: numbers, negation, names, modality, and the sense of a quotation. */
import type { Pairing } from "./align.ts";
import type { Content } from "./content.ts";
import {
  CONDITION,
  CONTENT,
  HEAD,
  type Lexicon,
  MAY,
  MUST,
  NAME,
  NEGATOR,
  NUMBER,
  PRONOUN,
  STAND_IN,
  WILL,
  WOULD,
} from "./lexicon.ts";
import { negates, opposite } from "./stem.ts";
import type { Alteration } from "./types.ts";

export interface Sides {
  first: Content;
  later: Content;
  /** Bare words of both. */
  a: Int32Array;
  b: Int32Array;
  pairs: Pairing;
  /** Share of the shorter that stands in the longer in order. */
  order: number;
}

/** A quotation with this share of its words in place is a misquote when a content word differs; below, a translation. */
const SAME_SENTENCE = 0.6;

/** Alterations in the order of the vocabulary. */
export function alterations(sides: Sides, lexicon: Lexicon): Alteration[] {
  const found: Alteration[] = [];
  if (numbers(sides, lexicon)) found.push("number");
  if (negation(sides, lexicon)) found.push("negation");
  if (names(sides, lexicon)) found.push("name");
  if (modality(sides, lexicon)) found.push("modality");
  if (found.length === 0 && meaning(sides, lexicon)) found.push("meaning");
  return found;
}

/** Senses of the words of a class that only one side has. */
function only(words: Int32Array, others: Int32Array, accept: (word: number) => boolean, lexicon: Lexicon): Set<number> {
  const there = new Set(Array.from(others, (w) => lexicon.senseOf(w)));
  const out = new Set<number>();
  for (const w of words) if (accept(w) && !there.has(lexicon.senseOf(w))) out.add(lexicon.senseOf(w));
  return out;
}

/** One number put for another. A number that only one side tells is left out or added, not changed. */
function numbers({ a, b }: Sides, lexicon: Lexicon): boolean {
  const isNumber = (w: number): boolean => (lexicon.classOf(w) & NUMBER) !== 0;
  return only(a, b, isNumber, lexicon).size > 0 && only(b, a, isNumber, lexicon).size > 0;
}

function negation({ first, later, a, b, order }: Sides, lexicon: Lexicon): boolean {
  const count = (words: Int32Array): number => words.filter((w) => (lexicon.classOf(w) & NEGATOR) !== 0).length;
  const [x, y] = [count(a), count(b)];
  // "no boats and no nets" and "no boats or nets" deny the same; in sentences with the same words each one counts.
  const differs = x > 0 !== y > 0 || (order > 0.85 && a.length === b.length && x % 2 !== y % 2);
  return (differs !== (first.denied !== later.denied)) !== affixed(a, b, lexicon);
}

/** "safe" on one side and "unsafe" on the other. */
function affixed(a: Int32Array, b: Int32Array, lexicon: Lexicon): boolean {
  const isContent = (w: number): boolean => (lexicon.classOf(w) & CONTENT) !== 0;
  const come = [...only(b, a, isContent, lexicon)];
  return [...only(a, b, isContent, lexicon)].some((x) => come.some((y) => negates(lexicon.sense(x), lexicon.sense(y))));
}

/** A name put for another, or for somebody left open; a name for "we" or "the company" is the same one told outright. */
function names({ first, later, a, b, order }: Sides, lexicon: Lexicon): boolean {
  const isName = (w: number): boolean => (w & NAME) !== 0 && (lexicon.classOf(w) & NUMBER) === 0;
  const added = only(b, a, isName, lexicon);
  if (added.size === 0) return order > 0.8 && headSwapped(a, b, lexicon);
  if (only(a, b, isName, lexicon).size > 0) return true;
  const standsIn = (w: number): boolean =>
    (lexicon.classOf(w) & (PRONOUN | STAND_IN)) !== 0 && !STRUCTURAL.test(lexicon.form(w));
  const gone = a.filter(standsIn);
  return first.direct && later.direct && gone.length === 0 && left(a, b, lexicon);
}

/** Two sentences alike but for the words at their heads, neither of which looks like a common noun or verb form. */
function headSwapped(a: Int32Array, b: Int32Array, lexicon: Lexicon): boolean {
  const isHead = (w: number): boolean =>
    (w & (HEAD | NAME)) !== 0 && (lexicon.classOf(w) & CONTENT) !== 0 && !/(?:s|ed|ing|ly)$/.test(lexicon.form(w));
  return (
    a.length === b.length &&
    only(a, b, isHead, lexicon).size === 1 &&
    only(b, a, isHead, lexicon).size === 1 &&
    a.some((w) => (w & HEAD) !== 0)
  );
}

/** Pronouns that stand for nobody. */
const STRUCTURAL = /^(?:that|which|this|these|those|what|it|its|who|whom|whose)$/;
/** Whether the later one leaves out words of the first: then what it adds is put in their place. */
const left = (a: Int32Array, b: Int32Array, lexicon: Lexicon): boolean => only(a, b, () => true, lexicon).size > 0;

function modality({ first, later, a, b }: Sides, lexicon: Lexicon): boolean {
  const has = (words: Int32Array, kind: number): boolean => words.some((w) => (lexicon.classOf(w) & kind) !== 0);
  for (const kind of [MAY, MUST]) if (has(a, kind) !== has(b, kind)) return true;
  const both = first.direct && later.direct;
  const firm = (x: Int32Array, y: Int32Array): boolean =>
    has(x, WOULD) && !has(y, WOULD) && has(y, WILL) && !has(x, WILL);
  return both && (firm(a, b) || firm(b, a));
}

/** A condition cut off, a word turned into its opposite, or a word of a quotation replaced by one of another sense. */
function meaning({ first, later, a, b, pairs, order }: Sides, lexicon: Lexicon): boolean {
  const inPlace = new Set(pairs.map(([i]) => i));
  if (
    order >= SAME_SENTENCE &&
    a.some((w, i) => !inPlace.has(i) && (lexicon.classOf(w) & CONDITION) !== 0) &&
    pairs.length === b.length
  )
    return true;
  const isContent = (w: number): boolean => (lexicon.classOf(w) & CONTENT) !== 0;
  const every = (): boolean => true;
  const gone = only(a, b, every, lexicon);
  const come = only(b, a, every, lexicon);
  for (const x of gone) for (const y of come) if (opposite(lexicon.sense(x), lexicon.sense(y))) return true;
  if (!(first.direct && later.direct) || order < SAME_SENTENCE) return false;
  const added = only(b, a, isContent, lexicon);
  return added.size > 0 && gone.size > 0;
}
