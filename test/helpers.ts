/** What many tests need: documents from text, attributions from marked strings, a tagger that says what it is told. */
import { toAttribution } from "../src/attribution/attribute.ts";
import type { Context, Proposal } from "../src/attribution/context.ts";
import type { Tagger } from "../src/attribution/tagger/tagger.ts";
import type { Attribution, Document, Span, TraceStep } from "../src/document.ts";
import { findQuotations } from "../src/reading/quotations.ts";
import { readText } from "../src/reading/text.ts";
import { findSentences } from "../src/reading/sentences.ts";

export const docOf = (text: string, published: string | null = null): Document =>
  readText({ id: "test", body: text, kind: "text", given: published ? { published } : {} });

export function contextOf(doc: Document, trace: TraceStep[] = []): Context {
  return {
    doc,
    sentences: findSentences(doc),
    quotations: findQuotations(doc),
    note: (step) => {
      trace.push({ attribution: null, ...step });
    },
  };
}

/** Span of the n-th occurrence of `words` in `text`. */
export function spanOf(text: string, words: string, nth = 1): Span {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  return [at, at + words.length];
}

export function proposal(text: string, source: string[], cue: string[], content: string[]): Proposal {
  const spans = (list: string[]): Span[] => list.map((words) => spanOf(text, words));
  return {
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    confidence: 0.9,
    by: "test",
    reason: "test",
  };
}

export const attributionOf = (
  text: string,
  source: string[],
  cue: string[],
  content: string[],
  id = "a1",
): Attribution => ({
  ...toAttribution(proposal(text, source, cue, content)),
  id,
});

export const wordsOfSpans = (text: string, spans: readonly Span[]): string[] => spans.map((s) => text.slice(...s));

/** A tagger that proposes nothing, or what it is given at the first call. */
export function fixedTagger(proposals: readonly Proposal[] = []): Tagger {
  let first = true;
  return {
    model: "fixed",
    meanings: () => null,
    tag: async () => {
      const now = first ? [...proposals] : [];
      first = false;
      return now;
    },
  };
}
