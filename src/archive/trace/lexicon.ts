/**
 * Word forms as small integers, each with what the comparison asks of it. One lexicon serves a whole trace, so that a
 * million contents are rows of integers and no strings.
 */
import {
  CALENDAR,
  CONDITIONS,
  FUNCTION,
  HEDGES,
  NEEDED,
  NEGATOR_PHRASES,
  NEGATORS,
  POSSIBLE,
  PRONOUNS,
  STAND_INS,
} from "./classes.ts";
import { hashText } from "./hash.ts";
import { sense, stem } from "./stem.ts";
import type { Word } from "./word.ts";

/** Bits of `Lexicon.classOf`. */
export const CONTENT = 1;
export const NUMBER = 2;
export const NEGATOR = 4;
export const MAY = 8;
export const MUST = 16;
export const HEDGE = 32;
export const CONDITION = 64;
export const PRONOUN = 128;
export const STAND_IN = 256;
export const WOULD = 512;
export const WILL = 1024;
export const HOPE = 2048;

/** Bits of a packed word beside its form: written as a name, put in [brackets] by the writer. */
export const NAME = 1;
export const INSERTED = 2;
export const HEAD = 4;
export const START = 8;
const BITS = 4;

/** The form's id alone, for alignment. */
export const formId = (packed: number): number => packed >> BITS;

export interface Lexicon {
  /** Packs words: form id · 16 + bits. */
  pack(words: readonly Omit<Word, "span">[]): Int32Array;
  form(packed: number): string;
  /** Hash of the form, the same in every lexicon. */
  hashOf(packed: number): number;
  /** Id of the sense (stem, with synonyms joined). */
  senseOf(packed: number): number;
  sense(id: number): string;
  /** Hash of the sense, the same in every lexicon. */
  hashOfSense(id: number): number;
  classOf(packed: number): number;
  /** How much a sense tells, from how few contents it stands in; 1 is middling. */
  weight(sense: number): number;
  /** Counts a content's senses, for the weights. */
  count(content: Int32Array): void;
}

/** Natural logarithm of contents for each that a sense stands in, from which on it cannot tell more. */
const RAREST = 10;

/** A sense that stands in fewer than one of so many contents weighs as much as one that was never seen. */
export const HEAVIEST = Math.exp(RAREST);

/** In how many contents each sense stands, as counted elsewhere. */
export interface Counted {
  contents: number;
  /** Sense → contents; those that stand in too few to matter for a weight may be missing. */
  seen: ReadonlyMap<string, number>;
}

/** A lexicon that counts from zero, or goes by what was counted elsewhere. */
export function newLexicon(counted: Counted = { contents: 0, seen: new Map() }): Lexicon {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  const hashes: number[] = [];
  const senses: number[] = [];
  const classes: number[] = [];
  const senseIds = new Map<string, number>();
  const senseNames: string[] = [];
  const senseHashes: number[] = [];
  const seenIn: number[] = [];
  let { contents } = counted;
  const intern = (form: string): number => {
    const known = ids.get(form);
    if (known !== undefined) return known;
    const id = forms.length;
    ids.set(form, id);
    forms.push(form);
    const { hash, name, kind } = factsOf(form);
    hashes.push(hash);
    let s = senseIds.get(name);
    if (s === undefined) {
      s = senseNames.length;
      senseIds.set(name, s);
      senseNames.push(name);
      senseHashes.push(hashText(name));
      seenIn.push(counted.seen.get(name) ?? 0);
    }
    senses.push(s);
    classes.push(kind);
    return id;
  };
  return {
    pack: (words) => {
      const packed = new Int32Array(words.length);
      for (const [i, w] of words.entries())
        packed[i] =
          (intern(w.form) << BITS) |
          (w.name ? NAME : 0) |
          (w.inserted ? INSERTED : 0) |
          (w.head ? HEAD : 0) |
          (w.start ? START : 0);
      return packed;
    },
    hashOf: (packed) => hashes[formId(packed)] as number,
    form: (packed) => forms[formId(packed)] as string,
    senseOf: (packed) => senses[formId(packed)] as number,
    sense: (id) => senseNames[id] as string,
    hashOfSense: (id) => senseHashes[id] as number,
    classOf: (packed) => classes[formId(packed)] as number,
    weight: (id) => 1 + Math.min(1, Math.log((contents + 20) / ((seenIn[id] ?? 0) + 1)) / RAREST) - 0.5,
    count: (content) => {
      contents++;
      for (const s of new Set(Array.from(content, (packed) => senses[formId(packed)] as number)))
        seenIn[s] = (seenIn[s] ?? 0) + 1;
    },
  };
}

/** What every lexicon knows of a form. */
interface Facts {
  hash: number;
  /** Name of its sense. */
  name: string;
  /** Bits of `Lexicon.classOf`. */
  kind: number;
}

/** Facts worked out so far: a cache of the vocabulary met, which is no larger than a dictionary. */
const known = new Map<string, Facts>();
const KNOWN = 100_000;

function factsOf(form: string): Facts {
  const before = known.get(form);
  if (before) return before;
  const facts = {
    hash: hashText(form),
    name: form.startsWith("#") ? form : sense(form),
    kind: classesOf(form),
  };
  if (known.size < KNOWN) known.set(form, facts);
  return facts;
}

const HOPES = new Set(["hope", "hopes", "hoped", "hoping"]);

function classesOf(form: string): number {
  const base = stem(form);
  const among = (words: ReadonlySet<string>): boolean => words.has(form);
  return (
    (form.startsWith("#") || among(CALENDAR) ? NUMBER : 0) |
    (among(NEGATORS) || NEGATOR_PHRASES.has(form) || base === "fail" || base === "refus" || base === "deny"
      ? NEGATOR
      : 0) |
    (among(POSSIBLE) || base === "consider" ? MAY : 0) |
    (among(NEEDED) ? MUST : 0) |
    (among(HEDGES) ? HEDGE : 0) |
    (among(CONDITIONS) ? CONDITION : 0) |
    (among(PRONOUNS) ? PRONOUN : 0) |
    (STAND_INS.has(form) ? STAND_IN : 0) |
    (form === "would" ? WOULD : 0) |
    (HOPES.has(form) ? HOPE : 0) |
    (form === "will" || form === "shall" ? WILL : 0) |
    (FUNCTION.has(form) ||
    among(NEGATORS) ||
    NEGATOR_PHRASES.has(form) ||
    among(POSSIBLE) ||
    among(NEEDED) ||
    among(HEDGES)
      ? 0
      : CONTENT)
  );
}
