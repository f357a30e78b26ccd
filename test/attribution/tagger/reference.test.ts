import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTagger, MODEL_FOLDER } from "../../../src/attribution/tagger/load.ts";
import type { Tagger } from "../../../src/attribution/tagger/tagger.ts";
import { parseVocabulary, wordPieces } from "../../../src/attribution/tagger/wordpiece.ts";
import type { Span } from "../../../src/document.ts";

interface Reference {
  article: string;
  pieces: number[];
  attributions: { source: Span[]; cue: Span[]; content: Span[]; confidence: number }[];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
/** What Python made of the same articles with the same files; written by `training/`. */
const references = JSON.parse(read("reference/tagger.json")) as Reference[];

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

describe("the tagger against Python's reference outputs", () => {
  it.each(references.map((r) => [r.article, r] as const))("%s", async (article, reference) => {
    const text = read(`articles/${article}.txt`);
    const lines = [...text.matchAll(/[^\n]+/g)].map((m): Span => [m.index, m.index + m[0].length]);
    const vocabulary = parseVocabulary(readFileSync(new URL("vocab.txt", MODEL_FOLDER), "utf8"));
    expect(lines.flatMap((line) => wordPieces(vocabulary, text, line).ids)).toEqual(reference.pieces);
    const found = await tagger.tag(text, lines);
    expect(found.map(({ source, cue, content }) => ({ source, cue, content }))).toEqual(
      reference.attributions.map(({ source, cue, content }) => ({ source, cue, content })),
    );
    for (const [i, a] of found.entries())
      expect(a.confidence).toBeCloseTo(reference.attributions[i]?.confidence ?? 0, 2);
  });
});
