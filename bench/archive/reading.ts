/** A generated article as the reading that Hearsay would have made of it: with reasons, meanings and metadata, so that it takes as much room. */
import type { Attribution, Field, Reading, Why } from "../../src/document.ts";
import type { TraceArticle } from "../../src/archive/trace/types.ts";
import { thousandths } from "../../src/attribution/calibration.ts";
import type { Random } from "../../test/archive/trace/random.ts";
import type { Voice } from "./words.ts";

/** Numbers of a meaning, as the model gives them. */
const MEANING = 128;
/** Steps of a number to either side, as the model gives them. */
const STEPS = 20;

/** @param voices by name */
export function readingOf(article: TraceArticle, voices: ReadonlyMap<string, Voice>, r: Random): Reading {
  const { doc, text, title, outlet, published, url, blocks, credits } = article;
  return {
    doc,
    text,
    blocks: blocks.map((span) => ({ kind: "paragraph", span })),
    article: {
      title,
      byline: `Reporter ${doc.length}`,
      outlet,
      published,
      modified: null,
      language: "en",
      url,
      from: { title: "json-ld", outlet: "open-graph", published: "json-ld", url: "link", language: "detected" },
    },
    furniture: [],
    credits: [...credits],
    attributions: article.attributions.map((a) => filled(a, text, voices, r)),
  };
}

function filled(a: Attribution, text: string, voices: ReadonlyMap<string, Voice>, r: Random): Attribution {
  const { kind, naming, role } = voices.get(a.entity ?? "") ?? { kind: a.kind, naming: a.naming, role: a.role };
  const confidence = thousandths(0.4 + r.next() * 0.6);
  const cue = text.slice(...(a.cue[0] ?? [0, 0]));
  const tagger = (): Why => ({
    how: "inferred",
    by: "tagger",
    reason: "the reading model takes these words for a statement of somebody's",
    confidence,
  });
  const stated = (by: string, reason: string): Why => ({ how: "stated", by, reason, confidence: 0.9 });
  const why: Partial<Record<Field, Why>> = {
    source: tagger(),
    cue: tagger(),
    content: tagger(),
    form: stated(
      "form",
      a.form === "direct" ? "all of it stands in quotation marks" : "none of it stands in quotation marks",
    ),
    act: stated("act", `the cue “${cue}” signals it`),
    negated: stated("act", "nothing negates the cue"),
    framing: stated("act", "told in neutral words"),
    kind: stated("speaker", "the article names the source"),
    naming: stated("speaker", "the article names the source"),
    entity: stated("speaker", `“${a.entity}” is named so in the article`),
  };
  const content = a.content.map((span) => text.slice(...span)).join(" ");
  return { ...a, kind, naming, role: role || null, confidence, why, meaning: meaningOf(content) };
}

const vectors = new Map<string, Int8Array>();

/** A sum of one vector a word: what shares words is alike, as it is to a model. */
function meaningOf(content: string): string {
  const sum = new Float64Array(MEANING);
  for (const word of content.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    const vector = vectorOf(word);
    for (let i = 0; i < MEANING; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  }
  const most = sum.reduce((max, x) => Math.max(max, Math.abs(x)), 0) || 1;
  return Buffer.from(Int8Array.from(sum, (x) => Math.round((x / most) * STEPS)).buffer).toString("base64");
}

function vectorOf(word: string): Int8Array {
  const known = vectors.get(word);
  if (known) return known;
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  const vector = Int8Array.from({ length: MEANING }, () => {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return h >> 24;
  });
  vectors.set(word, vector);
  return vector;
}
