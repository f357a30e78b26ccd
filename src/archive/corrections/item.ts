/** One attribution while corrections are put onto it: the machine's, the human's, and what came of both. */
import type { Attribution, Field, Review, Span, Why } from "../../document.ts";
import { findPlace, type PlaceState } from "./anchor.ts";
import type { Changes, CorrectionEvent, Target, TargetLabels } from "./events.ts";
import { type Parts, type PlacedAnchor, placeList, worst } from "./match.ts";
import type { Budget } from "./near.ts";

export interface Item {
  id: string;
  /** As the machine has it in this reading; `null` when only humans have it. */
  machine: Attribution | null;
  /** As it was before the first human touched it; `null` when none has. */
  base: Target | null;
  /** By what later corrections find it: the places of `base`, else the machine's. */
  parts: Parts;
  now: Attribution;
  /** What humans did to it. */
  hand: "none" | "edited" | "added";
  rejected: boolean;
  /** Who decided last. */
  by: string | null;
  /** Whether a human said in whose content it stands: that item, or none. */
  within: { item: Item | null } | null;
}

/** An attribution that nobody has looked at. */
export const suggested = (machine: Attribution): Item => ({
  id: machine.id,
  machine,
  base: null,
  parts: machine,
  now: machine,
  hand: "none",
  rejected: false,
  by: null,
  within: null,
});

/** Where the review of an item stands. What a human wrote stays theirs when another accepts it. */
export function reviewOf({ hand, rejected, by }: Item): Review {
  if (rejected) return "rejected";
  if (hand !== "none") return hand;
  return by === null ? "suggested" : "accepted";
}

/** Where and what was decided: the text, and the event that did. */
export interface Deciding {
  text: string;
  event: CorrectionEvent;
  budget: Budget;
}

/** The account of a field that a human decided. */
export const byHuman = (reason: string): Why => ({ how: "stated", by: "correction", reason, confidence: 1 });

const LABELS = ["form", "act", "negated", "framing", "kind", "naming", "entity", "role"] as const;

/**
 * The attribution as the human saw it. From now on no newer reading changes it: what a human reviewed stays as it was reviewed. The
 * machine's reasons stay where it still says the same.
 */
export function pinned(target: Target, placed: PlacedAnchor, item: Item | null, deciding: Deciding): Attribution {
  const { text, event, budget } = deciding;
  const { labels } = target;
  const machine = item?.machine ?? null;
  const gone = (part: "source" | "cue"): Span[] => machine?.[part] ?? [];
  const own: Omit<Attribution, "id" | "within" | "confidence" | "why" | "furniture"> = {
    source: placed.missing.includes("source") ? gone("source") : placed.source,
    cue: placed.missing.includes("cue") ? gone("cue") : placed.cue,
    content: placed.content,
    ...plainLabels(labels),
    channel: placeList(text, labels.channel, placed.shift, budget).spans,
    when: placeWhen(text, labels.when, placed.shift, budget).when,
  };
  const why: Attribution["why"] = {};
  for (const field of Object.keys(own) as (keyof typeof own & Field)[]) {
    const same = machine && JSON.stringify(machine[field]) === JSON.stringify(own[field]);
    if (!same) why[field] = byHuman(`kept as ${event.author} reviewed it`);
    else if (machine.why[field]) why[field] = machine.why[field];
  }
  if (machine?.why.within) why.within = machine.why.within;
  return {
    id: item?.id ?? `h-${event.id}`,
    ...own,
    within: null,
    ...(machine?.furniture ? { furniture: true } : {}),
    confidence: machine?.confidence ?? 1,
    why,
  };
}

const plainLabels = (labels: TargetLabels): Pick<Attribution, (typeof LABELS)[number]> => {
  const { channel, when, ...plain } = labels;
  return plain;
};

interface PlacedWhen {
  when: Attribution["when"];
  state: PlaceState;
  reason: string | null;
}

/** A date without its words is none. */
function placeWhen(text: string, when: TargetLabels["when"], shift: number, budget: Budget): PlacedWhen {
  if (!when) return { when: null, state: "same", reason: null };
  const found = findPlace(text, when.place, { shift, budget });
  if (found.state === "lost") return { when: null, state: "changed", reason: found.reason };
  return { when: { span: found.span, value: when.value }, state: found.state, reason: null };
}

/** An attribution with what an edit sets, or the reason why its words cannot be placed. */
export function edited(
  now: Attribution,
  set: Omit<Changes, "within">,
  shift: number,
  { text, event, budget }: Deciding,
): { now: Attribution; state: PlaceState } | { reason: string } {
  const why: Attribution["why"] = { ...now.why };
  const next: Attribution = { ...now, why };
  const states: PlaceState[] = [];
  for (const part of ["source", "cue", "content", "channel"] as const) {
    const places = set[part];
    if (!places) continue;
    const list = placeList(text, places, shift, budget);
    if (list.lost) return { reason: `its new ${part}: ${list.lost.reason}` };
    next[part] = list.spans;
    // The vector is of the words that were read.
    if (part === "content") delete next.meaning;
    states.push(list.state);
  }
  if (set.when !== undefined) {
    const placed = placeWhen(text, set.when, shift, budget);
    if (placed.reason !== null) return { reason: `its new date: ${placed.reason}` };
    next.when = placed.when;
    states.push(placed.state);
  }
  for (const label of LABELS) if (set[label] !== undefined) Object.assign(next, { [label]: set[label] });
  for (const field of Object.keys(set) as (keyof typeof set)[])
    if (set[field] !== undefined) why[field] = byHuman(`set by ${event.author}`);
  return { now: next, state: worst(states) };
}
