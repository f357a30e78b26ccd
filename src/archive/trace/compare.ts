/** Two contents side by side: are they the same, and if words differ, does the meaning? */
import { align, type Pairing } from "./align.ts";
import { alterations } from "./alterations.ts";
import { bare, type Content, forms, sentencesIn } from "./content.ts";
import { CONTENT, formId, type Lexicon, NAME, NUMBER, PRONOUN, STAND_IN, INSERTED } from "./lexicon.ts";
import type { Alteration, Change } from "./types.ts";

/** How much two contents have in common, whatever that does to the sense. */
export interface Likeness {
  /** Share of the content words they have in common, of all of both, 0 to 1, rare words counting more. */
  jaccard: number;
  /** The same share, of the shorter one. */
  overlap: number;
  /** Share of the words of the shorter that stand in the longer in the same order. */
  order: number;
  /** Content words in common. */
  common: number;
  /** The later one leaves words out and adds none, whatever that does to the sense. */
  within: boolean;
  /** The change, where nothing alters the meaning. */
  words: Exclude<Change, "changed">;
}

export interface Comparison extends Likeness {
  change: Change;
  /** What altered the meaning; empty unless `change` is `changed`. */
  alterations: Alteration[];
}

/**
 * Compares a later telling with the first one. Never tells a sentence and its negation to be the same. Of a longer speech
 * only the sentences that the other one has words of are looked at.
 */
export const compare = (first: Content, later: Content, lexicon: Lexicon): Comparison =>
  compareIf(first, later, lexicon, () => true) as Comparison;

/**
 * The same where it is worth while; what is left out, added or turned round is not asked of contents that have little in common.
 * @param worth is handed what they have in common, and how their words are aligned; `null` is given where it says no
 */
export function compareIf(
  first: Content,
  later: Content,
  lexicon: Lexicon,
  worth: (likeness: Likeness, aligned: Pairing) => boolean,
): Comparison | null {
  const [wholeA, wholeB] = [bare(first, lexicon), bare(later, lexicon)];
  if (first.denied === later.denied && sameForms(wholeA, wholeB))
    return { ...EXACT, common: contentCount(wholeA, lexicon) };
  const whole = align(forms(wholeA), forms(wholeB));
  const a = focus(wholeA, wholeB, whole, 0);
  const b = focus(wholeB, wholeA, whole, 1);
  const pairs = a === wholeA && b === wholeB ? whole : align(forms(a), forms(b));
  const order = pairs.length / Math.max(1, Math.min(a.length, b.length));
  const left = wholeA.length > pairs.length;
  const words =
    pairs.length < wholeB.length
      ? "reworded"
      : left && !insertedFor(first, later, a, pairs, lexicon)
        ? "trimmed"
        : "exact";
  const within = left && pairs.length === wholeB.length;
  const likeness = { ...share(a, b, lexicon), order, within, words } as const;
  if (!worth(likeness, whole)) return null;
  const found = alterations({ first, later, a, b, pairs, order }, lexicon);
  return { ...likeness, change: found.length > 0 ? "changed" : words, alterations: found };
}

/** Whether of some words only those sentences are compared that others have words of: they are much longer. */
export const mayBeCut = (words: Int32Array, others: Int32Array): boolean => words.length >= 1.3 * others.length;

/** The sentences of the longer one that the other has words of; all of it when it is not much longer. */
function focus(words: Int32Array, others: Int32Array, pairs: Pairing, side: 0 | 1): Int32Array {
  if (!mayBeCut(words, others)) return words;
  const sentences = sentencesIn(words);
  if (sentences.length < 2) return words;
  const kept = sentences.filter(([from, to]) => {
    const n = pairs.filter((pair) => pair[side] >= from && pair[side] < to).length;
    return n >= 3 || n >= 0.5 * (to - from);
  });
  if (kept.length === 0 || kept.length === sentences.length) return words;
  return Int32Array.from(kept.flatMap(([from, to]) => [...words.subarray(from, to)]));
}

/** Whether the writer's [insertion] stands for all that is left out, and that is pronouns: "[Brennock] did not know". */
function insertedFor(first: Content, later: Content, a: Int32Array, pairs: Pairing, lexicon: Lexicon): boolean {
  const inserted = (c: Content): number => c.words.filter((w) => (w & INSERTED) !== 0).length;
  if (inserted(later) <= inserted(first)) return false;
  const kept = new Set(pairs.map(([i]) => i));
  return a.every((w, i) => kept.has(i) || (lexicon.classOf(w) & (PRONOUN | STAND_IN)) !== 0);
}

const EXACT = {
  change: "exact",
  alterations: [] as Alteration[],
  jaccard: 1,
  overlap: 1,
  order: 1,
  within: false,
  words: "exact",
} as const;

const sameForms = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((w, i) => formId(w) === formId(b[i] as number));

function contentCount(words: Int32Array, lexicon: Lexicon): number {
  const senses = new Set<number>();
  for (const w of words) if ((lexicon.classOf(w) & CONTENT) !== 0) senses.add(lexicon.senseOf(w));
  return senses.size;
}

/** Content words in common; names that stand for a pronoun or "the company" of the other do not count against it. */
function share(a: Int32Array, b: Int32Array, lexicon: Lexicon): Pick<Comparison, "jaccard" | "overlap" | "common"> {
  const [inA, inB] = [senses(a, lexicon), senses(b, lexicon)];
  let [both, common, onlyA, onlyB] = [0, 0, 0, 0];
  for (const [s, w] of inA.weights) {
    if (inB.weights.has(s)) {
      both += w;
      common++;
    } else if (!(inA.names.has(s) && inB.standsIn)) onlyA += w;
  }
  for (const [s, w] of inB.weights) if (!inA.weights.has(s) && !(inB.names.has(s) && inA.standsIn)) onlyB += w;
  const all = both + onlyA + onlyB;
  return {
    jaccard: all > 0 ? both / all : 0,
    overlap: all > 0 ? both / Math.max(1e-9, both + Math.min(onlyA, onlyB)) : 0,
    common,
  };
}

interface Senses {
  weights: Map<number, number>;
  names: Set<number>;
  standsIn: boolean;
}

function senses(words: Int32Array, lexicon: Lexicon): Senses {
  const out: Senses = { weights: new Map(), names: new Set(), standsIn: false };
  for (const w of words) {
    const kind = lexicon.classOf(w);
    if ((kind & (PRONOUN | STAND_IN)) !== 0) out.standsIn = true;
    if ((kind & CONTENT) === 0) continue;
    const s = lexicon.senseOf(w);
    const factor = (kind & NUMBER) !== 0 ? 1.3 : (kind & STAND_IN) !== 0 ? 0.5 : 1;
    out.weights.set(s, lexicon.weight(s) * factor);
    if ((w & NAME) !== 0) out.names.add(s);
  }
  return out;
}
