/**
 * The stage, top to bottom: the tagger proposes, finders add what it cannot see, refiners set spans and labels.
 * The lists are literal and in order; a comment stands wherever the order matters.
 */
import type { Attribution, Document, Reading, Span, TraceStep } from "../document.ts";
import { stretchesOf } from "../reading/parts.ts";
import { findQuotations } from "../reading/quotations.ts";
import { findSentences } from "../reading/sentences.ts";
import { calibrated } from "./calibration.ts";
import type { Context, Finder, Proposal, Refiner } from "./context.ts";
import { beginsToSpeak } from "./finders/begins-to-speak.ts";
import { dashCredit } from "./finders/dash-credit.ts";
import { fromTheDesk } from "./finders/from-the-desk.ts";
import { hearsay } from "./finders/hearsay.ts";
import { innerStretches } from "./finders/inner-stretches.ts";
import { noAnswer } from "./finders/no-answer.ts";
import { speakerLabel } from "./finders/speaker-label.ts";
import { speechBlock } from "./finders/speech-block.ts";
import { plain } from "./plain.ts";
import { accordingTo } from "./refiners/according-to.ts";
import { act } from "./refiners/act.ts";
import { addresses } from "./refiners/addresses.ts";
import { anonymity } from "./refiners/anonymity.ts";
import { antecedent } from "./refiners/antecedent.ts";
import { channel } from "./refiners/channel.ts";
import { conditional } from "./refiners/conditional.ts";
import { citing } from "./refiners/citing.ts";
import { continuation } from "./refiners/continuation.ts";
import { cueEdges } from "./refiners/cue-edges.ts";
import { dateline } from "./refiners/dateline.ts";
import { duplicates } from "./refiners/duplicates.ts";
import { edges } from "./refiners/edges.ts";
import { form } from "./refiners/form.ts";
import { furniture } from "./refiners/furniture.ts";
import { hearer } from "./refiners/hearer.ts";
import { hedges } from "./refiners/hedges.ts";
import { lostSubject } from "./refiners/lost-subject.ts";
import { ownVoice } from "./refiners/own-voice.ts";
import { passive } from "./refiners/passive.ts";
import { speaker } from "./refiners/speaker.ts";
import { thoughtAside } from "./refiners/thought-aside.ts";
import { timeEdges } from "./refiners/time-edges.ts";
import { veto } from "./refiners/veto.ts";
import { when } from "./refiners/when.ts";
import { wholeSource } from "./refiners/whole-source.ts";
import { within } from "./refiners/within.ts";
import { writer } from "./refiners/writer.ts";
import type { Meanings } from "./tagger/meanings.ts";
import type { Tagger } from "./tagger/tagger.ts";

const FINDERS: readonly Finder[] = [
  speakerLabel,
  speechBlock,
  dashCredit,
  fromTheDesk,
  beginsToSpeak,
  noAnswer,
  hearsay,
];

/** Spans of what was found at top level; continuation needs the trimmed edges. */
const SPAN_REFINERS: readonly Refiner[] = [
  duplicates,
  veto,
  dateline,
  passive,
  cueEdges,
  edges,
  addresses,
  accordingTo,
  conditional,
  timeEdges,
  hearer,
  lostSubject,
  wholeSource,
  thoughtAside,
  antecedent,
  continuation,
  // Takes over the finished content of the statement that cites.
  citing,
];

/** Spans of what was found inside other statements. */
const INNER_REFINERS: readonly Refiner[] = [
  duplicates,
  veto,
  passive,
  cueEdges,
  edges,
  timeEdges,
  hearer,
  lostSubject,
  wholeSource,
  thoughtAside,
  antecedent,
  citing,
];

/**
 * Labels. `within` comes before `speaker`, since "I" is whoever says the words around it, and `writer` before `within`: what
 * the article reports of itself is no statement, those that it holds are.
 */
export const LABEL_REFINERS: readonly Refiner[] = [
  furniture,
  writer,
  within,
  form,
  act,
  speaker,
  anonymity,
  hedges,
  ownVoice,
  channel,
  when,
];

/** How deep statements are looked for inside statements. */
const DEEPEST = 2;

export interface AttributeOptions {
  /** Keep an account of every step (`Reading.trace`). */
  trace?: boolean;
  /** Keep what contents mean as vectors (`Attribution.meaning`), for an archive. */
  meanings?: boolean;
  /** Keep confidences as the steps give them, to fit the calibration on. */
  uncalibrated?: boolean;
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
  const meanings = (options.meanings && tagger.meanings()) || undefined;
  const people = tagger.people?.();
  let found = number((await tagger.tag(doc.text, stretchesOf(doc), { meanings, people })).map(toAttribution));
  for (const find of FINDERS) found = number([...found, ...find(found, context).map(toAttribution)], trace);
  for (const refine of SPAN_REFINERS) found = refine(found, context);
  found = await findInside(found, context, tagger, trace);
  context.known = await people?.known(found.flatMap((a) => a.source));
  for (const refine of LABEL_REFINERS) found = refine(found, context);
  found = number(found, trace);
  if (!options.uncalibrated) found = found.map(calibrated);
  if (meanings) found = found.map((a) => withMeaning(a, meanings));
  return { ...doc, attributions: found, ...(options.trace ? { trace } : {}) };
}

function withMeaning(a: Attribution, meanings: Meanings): Attribution {
  const meaning = meanings.of(a.content);
  return meaning === null ? a : { ...a, meaning };
}

/** Reads the contents of statements as texts of their own, since the tagger was taught that statements do not nest. */
async function findInside(
  outer: readonly Attribution[],
  context: Context,
  tagger: Tagger,
  trace: TraceStep[],
): Promise<Attribution[]> {
  let all = [...outer];
  let stretches: Span[] = innerStretches(outer, context);
  for (let depth = 0; depth < DEEPEST && stretches.length > 0; depth++) {
    let inner = number((await tagger.tag(context.doc.text, stretches)).map(toAttribution)).map((a) => ({
      ...a,
      id: `${depth}-${a.id}`,
    }));
    for (const refine of INNER_REFINERS) inner = refine(inner, context);
    const before = new Set(all);
    all = number(duplicates([...all, ...inner], context), trace);
    stretches = innerStretches(
      all.filter((a) => !before.has(a) && a.id !== ""),
      context,
    ).filter((s) => !stretches.some((t) => t[0] === s[0] && t[1] === s[1]));
    if (inner.length === 0) break;
  }
  return all;
}

/** A proposal with the labels that hold until a refiner knows better. */
export function toAttribution(proposal: Proposal): Attribution {
  const { by, reason, confidence } = proposal;
  const why = { how: "inferred", by, reason, confidence } as const;
  return {
    ...plain(),
    id: "",
    source: proposal.source,
    cue: proposal.cue,
    content: proposal.content,
    confidence,
    why: { source: why, cue: why, content: why },
  };
}

const start = (a: Attribution): number => Math.min(...[...a.content, ...a.cue, ...a.source].map(([s]) => s));

/** In order of the text, with ids `a1`, `a2`, …; `within` and the steps of `trace` follow the new ids. */
export function number(attributions: readonly Attribution[], trace: TraceStep[] = []): Attribution[] {
  const sorted = [...attributions].sort((a, b) => start(a) - start(b) || (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0));
  const renamed = new Map(sorted.map((a, i) => [a.id, `a${i + 1}`]));
  for (const step of trace) step.attribution = step.attribution && (renamed.get(step.attribution) ?? null);
  return sorted.map((a, i) => ({ ...a, id: `a${i + 1}`, within: a.within && (renamed.get(a.within) ?? null) }));
}
