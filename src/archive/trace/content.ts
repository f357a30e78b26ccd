/** Contents as the comparison takes them. */
import { CONTENT, formId, HEDGE, INSERTED, type Lexicon, START } from "./lexicon.ts";

/** A content ready to be compared. */
export interface Content {
  /** Packed words (`Lexicon.pack`). */
  words: Int32Array;
  /** In quotation marks, or after a speaker's label. */
  direct: boolean;
  /** Told as denied, or as not said: turns the sense of the words round. */
  denied: boolean;
}

const bareOf = new WeakMap<Content, Int32Array>();

/** Words as they are compared: hedges, the writer's insertions and an opening "that" of indirect speech aside. */
function bareWords(content: Content, lexicon: Lexicon): Int32Array {
  const kept = content.words.filter((w) => (w & INSERTED) === 0 && (lexicon.classOf(w) & HEDGE) === 0);
  return !content.direct && /^(?:that|whether)$/.test(kept.length > 1 ? lexicon.form(kept[0] as number) : "")
    ? kept.subarray(1)
    : kept;
}

/** The words of a content without what does not count; worked out once for each content. */
export function bare(content: Content, lexicon: Lexicon): Int32Array {
  const known = bareOf.get(content);
  if (known) return known;
  const words = bareWords(content, lexicon);
  bareOf.set(content, words);
  return words;
}

const formsOf = new WeakMap<Int32Array, Int32Array>();

/** The forms of some words, for alignment; worked out once for each row of words. */
export function forms(words: Int32Array): Int32Array {
  const known = formsOf.get(words);
  if (known) return known;
  const found = words.map(formId);
  formsOf.set(words, found);
  return found;
}

const formSets = new WeakMap<Int32Array, ReadonlySet<number>>();

/** The same, each once. */
function formSet(words: Int32Array): ReadonlySet<number> {
  const known = formSets.get(words);
  if (known) return known;
  const found = new Set(forms(words));
  formSets.set(words, found);
  return found;
}

/** How many of some words stand among others, in whatever order: no fewer than an alignment of the two would find. */
export function inCommon(words: Int32Array, others: Int32Array): number {
  const there = formSet(others);
  let found = 0;
  for (const form of forms(words)) if (there.has(form)) found++;
  return found;
}

/** How many content words stand among some words, each once. */
export function weightOf(words: Int32Array, lexicon: Lexicon): number {
  const senses = new Set<number>();
  for (const w of words) if ((lexicon.classOf(w) & CONTENT) !== 0) senses.add(lexicon.senseOf(w));
  return senses.size;
}

/** Sentences of a row of words as `[from, to)` indices; a short one goes with the one before it. */
export function sentencesIn(words: Int32Array, fewest = 1): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && ((words[i] as number) & START) === 0) continue;
    const last = found.at(-1);
    if (last && i - from < fewest) last[1] = i;
    else found.push([from, i]);
    from = i;
  }
  return found;
}
