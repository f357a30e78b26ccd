/** What alters the meaning between two contents: numbers, negation, names, modality, and the sense of a quotation. */
import type { Pairing } from "./align.ts";
import type { Content } from "./content.ts";
import {
  CONDITION,
  CONTENT,
  HEAD,
  HOPE,
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

/** Both sides with the words whose senses the other one has not, in order. */
interface Differing extends Sides {
  gone: readonly number[];
  come: readonly number[];
}

/** Alterations in the order of the vocabulary. */
export function alterations(sides: Sides, lexicon: Lexicon): Alteration[] {
  const found: Alteration[] = [];
  const cut = conditionCut(sides, lexicon) || stanceCut(sides, lexicon);
  const last = sides.pairs.at(-1);
  const whole = differing(sides, lexicon);
  const told = cut
    ? differing({ ...sides, a: sides.b, pairs: sides.pairs.map(([, j]) => [j, j] as const) }, lexicon)
    : last
      ? withoutTails(whole, last, lexicon)
      : whole;
  if (numbers(whole, lexicon)) found.push("number");
  if (negation(told, lexicon)) found.push("negation");
  if (names(whole, lexicon)) found.push("name");
  if (modality(told, lexicon)) found.push("modality");
  if (cut || (found.length === 0 && meaning(whole, lexicon))) found.push("meaning");
  return found;
}

const differing = (sides: Sides, lexicon: Lexicon): Differing => ({
  ...sides,
  gone: alone(sides.a, sides.b, lexicon),
  come: alone(sides.b, sides.a, lexicon),
});

/** Words whose sense none of the others has. */
function alone(words: Int32Array, others: Int32Array, lexicon: Lexicon): number[] {
  const there = new Set<number>();
  for (const w of others) there.add(lexicon.senseOf(w));
  const found: number[] = [];
  for (const w of words) if (!there.has(lexicon.senseOf(w))) found.push(w);
  return found;
}

/** Senses of those of a class among some words. */
function sensesOf(words: readonly number[], accept: (word: number) => boolean, lexicon: Lexicon): Set<number> {
  const senses = new Set<number>();
  for (const w of words) if (accept(w)) senses.add(lexicon.senseOf(w));
  return senses;
}

/** One number put for another. A number that only one side tells is left out or added, not changed. */
function numbers({ gone, come }: Differing, lexicon: Lexicon): boolean {
  const isNumber = (w: number): boolean => (lexicon.classOf(w) & NUMBER) !== 0;
  return gone.some(isNumber) && come.some(isNumber);
}

function negation(told: Differing, lexicon: Lexicon): boolean {
  return (negated(told, lexicon) !== (told.first.denied !== told.later.denied)) !== affixed(told, lexicon);
}

/** Whether a negator makes the difference. */
function negated({ a, b, pairs, order }: Differing, lexicon: Lexicon): boolean {
  const isNegator = (w: number): boolean => (lexicon.classOf(w) & NEGATOR) !== 0;
  const [x, y] = [a, b].map((words) => words.filter(isNegator).length) as [number, number];
  if (x === 0 && y === 0) return false;
  // "no boats and no nets" and "no boats or nets" deny the same; in sentences with the same words each one counts.
  const [keptA, keptB] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  const loose =
    a.filter((w, i) => isNegator(w) && !keptA.has(i)).length + b.filter((w, j) => isNegator(w) && !keptB.has(j)).length;
  return x > 0 !== y > 0 || (order > 0.85 && loose % 2 === 1);
}

/** Without what one side alone has at its end. */
function withoutTails(sides: Differing, [i, j]: Pairing[number], lexicon: Lexicon): Differing {
  const [a, b] = [withoutTail(sides.a, i, lexicon), withoutTail(sides.b, j, lexicon)];
  return a === sides.a && b === sides.b ? sides : differing({ ...sides, a, b }, lexicon);
}

/** Words without a clause at the end ("…, and no one lifted a finger") that the other side leaves out as a whole. */
function withoutTail(words: Int32Array, lastKept: number, lexicon: Lexicon): Int32Array {
  const next = words[lastKept + 1];
  return next !== undefined && /^(?:and|while|whereas|as)$/.test(lexicon.form(next))
    ? words.subarray(0, lastKept + 1)
    : words;
}

/** "safe" on one side and "unsafe" on the other. */
function affixed({ gone, come }: Differing, lexicon: Lexicon): boolean {
  const isContent = (w: number): boolean => (lexicon.classOf(w) & CONTENT) !== 0;
  const added = [...sensesOf(come, isContent, lexicon)];
  return [...sensesOf(gone, isContent, lexicon)].some((x) =>
    added.some((y) => negates(lexicon.sense(x), lexicon.sense(y))),
  );
}

/** A name put for another, or for somebody left open; a name for "we" or "the company" is the same one told outright. */
function names(sides: Differing, lexicon: Lexicon): boolean {
  const { first, later, a, gone, come, order } = sides;
  const isName = (w: number): boolean => (w & NAME) !== 0 && (lexicon.classOf(w) & NUMBER) === 0;
  if (!come.some(isName)) return order > 0.8 && headSwapped(sides, lexicon);
  if (gone.some(isName)) return true;
  const standsIn = (w: number): boolean =>
    (lexicon.classOf(w) & (PRONOUN | STAND_IN)) !== 0 && !STRUCTURAL.test(lexicon.form(w));
  // Where the later one leaves words out, what it adds is put in their place.
  return first.direct && later.direct && !a.some(standsIn) && gone.length > 0;
}

/** Two sentences alike but for the words at their heads, neither of which looks like a common noun or verb form. */
function headSwapped({ a, b, gone, come }: Differing, lexicon: Lexicon): boolean {
  const isHead = (w: number): boolean =>
    (w & (HEAD | NAME)) !== 0 && (lexicon.classOf(w) & CONTENT) !== 0 && !/(?:s|ed|ing|ly)$/.test(lexicon.form(w));
  return (
    a.length === b.length &&
    sensesOf(gone, isHead, lexicon).size === 1 &&
    sensesOf(come, isHead, lexicon).size === 1 &&
    a.some((w) => (w & HEAD) !== 0)
  );
}

/** Pronouns that stand for nobody. */
const STRUCTURAL = /^(?:that|which|this|these|those|what|it|its|who|whom|whose)$/;
function modality({ first, later, a, b }: Differing, lexicon: Lexicon): boolean {
  const has = (words: Int32Array, kind: number): boolean => words.some((w) => (lexicon.classOf(w) & kind) !== 0);
  for (const kind of [MAY, MUST]) if (has(a, kind) !== has(b, kind)) return true;
  // What is hoped for is not yet promised.
  if (has(a, HOPE) !== has(b, HOPE) && has(has(a, HOPE) ? b : a, WILL)) return true;
  const both = first.direct && later.direct;
  const firm = (x: Int32Array, y: Int32Array): boolean =>
    has(x, WOULD) && !has(y, WOULD) && has(y, WILL) && !has(x, WILL);
  return both && (firm(a, b) || firm(b, a));
}

/** Whether only a condition was left out ("if the valve were replaced"), from which on or up to which all else hung. */
function conditionCut({ a, b, pairs, order }: Sides, lexicon: Lexicon): boolean {
  if (pairs.length !== b.length || order < SAME_SENTENCE) return false;
  const kept = new Set(pairs.map(([i]) => i));
  const whole = withoutTail(a, pairs.at(-1)?.[0] ?? -1, lexicon);
  return whole.some((w, i) => !kept.has(i) && (lexicon.classOf(w) & CONDITION) !== 0);
}

/** How somebody stands to what follows, and others' words that somebody only tells. */
const STANCE =
  /^(?:doubt(?:s|ed)?|wish(?:es|ed)?|hope[sd]?|fear(?:s|ed)?|pretend(?:s|ed)?|lie|myth|rumou?r|nonsense|fiction|illusion)$/;
const SAYING =
  /^(?:say|says|said|saying|claim(?:s|ed)?|argue[sd]?|allege[sd]?|insist(?:s|ed)?|believe[sd]?|think|thinks|thought|suggest(?:s|ed)?|maintain(?:s|ed)?)$/;

/** Whether only the words around a whole sentence were left out: "my critics say that", "I doubt that". One's own "I think" is none. */
function stanceCut({ later, a, b, pairs }: Sides, lexicon: Lexicon): boolean {
  const from = pairs[0]?.[0] ?? 0;
  // What is told indirectly may have it outside its words: "she doubted that …".
  if (!later.direct || pairs.length !== b.length || from === 0) return false;
  const head = Array.from(a.subarray(0, from), (w) => lexicon.form(w)).filter((form) => form !== "that");
  const last = head.at(-1) ?? "";
  return STANCE.test(last) || (SAYING.test(last) && !head.some((form) => form === "i" || form === "we"));
}

/** A word turned into its opposite, or a word of a quotation replaced by one of another sense. */
function meaning({ first, later, gone, come, order }: Differing, lexicon: Lexicon): boolean {
  const isContent = (w: number): boolean => (lexicon.classOf(w) & CONTENT) !== 0;
  const sense = (w: number): string => lexicon.sense(lexicon.senseOf(w));
  if (gone.some((x) => come.some((y) => opposite(sense(x), sense(y))))) return true;
  if (!(first.direct && later.direct) || order < SAME_SENTENCE) return false;
  return gone.length > 0 && come.some(isContent);
}
