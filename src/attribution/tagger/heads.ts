/**
 * The heads for names and antecedents: two small networks over the encoder's states after its second layer (`lower`). What
 * goes into them and what comes out is pure and stands in `../entities/learned/`.
 */
import { answersTo, sharesOf, type Shares, softmax } from "../entities/learned/answers.ts";
import { describeAll } from "../entities/learned/described.ts";
import { FEATURES } from "../entities/learned/features.ts";
import { findAll, type Found, type Heard, isPronoun } from "../entities/learned/found.ts";
import { type Known, makeKnown } from "../entities/learned/known.ts";
import { NONE, neededAt, type Question, questionsOf } from "../entities/learned/questions.ts";
import type { Lexicon } from "../entities/learned/vocabulary.ts";
import { type Word, wordsOf } from "../entities/learned/words.ts";
import type { Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Session, Tensor } from "./session.ts";
import type { Window } from "./windows.ts";
import type { Pieces } from "./wordpiece.ts";

/** Collects what the heads say of one article while it is read. */
export interface People {
  /** The pieces of the next stretch, in order of the text, before any window with them is read. */
  hear(text: string, pieces: Pieces): void;
  /** A batch of windows with the encoder's states `[windows, width, size]`, the first of each row being [CLS]. */
  read(batch: readonly Window[], width: number, states: Float32Array): Promise<void>;
  /**
   * What is known of the article once all windows are read. Whom nouns stand for is told where they stand in `where` only,
   * everywhere if it is missing: there are many, and few speak.
   */
  known(where?: readonly Span[]): Promise<Known>;
}

export interface HeadsParts {
  lexicon: Lexicon;
  /** states, shape, listed `[windows, pieces]` → names `[…, 13]`, heads `[…, 7]`. */
  names: Session;
  /** states `[mentions, size]`, mention, candidate, features → scores `[pairs]`. */
  antecedent: Session;
}

/** A word's own state is kept where it may be asked about, as its sum over the pieces. */
interface State {
  sum: Float32Array;
  pieces: number;
}

/** Questions in one run of the scorer, so that a long article needs no more memory than a short one. */
const QUESTIONS = 64;
const UNREAD: Heard = { outside: 1, begins: 0, inside: 0, name: [], noHead: 1, head: [] };

export function makePeople({ lexicon, names, antecedent }: HeadsParts): People {
  const words: Word[] = [];
  const heard: Heard[] = [];
  const states: (State | null)[] = [];
  const kinds = lexicon.kinds.length;
  const none = new Array<number>(kinds).fill(0);
  let stretches = 0;
  let size = 0;

  /** Numbers of the words to which the pieces of a window belong; -1 for the break between two stretches. */
  const owners = ({ spans, stretch }: Window): number[] =>
    spans.map((span, i) => (stretch[i] === -1 ? -1 : lastStartingBy(words, span[0])));

  return {
    hear(text, pieces) {
      const sentence = words.length > 0 ? (words.at(-1) as Word).sentence + 1 : 0;
      for (const word of wordsOf(text, pieces, { stretch: stretches++, sentence }, lexicon)) {
        words.push(word);
        heard.push({ ...UNREAD, name: none, head: none });
        states.push(null);
      }
    },
    async read(batch, width, all) {
      size = all.length / (batch.length * width);
      const of = batch.map(owners);
      const result = await names.run(nameFeeds(batch, of, words, { all, width, size }));
      batch.forEach((window, row) => {
        const owner = of[row] as number[];
        for (let k = window.accept[0]; k < window.accept[1]; k++) {
          const at = owner[k] as number;
          const word = words[at];
          if (!word || word.span[0] !== (window.spans[k] as Span)[0] || states[at]) continue;
          const base = row * (width - 2) + k;
          const h = heardAt(result.names as Float32Array, result.heads as Float32Array, base, kinds);
          heard[at] = h;
          if (h.outside >= 0.5 && h.noHead >= 0.5 && !isPronoun(word, lexicon)) continue;
          let end = k + 1;
          while (owner[end] === at) end++;
          states[at] = sumOf(all, (row * width + 1 + k) * size, end - k, size);
        }
      });
    },
    async known(where) {
      const found = findAll(words, heard, lexicon);
      const mentions = describeAll(words, found, lexicon);
      const asked = questionsOf(mentions, lexicon, where && neededAt(where, words));
      const shares: Shares[] = [];
      for (let i = 0; i < asked.length; i += QUESTIONS) {
        const part = asked.slice(i, i + QUESTIONS);
        const { scores } = await antecedent.run(scorerFeeds(part, found, states, size));
        let at = 0;
        for (const question of part) {
          const end = at + question.candidates.length;
          shares.push(sharesOf(question, (scores as Float32Array).subarray(at, end), mentions));
          at = end;
        }
      }
      const answers = answersTo(mentions, asked, shares);
      return makeKnown({ words, heard, mentions, asked, shares, answers }, lexicon.kinds);
    },
  };
}

