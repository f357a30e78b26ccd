/**
 * The stage, top to bottom: the tagger proposes, finders add what it cannot see, refiners set spans and labels.
 * The two lists are literal and in order; a comment stands wherever the order matters.
 */
import type { Attribution, Document, Reading, TraceStep } from "../document.ts";
import { findQuotations } from "../reading/quotations.ts";
import { findSentences } from "../reading/sentences.ts";
import type { Context, Finder, Proposal, Refiner } from "./context.ts";
import type { Tagger } from "./tagger/tagger.ts";

const FINDERS: readonly Finder[] = [];

const REFINERS: readonly Refiner[] = [];

export interface AttributeOptions {
  /** Keep an account of every step (`Reading.trace`). */
  trace?: boolean;
}

/** Finds who says what in a document. */
export async function attribute(doc: Document, tagger: Tagger, options: AttributeOptions = {}): Promise<Reading> {
  const trace: TraceStep[] = [];
  const context: Context = {
    doc,
    sentences: findSentences(doc),
    quotations: findQuotations(doc),
    note: (step) => {
      if (options.trace) trace.push({ attribution: null, ...step });
    },
  };
  let attributions = number((await tagger.tag(doc)).map(toAttribution));
  for (const find of FINDERS) attributions = number([...attributions, ...find(attributions, context).map(toAttribution)]);
  for (const refine of REFINERS) attributions = refine(attributions, context);
  return { ...doc, attributions, ...(options.trace ? { trace } : {}) };
}

/** A proposal with the labels that hold until a refiner knows better. */
export function toAttribution(proposal: Proposal): Attribution {
  const { by, reason, confidence } = proposal;
  const why = { how: "inferred", by, reason, confidence } as const;
  return {
    id: "",
    source: proposal.source,
    cue: proposal.cue,
    content: proposal.content,
    form: "indirect",
    act: "claim",
    negated: false,
    framing: "neutral",
    kind: "none",
    naming: "none",
    entity: null,
    role: null,
    channel: [],
    within: null,
    when: null,
    confidence,
    why: { source: why, cue: why, content: why },
  };
}

const start = (a: Attribution): number => Math.min(...[...a.content, ...a.cue, ...a.source].map(([s]) => s));

/** In order of the text, with ids `a1`, `a2`, …; `within` follows the new ids. */
export function number(attributions: readonly Attribution[]): Attribution[] {
  const sorted = [...attributions].sort((a, b) => start(a) - start(b) || (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0));
  const renamed = new Map(sorted.map((a, i) => [a.id, `a${i + 1}`]));
  return sorted.map((a, i) => ({ ...a, id: `a${i + 1}`, within: a.within && (renamed.get(a.within) ?? null) }));
}
