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
  const cut = conditionCut(sides, lexicon) || stanceCut(sides, lexicon);
  const last = sides.pairs.at(-1);
  const told = cut
    ? { ...sides, a: sides.b, pairs: sides.pairs.map(([, j]) => [j, j] as const) }
    : last
      ? { ...sides, a: withoutTail(sides.a, last[0], lexicon), b: withoutTail(sides.b, last[1], lexicon) }
      : sides;
  if (numbers(sides, lexicon)) found.push("number");
  if (negation(told, lexicon)) found.push("negation");
  if (names(sides, lexicon)) found.push("name");
  if (modality(told, lexicon)) found.push("modality");
  if (cut || (found.length === 0 && meaning(sides, lexicon))) found.push("meaning");
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

function negation({ first, later, a, b, pairs, order }: Sides, lexicon: Lexicon): boolean {
  const isNegator = (w: number): boolean => (lexicon.classOf(w) & NEGATOR) !== 0;
  const [x, y] = [a, b].map((words) => words.filter(isNegator).length) as [number, number];
  // "no boats and no nets" and "no boats or nets" deny the same; in sentences with the same words each one counts.
  const [keptA, keptB] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  const loose =
    a.filter((w, i) => isNegator(w) && !keptA.has(i)).length + b.filter((w, j) => isNegator(w) && !keptB.has(j)).length;
  const differs = x > 0 !== y > 0 || (order > 0.85 && loose % 2 === 1);
  return (differs !== (first.denied !== later.denied)) !== affixed(a, b, lexicon);
}

/** Words without a clause at the end ("…, and no one lifted a finger") that the other side leaves out as a whole. */
function withoutTail(words: Int32Array, lastKept: number, lexicon: Lexicon): Int32Array {
  const next = words[lastKept + 1];
  return next !== undefined && /^(?:and|while|whereas|as)$/.test(lexicon.form(next))
    ? words.subarray(0, lastKept + 1)
    : words;
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

/** What is hoped for is not yet promised. */
const HOPE = /^hop(?:e|es|ed|ing)$/;

function modality({ first, later, a, b }: Sides, lexicon: Lexicon): boolean {
  const has = (words: Int32Array, kind: number): boolean => words.some((w) => (lexicon.classOf(w) & kind) !== 0);
  for (const kind of [MAY, MUST]) if (has(a, kind) !== has(b, kind)) return true;
  const hopes = (words: Int32Array): boolean => words.some((w) => HOPE.test(lexicon.form(w)));
  if (hopes(a) !== hopes(b) && has(hopes(a) ? b : a, WILL)) return true;
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
function meaning({ first, later, a, b, order }: Sides, lexicon: Lexicon): boolean {
  const isContent = (w: number): boolean => (lexicon.classOf(w) & CONTENT) !== 0;
  const every = (): boolean => true;
  const gone = only(a, b, every, lexicon);
  const come = only(b, a, every, lexicon);
  for (const x of gone) for (const y of come) if (opposite(lexicon.sense(x), lexicon.sense(y))) return true;
  if (!(first.direct && later.direct) || order < SAME_SENTENCE) return false;
  const added = only(b, a, isContent, lexicon);
  return added.size > 0 && gone.size > 0;
}
