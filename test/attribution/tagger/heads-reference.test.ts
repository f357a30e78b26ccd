import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answersTo, sharesOf } from "../../../src/attribution/entities/learned/answers.ts";
import { describeAll } from "../../../src/attribution/entities/learned/described.ts";
import { FEATURES } from "../../../src/attribution/entities/learned/features.ts";
import { findAll, type Heard } from "../../../src/attribution/entities/learned/found.ts";
import { questionsOf } from "../../../src/attribution/entities/learned/questions.ts";
import { type HeadsVocabulary, lexiconOf } from "../../../src/attribution/entities/learned/vocabulary.ts";
import { type Word, wordsOf } from "../../../src/attribution/entities/learned/words.ts";
import { MODEL_FOLDER } from "../../../src/attribution/tagger/load.ts";
import type { Span } from "../../../src/document.ts";

interface Reference {
  article: string;
  /** [start, end, sentence, shape, listed] */
  words: [number, number, number, number, number][];
  /** [first word, end, form, kind] */
  mentions: [number, number, string, string][];
  questions: { mention: number; candidates: number[]; features: number[][]; answer: number; probability: number }[];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
/** What Python made of the same articles, the networks' part made up from the spelling; written by `training/`. */
const references = JSON.parse(read("reference/heads.json")) as Reference[];
const lexicon = lexiconOf(JSON.parse(readFileSync(new URL("heads.json", MODEL_FOLDER), "utf8")) as HeadsVocabulary);
const KINDS = lexicon.kinds.length;

/** Every word one piece, as in the reference. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let stretch = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const spans = [...line[0].matchAll(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu)].map(
      (m): Span => [line.index + m.index, line.index + m.index + m[0].length],
    );
    if (spans.length === 0) continue;
    const sentence = words.length > 0 ? (words.at(-1) as Word).sentence + 1 : 0;
    words.push(...wordsOf(text, { spans, first: spans.map(() => true) }, { stretch: stretch++, sentence }, lexicon));
  }
  return words;
}

function madeUp({ text, shape, listed }: Word): Heard {
  const kind = text.length % KINDS;
  const tags = new Array<number>(2 * KINDS + 1).fill(0.02);
  const add = (list: number[], at: number, by: number): void => {
    list[at] = (list[at] as number) + by;
  };
  tags[0] = shape === 2 || shape === 3 ? 0.1 : 0.9;
  add(tags, 1 + 2 * kind, text.length % 2 ? 0.3 : 0.1);
  add(tags, 2 + 2 * kind, 0.2);
  const heads = new Array<number>(KINDS + 1).fill(0.02);
  heads[0] = listed > 6 ? 0.1 : 0.9;
  add(heads, 1 + (listed % KINDS), 0.5);
  const total = (list: number[]): number => list.reduce((a, b) => a + b, 0);
  const [t, h] = [tags.map((v) => v / total(tags)), heads.map((v) => v / total(heads))];
  const each = Array.from({ length: KINDS }, (_, k) => k);
  return {
    outside: t[0] as number,
    begins: each.reduce((n, k) => n + (t[1 + 2 * k] as number), 0),
    inside: each.reduce((n, k) => n + (t[2 + 2 * k] as number), 0),
    name: each.map((k) => (t[1 + 2 * k] as number) + (t[2 + 2 * k] as number)),
    noHead: h[0] as number,
    head: h.slice(1),
  };
}

const score = (features: Float32Array): number =>
  features.reduce((sum, f, k) => sum + f * (((k * 7 + 3) % 11) - 5), 0) / 4;

describe("the pure parts of the heads against Python's reference outputs", () => {
  it.each(references.map((r) => [r.article, r] as const))("%s", (article, reference) => {
    const words = wordsIn(read(`articles/${article}.txt`));
    expect(words.map((w) => [...w.span, w.sentence, w.shape, w.listed])).toEqual(reference.words);
    const found = findAll(words, words.map(madeUp), lexicon);
    const mentions = describeAll(words, found, lexicon);
    expect(
      mentions.map(({ found: f, kind }) => [f.start, f.end, f.form, f.form === "pronoun" ? "person" : kind]),
    ).toEqual(reference.mentions);
    const asked = questionsOf(mentions, lexicon);
    expect(asked.map(({ mention, candidates }) => ({ mention, candidates }))).toEqual(
      reference.questions.map(({ mention, candidates }) => ({ mention, candidates })),
    );
    const row = (q: (typeof asked)[number], i: number): Float32Array =>
      q.features.subarray(i * FEATURES, (i + 1) * FEATURES);
    asked.forEach((q, i) => {
      reference.questions[i]?.features.forEach((expected, k) => {
        const ours = Array.from(row(q, k), (v) => Math.round(v * 1e3) / 1e3);
        expect(ours).toEqual(expected.map((v) => expect.closeTo(v, 2)));
      });
    });
    const shares = asked.map((q) =>
      sharesOf(
        q,
        q.candidates.map((_, k) => score(row(q, k))),
        mentions,
      ),
    );
    const answers = answersTo(mentions, asked, shares);
    expect(answers.map((a) => a.mention)).toEqual(reference.questions.map((q) => q.answer));
    answers.forEach(({ probability }, i) => {
      expect(probability).toBeCloseTo(reference.questions[i]?.probability as number, 3);
    });
  });
});
