/**
 * Places found again in a text that may have changed. First the words where they stood; then the words elsewhere, told apart by what
 * stands around them; then words that are nearly the same. Wrong is worse than lost: a place without enough evidence is lost.
 */
import type { Span } from "../../document.ts";
import { agreement, fold } from "./context.ts";
import type { Place } from "./events.ts";
import { type Budget, budgetOf, findNear, whole } from "./near.ts";

/** `same`: where it stood; `moved`: the same words elsewhere; `changed`: nearly the same words. */
export type PlaceState = "same" | "moved" | "changed";

export interface Placed {
  state: PlaceState;
  /** UTF-16 units of the text given. */
  span: Span;
}

export interface LostPlace {
  state: "lost";
  /** In words a journalist understands. */
  reason: string;
}

export interface PlaceOptions {
  /** How far the words around it have moved, in UTF-16 units, where that is known: with it, even a short word is placed for sure. */
  shift?: number;
  /** What looking elsewhere and near matching may cost; shared by several calls, it bounds them all. */
  budget?: Budget;
}

/** The longest part of the words that is looked for; the rest is compared. */
const HEAD = 64;
/** At most so many occurrences are looked at, the nearest to the hint first. */
const MOST_CANDIDATES = 2000;
/** Words of that length are sure where they stand; shorter ones need agreeing context, so many units in all, unless all there is agrees. */
const SURE = 20;
const ENOUGH = 24;
/** Words of which more has changed need context that agrees, for so many units. */
const LITTLE_CHANGED = 0.15;
const SOME_CONTEXT = 8;
/** Context on either side that holds the place of a replaced word, how far it may have moved besides, and how long the new word may be. */
const HOLDING = 10;
const NEARBY = 200;
const REPLACED_LONGEST = 40;

/** Where a place stands in `text`. Deterministic, and bounded in time by the budget. */
export function findPlace(text: string, place: Place, options: PlaceOptions = {}): Placed | LostPlace {
  const { shift, budget = budgetOf() } = options;
  const { exact, prefix, suffix, start } = place;
  const around = text.slice(Math.max(0, start - prefix.length), start);
  if (around === prefix && text.startsWith(exact + suffix, start))
    return { state: "same", span: [start, start + exact.length] };
  const hint = Math.max(0, start + (shift ?? 0));
  const set = (at: number): Span => [at, at + exact.length];
  const there = occurrence(text, place, hint, shift !== undefined, budget);
  if (there?.sure) return { state: there.at === start ? "same" : "moved", span: set(there.at) };
  const other = there ? null : occurrence(fold(text), folded(place), hint, shift !== undefined, budget);
  if (other?.sure) return { state: "changed", span: set(other.at) };
  // Words that stand there unchanged, but maybe another time, are not looked for changed.
  const near = there ? null : findNear(text, place, hint, budget);
  if (near && (near.changed <= LITTLE_CHANGED || agreement(text, near.span, place) >= SOME_CONTEXT))
    return { state: "changed", span: near.span };
  const instead = shift === undefined ? null : replaced(text, place, hint);
  if (instead) return { state: "changed", span: instead };
  if (budget.left <= 0) return { state: "lost", reason: "too much of the article has changed to look for it" };
  const reason = there
    ? "stands in the article, but maybe not where it was meant"
    : "does not stand in the article any more";
  return { state: "lost", reason: `“${clip(exact)}” ${reason}` };
}

const folded = (place: Place): Place => ({ ...place, exact: fold(place.exact) });

/** The occurrence of the words with most of their context, and whether that is enough; where words beside them tell (`told`), at the hint. */
function occurrence(
  text: string,
  place: Place,
  hint: number,
  told: boolean,
  budget: Budget,
): { at: number; sure: boolean } | null {
  const { exact, prefix, suffix } = place;
  let best: { at: number; fit: number } | null = null;
  for (const at of occurrences(text, exact, hint)) {
    const fit = agreement(text, [at, at + exact.length], place);
    if (!best || fit > best.fit) best = { at, fit };
    budget.left -= 1 + fit;
    if (budget.left <= 0) break;
  }
  if (told && (best?.fit ?? 0) < SOME_CONTEXT && text.startsWith(exact, hint)) return { at: hint, sure: true };
  const all = Math.min(ENOUGH, exact.length + prefix.length + suffix.length);
  return best && { at: best.at, sure: exact.length >= SURE || exact.length + best.fit >= all };
}

/** Where the words stand, the nearest to the hint first. */
function* occurrences(text: string, exact: string, hint: number): Generator<number> {
  const head = exact.slice(0, HEAD);
  const before = (at: number): number => (at > 0 ? text.lastIndexOf(head, at - 1) : -1);
  let left = before(hint);
  let right = text.indexOf(head, hint);
  for (let n = 0; n < MOST_CANDIDATES && (left >= 0 || right >= 0); n++) {
    const goRight = left < 0 || (right >= 0 && right - hint <= hint - left);
    const at = goRight ? right : left;
    if (text.startsWith(exact, at)) yield at;
    if (goRight) right = text.indexOf(head, right + 1);
    else left = before(left);
  }
}

/** What stands between the old surroundings of a short word, near the hint: "He said on" that became "He stated on". */
function replaced(text: string, { exact, prefix, suffix }: Place, hint: number): Span | null {
  if (exact.length > REPLACED_LONGEST) return null;
  const before = prefix.slice(-HOLDING);
  const after = suffix.slice(0, HOLDING);
  if (before.length < HOLDING || after.length < HOLDING) return null;
  const from = Math.max(0, hint - NEARBY);
  const window = text.slice(from, hint + exact.length + NEARBY);
  for (let at = window.indexOf(before); at >= 0; at = window.indexOf(before, at + 1)) {
    const start = at + HOLDING;
    const end = window.indexOf(after, start + 1);
    if (end < 0 || end - start > REPLACED_LONGEST) continue;
    const words = window.slice(start, end);
    if (words.trim() === "" || /[.!?\n]/.test(words)) continue;
    return whole(text, [from + start, from + end]);
  }
  return null;
}

/** The words, short enough for a line. */
const clip = (words: string): string => {
  const line = words.replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/[\ud800-\udbff]$/, "")}…`;
};
