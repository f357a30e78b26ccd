/** Readings made without the model: one statement a sentence of the form `Name said …`. */
import type { Attribution, ArticleMeta, Reading, Span } from "../../src/document.ts";

const SAID = /(\p{Lu}\p{L}+ \p{Lu}\p{L}+) (said|reportedly said) ([^.]+)\./gu;

export function makeReading(doc: string, text: string, article: Partial<ArticleMeta> = {}): Reading {
  const attributions = [...text.matchAll(SAID)].map((match, i): Attribution => {
    const [, name = "", cue = "", content = ""] = match;
    const at = match.index;
    const span = (from: number, words: string): Span => [from, from + words.length];
    const why = { how: "stated", by: "test", reason: "it is written so", confidence: 1 } as const;
    return {
      id: `a${i + 1}`,
      source: [span(at, name)],
      cue: [span(at + name.length + 1, cue)],
      content: [span(at + name.length + cue.length + 2, content)],
      form: "indirect",
      act: "claim",
      negated: false,
      framing: cue === "said" ? "neutral" : "hearsay",
      kind: "person",
      naming: "named",
      entity: name,
      role: null,
      channel: [],
      within: null,
      when: null,
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
