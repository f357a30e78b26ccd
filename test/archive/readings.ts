/** Readings made without the model: one statement a sentence of the form `Name said …`. */
import type { Archive } from "../../src/archive/archive.ts";
import { plain } from "../../src/attribution/plain.ts";
import type { Attribution, ArticleMeta, Reading, Span } from "../../src/document.ts";

const SAID = /(\p{Lu}\p{L}+ \p{Lu}\p{L}+) (said|reportedly said) ([^.]+)\./gu;

export function makeReading(doc: string, text: string, article: Partial<ArticleMeta> = {}): Reading {
  const attributions = [...text.matchAll(SAID)].map((match, i): Attribution => {
    const [, name = "", cue = "", content = ""] = match;
    const at = match.index;
    const span = (from: number, words: string): Span => [from, from + words.length];
    const why = { how: "stated", by: "test", reason: "it is written so", confidence: 1 } as const;
    return {
      ...plain(),
      id: `a${i + 1}`,
      source: [span(at, name)],
      cue: [span(at + name.length + 1, cue)],
      content: [span(at + name.length + cue.length + 2, content)],
      framing: cue === "said" ? "neutral" : "hearsay",
      kind: "person",
      naming: "named",
      entity: name,
      confidence: 0.9,
      why: { source: why },
    };
  });
  return {
    doc,
    text,
    blocks: [{ kind: "paragraph", span: [0, text.length] }],
    article: {
      title: null,
      byline: null,
      outlet: null,
      published: null,
      modified: null,
      language: "en",
      url: null,
      from: {},
      ...article,
    },
    furniture: [],
    credits: [],
    attributions,
  };
}

/** The reading with every statement changed so. */
export const labelled = (reading: Reading, change: Partial<Attribution>): Reading => ({
  ...reading,
  attributions: reading.attributions.map((a) => ({ ...a, ...change })),
});

/** Keeps a reading as if it had just been brought in. */
export const keepReading = (archive: Archive, reading: Reading): Promise<unknown> =>
  archive.save({
    reading,
    model: "m",
    origin: reading.doc,
    inputKey: reading.doc,
    at: "2025-05-01T00:00:00Z",
  });
