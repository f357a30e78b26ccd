import type { Attribution, Document, Span, TraceStep } from "../document.ts";
import type { Quotation } from "../reading/quotations.ts";

/** What every finder and refiner may look at. Nothing in it is changed by them. */
export interface Context {
  doc: Document;
  /** Sentences in order of the text, within blocks and furniture (never across). */
  sentences: readonly Span[];
  /** Quotations in order of the text, outer before inner. */
  quotations: readonly Quotation[];
  /** Records what a step made, changed or dropped; does nothing unless tracing was asked for. */
  note(step: Omit<TraceStep, "attribution"> & { attribution?: string | null }): void;
}

/** Spans of one attribution as a finder or the tagger proposes it, before any label is set. */
export interface Proposal {
  source: Span[];
  cue: Span[];
  content: Span[];
  /** How sure the proposer is that this is an attribution, 0 to 1. */
  confidence: number;
  /** File name of the proposer. */
  by: string;
  /** Why, in words a journalist understands. */
  reason: string;
}

/** Proposes attributions that are not among those found so far; `[]` to decline. */
export type Finder = (found: readonly Attribution[], context: Context) => Proposal[];

/** Rewrites the list: sets labels, moves edges, merges, drops. Must not change its argument. */
export type Refiner = (attributions: readonly Attribution[], context: Context) => Attribution[];
