/**
 * Which contents are worth comparing, without comparing all pairs: contents that share a key. Keys are the least hashes
 * of word triples (a bottom-k sketch after Broder 1997), pairs of the content's rarest words, and the speaker's name with
 * a rare word. A hot key gives its latest contents only, so a content costs a bounded number of comparisons.
 */
import { sentencesIn } from "./content.ts";
import { hashText, mix, mixWide } from "./hash.ts";
import { CONTENT, HEDGE, INSERTED, type Lexicon } from "./lexicon.ts";
import type { Told } from "./told.ts";

/** Word triples kept of a content. */
const SKETCH = 8;
/** Rare words of which pairs are made. */
const RAREST = 5;
/** Contents looked at behind one key, latest first, and of all keys together. */
export const PER_KEY = 12;
const PER_CONTENT = 24;

/** Keys of all word triples, brackets and hedges aside. */
function allWordKeys(words: Int32Array, lexicon: Lexicon): Set<number> {
  const triples = new Set<number>();
  let [x, y] = [-1, -1];
  for (const w of words) {
    if ((w & INSERTED) !== 0 || (lexicon.classOf(w) & HEDGE) !== 0) continue;
    const z = lexicon.hashOf(w);
    if (x >= 0) triples.add(mixWide(mix(x, y), z));
    [x, y] = [y, z];
  }
  return triples;
}

/** Keys of the pairs of rare words. */
function rareKeys(rare: readonly number[]): number[] {
  const keys: number[] = [];
  for (let i = 0; i < rare.length; i++)
    for (let j = i + 1; j < rare.length; j++) keys.push(mixWide(rare[i] as number, rare[j] as number));
  return keys;
}

/** Hashes of the rarest senses, in order of the hashes. */
function rarest(words: Int32Array, most: number, lexicon: Lexicon): number[] {
  const senses = new Set<number>();
  for (const w of words) if ((lexicon.classOf(w) & CONTENT) !== 0) senses.add(lexicon.senseOf(w));
  return [...senses]
    .map((s) => ({ weight: lexicon.weight(s), hash: lexicon.hashOfSense(s) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most)
    .map((s) => s.hash)
    .sort((a, b) => a - b);
}

/** Sentences of a long speech that get keys of their own; shorter ones than SHORT words go with the one before. */
const SENTENCES = 12;
const SHORT = 5;

/**
 * All keys of a content, sentence by sentence, so that one sentence of a long speech is found again. `speaker` is the
 * last word of the speaker's name, or of a description.
 */
export function keysOf(words: Int32Array, speaker: string | null, lexicon: Lexicon): number[] {
  const keys: number[] = [];
  const who = speaker === null ? null : hashText(`@${speaker}`);
  for (const [from, to] of sentencesIn(words, SHORT).slice(0, SENTENCES)) {
    const sentence = words.subarray(from, to);
    keys.push(...[...allWordKeys(sentence, lexicon)].sort((a, b) => a - b).slice(0, SKETCH));
    const rare = rarest(sentence, RAREST, lexicon);
    keys.push(...rareKeys(rare));
    if (who !== null) for (const hash of rare) keys.push(mixWide(who, hash));
  }
  return keys;
}

/** All keys of a telling. */
export const tellingKeys = ({ content, speaker }: Told, lexicon: Lexicon): number[] =>
  keysOf(content.words, speaker?.words.at(-1) ?? null, lexicon);

/** Rare words of a sentence by which it is looked up: more than of a telling, since it may say more beside. */
const SENTENCE_WORDS = 8;

/** Keys by which a sentence that nobody says is looked up: all its word triples, and more rare words. */
export const sentenceKeys = (words: Int32Array, lexicon: Lexicon): number[] => [
  ...allWordKeys(words, lexicon),
  ...rareKeys(rarest(words, SENTENCE_WORDS, lexicon)),
];

/** Of the ids found behind keys those that came most often, most often first, later ones before earlier. */
export function mostShared(found: readonly number[]): number[] {
  const votes = new Map<number, number>();
  for (const id of found) votes.set(id, (votes.get(id) ?? 0) + 1);
  return ranked([...votes.keys()], (id) => votes.get(id) as number);
}

function ranked(ids: readonly number[], votesOf: (id: number) => number): number[] {
  // Most share one key by chance: where enough share more, they need not be sorted.
  const several = ids.filter((id) => votesOf(id) > 1);
  return (several.length >= PER_CONTENT ? several : [...ids])
    .sort((a, b) => votesOf(b) - votesOf(a) || b - a)
    .slice(0, PER_CONTENT);
}

/** Contents by key, in typed arrays that grow by doubling: 8 bytes a key and content, and a hash table of heads. */
export interface KeyIndex {
  add(id: number, keys: readonly number[]): void;
  /** Ids that share keys, those with most keys in common first, later ones before earlier; none below `since`. */
  find(keys: readonly number[], since: number): number[];
}

/** An empty index. */
export function newKeyIndex(): KeyIndex {
  let heads = newTable(1 << 12);
  let used = 0;
  let ids = new Int32Array(1 << 12);
  let earlier = new Int32Array(1 << 12);
  let size = 0;
  let votes = new Uint16Array(1 << 10);
  const slot = (table: Table, key: number): number => {
    const mask = table.keys.length - 1;
    let at = mix(key, Math.floor(key / 2 ** 32)) & mask;
    while (table.entry[at] !== -1 && table.keys[at] !== key) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const larger = newTable(heads.keys.length * 2);
    for (let i = 0; i < heads.keys.length; i++) {
      if (heads.entry[i] === -1) continue;
      const at = slot(larger, heads.keys[i] as number);
      larger.keys[at] = heads.keys[i] as number;
      larger.entry[at] = heads.entry[i] as number;
    }
    heads = larger;
  };
  return {
    add: (id, keys) => {
      if (id >= votes.length) votes = new Uint16Array(2 * id);
      for (const key of new Set(keys)) {
        if (used * 3 > heads.keys.length * 2) grow();
        if (size === ids.length) {
          ids = doubled(ids);
          earlier = doubled(earlier);
        }
        const at = slot(heads, key);
        if (heads.entry[at] === -1) used++;
        ids[size] = id;
        earlier[size] = heads.entry[at] as number;
        heads.keys[at] = key;
        heads.entry[at] = size++;
      }
    },
    find: (keys, since) => {
      const found: number[] = [];
      for (const key of new Set(keys)) {
        let entry = heads.entry[slot(heads, key)] as number;
        for (let n = 0; entry !== -1 && n < PER_KEY; n++) {
          const id = ids[entry] as number;
          // Ids come in order: the others are lower still.
          if (id < since) break;
          const before = votes[id] as number;
          if (before === 0) found.push(id);
          votes[id] = before + 1;
          entry = earlier[entry] as number;
        }
      }
      const most = ranked(found, (id) => votes[id] as number);
      for (const id of found) votes[id] = 0;
      return most;
    },
  };
}

interface Table {
  keys: Float64Array;
  /** Latest entry with this key; -1 for an empty place. */
  entry: Int32Array;
}
const newTable = (size: number): Table => ({ keys: new Float64Array(size), entry: new Int32Array(size).fill(-1) });
const doubled = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};