function heardAt(names: Float32Array, heads: Float32Array, row: number, kinds: number): Heard {
  const name = probabilities(names, row, 2 * kinds + 1);
  const head = probabilities(heads, row, kinds + 1);
  const each = new Array<number>(kinds);
  let [begins, inside] = [0, 0];
  for (let k = 0; k < kinds; k++) {
    const [b, i] = [name[1 + 2 * k] as number, name[2 + 2 * k] as number];
    begins += b;
    inside += i;
    each[k] = b + i;
  }
  return { outside: name[0] as number, begins, inside, name: each, noHead: head[0] as number, head: head.slice(1) };
}

/** Softmax of one row of a table of scores. */
const probabilities = (scores: Float32Array, row: number, width: number): number[] =>
  softmax(Array.from(scores.subarray(row * width, (row + 1) * width)));

function sumOf(all: Float32Array, from: number, pieces: number, size: number): State {
  const sum = new Float32Array(size);
  for (let p = 0; p < pieces; p++)
    for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (all[from + p * size + i] as number);
  return { sum, pieces };
}

function nameFeeds(
  batch: readonly Window[],
  owners: readonly (readonly number[])[],
  words: readonly Word[],
  { all, width, size }: { all: Float32Array; width: number; size: number },
): Record<string, Tensor> {
  const longest = width - 2;
  const states = new Float32Array(batch.length * longest * size);
  const shape = new BigInt64Array(batch.length * longest);
  const listed = new BigInt64Array(batch.length * longest);
  batch.forEach(({ ids }, row) => {
    const from = (row * width + 1) * size;
    states.set(all.subarray(from, from + ids.length * size), row * longest * size);
    (owners[row] as number[]).forEach((owner, k) => {
      const word = words[owner];
      if (!word) return;
      shape[row * longest + k] = BigInt(word.shape);
      listed[row * longest + k] = BigInt(word.listed);
    });
  });
  const dims = [batch.length, longest];
  return {
    states: { type: "float32", data: states, dims: [...dims, size] },
    shape: { type: "int64", data: shape, dims },
    listed: { type: "int64", data: listed, dims },
  };
}

/** Pairs of some questions; states only of the mentions that stand in them. */
function scorerFeeds(
  asked: readonly Question[],
  found: readonly Found[],
  states: readonly (State | null)[],
  size: number,
): Record<string, Tensor> {
  const rows = new Map<number, number>();
  const rowOf = (mention: number): bigint => {
    if (mention === NONE) return -1n;
    const row = rows.get(mention) ?? rows.size;
    rows.set(mention, row);
    return BigInt(row);
  };
  const pairs = asked.flatMap(({ mention, candidates }) => candidates.map((c) => [rowOf(mention), rowOf(c)] as const));
  const values = new Float32Array(rows.size * size);
  for (const [mention, row] of rows) meanInto(values, row * size, found[mention] as Found, states, size);
  const features = new Float32Array(pairs.length * FEATURES);
  let at = 0;
  for (const question of asked) {
    features.set(question.features, at);
    at += question.features.length;
  }
  const column = (k: 0 | 1): Tensor => ({
    type: "int64",
    data: BigInt64Array.from(pairs, (pair) => pair[k]),
    dims: [pairs.length],
  });
  return {
    states: { type: "float32", data: values, dims: [rows.size, size] },
    mention: column(0),
    candidate: column(1),
    features: { type: "float32", data: features, dims: [pairs.length, FEATURES] },
  };
}

function meanInto(
  values: Float32Array,
  base: number,
  { start, end }: Found,
  states: readonly (State | null)[],
  size: number,
): void {
  const own = states.slice(start, end).filter((s) => s !== null);
  const count = own.reduce((n, { pieces }) => n + pieces, 0) || 1;
  for (const { sum } of own)
    for (let i = 0; i < size; i++) values[base + i] = (values[base + i] as number) + (sum[i] as number) / count;
}
