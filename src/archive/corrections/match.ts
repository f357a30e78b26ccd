/**
 * Which attribution a correction speaks of, once the article has been read again or by a newer model: its places are found in the text,
 * and the attribution that shares most of them is the one.
 */
import { merged } from "../../attribution/spans.ts";
import type { Span } from "../../document.ts";
import { findPlace, type LostPlace, type PlaceState } from "./anchor.ts";
import type { Anchor, Place } from "./events.ts";
import type { Budget } from "./near.ts";

/** Spans of the three parts, in UTF-16 units. */
export interface Parts {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface PlacedAnchor extends Parts {
  source: Span[];
  cue: Span[];
  content: Span[];
  /** The worst of its places; `changed` too when words of a part are gone. */
  state: PlaceState;
  /** Parts whose words are gone; their spans are then empty. */
  missing: ("source" | "cue")[];
  /** How far the content has moved, in UTF-16 units. */
  shift: number;
}

/** So much of the content, by length, must still stand there. */
const ENOUGH_CONTENT = 0.5;

/** Finds the places of an anchor together: the longest piece of the content says how far the others may have moved. */
export function placeAnchor(text: string, anchor: Anchor, budget: Budget): PlacedAnchor | LostPlace {
  const longest = [...anchor.content].sort((a, b) => b.exact.length - a.exact.length);
  let shift: number | undefined;
  let lost: LostPlace | null = null;
  for (const place of longest) {
    const found = findPlace(text, place, { budget });
    if (found.state !== "lost") {
      shift = found.span[0] - place.start;
      break;
    }
    lost ??= found;
  }
  if (shift === undefined) return lost ?? { state: "lost", reason: "it has no content" };
  const content = placeList(text, anchor.content, shift, budget);
  const total = anchor.content.reduce((n, p) => n + p.exact.length, 0);
  if (content.found < ENOUGH_CONTENT * total)
    return lost ?? { state: "lost", reason: "most of its content does not stand in the article any more" };
  const cue = placeList(text, anchor.cue, shift, budget);
  const source = placeList(text, anchor.source, shift, budget);
  const missing = (["source", "cue"] as const).filter(
    (part) => anchor[part].length > 0 && { source, cue }[part].spans.length === 0,
  );
  const state = worst([content.state, cue.state, source.state]);
  return { source: source.spans, cue: cue.spans, content: content.spans, state, missing, shift };
}

const ORDER: readonly PlaceState[] = ["same", "moved", "changed"];

/** The worst of several states; `same` of none. */
export const worst = (states: readonly PlaceState[]): PlaceState =>
  ORDER[Math.max(0, ...states.map((state) => ORDER.indexOf(state)))] as PlaceState;

export interface PlacedList {
  spans: Span[];
  state: PlaceState;
  /** Length of the words that were found, as they were. */
  found: number;
  lost: LostPlace | null;
}

/** Several places that have moved by about `shift`. Pieces that have come to overlap are made one. */
export function placeList(text: string, places: readonly Place[], shift: number, budget: Budget): PlacedList {
  const list: PlacedList = { spans: [], state: "same", found: 0, lost: null };
  for (const place of places) {
    const found = findPlace(text, place, { shift, budget });
    if (found.state === "lost") {
      list.lost ??= found;
      list.state = "changed";
      continue;
    }
    list.spans.push(found.span);
    list.state = worst([list.state, found.state]);
    list.found += place.exact.length;
  }
  const overlap = list.spans.some(([start], i) => start < (list.spans[i - 1]?.[1] ?? 0));
  if (overlap && list.state !== "same") list.spans = merged(list.spans);
  return list;
}

/** Weight of each part: a cue hardly ever stands for two statements, a source often does. */
const WEIGHT = { content: 3, cue: 3, source: 2 } as const;
/** Cues and sources that touch are half alike already: models differ about auxiliaries and appositions. */
const TOUCHING = 0.5;
/** From here on two attributions are the same one, seen a little differently. */
export const SAME = 0.55;
/** From here on they say the same to a reader, so that only one of them is shown. */
export const TWIN = 0.85;

/** How much two attributions are the same, 0 to 1; 0 when their contents share nothing. Parts that neither has do not count. */
export function likeness(a: Parts, b: Parts, ignore: readonly string[] = []): number {
  const content = shared(a.content, b.content);
  if (content === 0) return 0;
  let sum = WEIGHT.content * content;
  let total: number = WEIGHT.content;
  for (const part of ["cue", "source"] as const) {
    if (ignore.includes(part) || (a[part].length === 0 && b[part].length === 0)) continue;
    const same = shared(a[part], b[part]);
    total += WEIGHT[part];
    if (same > 0) sum += WEIGHT[part] * (TOUCHING + (1 - TOUCHING) * same);
  }
  return sum / total;
}

/** Units that both lists cover, as share of those that either covers. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  const [one, two] = [merged(a), merged(b)];
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const [x, y] = [one[i] as Span, two[j] as Span];
    both += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
    if (x[1] < y[1]) i++;
    else j++;
  }
  const size = (list: readonly Span[]): number => list.reduce((n, [start, end]) => n + end - start, 0);
  const either = size(one) + size(two) - both;
  return either === 0 ? 0 : both / either;
}

/**
 * The candidate that an anchor speaks of, given where its places stand; `null` when none is enough alike. Among equals the one with
 * the anchor's `id`, else the first. `least` says how much alike a candidate must be.
 */
export function matchAnchor<T extends { id: string; parts: Parts }>(
  candidates: Iterable<T>,
  placed: PlacedAnchor,
  id: string,
  least: (candidate: T) => number = () => SAME,
): T | null {
  let best: { candidate: T; score: number } | null = null;
  for (const candidate of candidates) {
    const score = likeness(candidate.parts, placed, placed.missing) + (candidate.id === id ? 1e-6 : 0);
    if (score >= least(candidate) && (!best || score > best.score)) best = { candidate, score };
  }
  return best?.candidate ?? null;
}
