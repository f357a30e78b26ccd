/** The attributions of one article while the events of the log are put onto them, one after the other. */
import type { Attribution, Reading } from "../../document.ts";
import type { PlaceState } from "./anchor.ts";
import { type Anchor, addedId, type CorrectionEvent, type EventOf, type Target } from "./events.ts";
import { byHuman, edited, type Item, pinned, suggested } from "./item.ts";
import { matchAnchor, type PlacedAnchor, placeAnchor, SAME, TWIN, worst } from "./match.ts";
import type { Budget } from "./near.ts";
import type { Refused } from "./undo.ts";

/** An event on an attribution that is there. */
export type Judgement = EventOf<"accept" | "reject" | "edit" | "reassign-speaker">;

export interface Desk {
  readonly text: string;
  readonly budget: Budget;
  readonly items: Item[];
  readonly placed: { event: CorrectionEvent; attribution: string; state: PlaceState }[];
  readonly lost: Refused[];
  /** Items by the places of targets that were found to be them: the same target always means the same item. */
  readonly byTarget: Map<string, Item>;
  readonly places: Map<string, ReturnType<typeof placeAnchor>>;
}

/** A desk with the machine's attributions on it; `budget` bounds what looking for changed words may cost in all. */
export const deskOf = (reading: Reading, budget: Budget): Desk => ({
  text: reading.text,
  budget,
  items: reading.attributions.map(suggested),
  placed: [],
  lost: [],
  byTarget: new Map(),
  places: new Map(),
});

/** Puts an attribution of a human's own on the desk. */
export function add(desk: Desk, event: EventOf<"add">): void {
  const target: Target = { id: addedId(event.id), ...event.added };
  const placed = place(desk, target);
  if (placed.state === "lost") {
    desk.lost.push({ event, reason: placed.reason });
    return;
  }
  const now = pinned(target, placed, null, { ...desk, event });
  const item: Item = { ...suggested(now), machine: null, hand: "added", by: event.author };
  desk.items.push(item);
  settle(desk, item, target, now);
  desk.placed.push({ event, attribution: item.id, state: placed.state });
}

/**
 * Accepts, rejects or changes the attribution that an event speaks of. One that the machine no longer finds is put back as the human
 * saw it, since a newer model does not overrule a human. The last decision counts: to accept or edit takes a rejection back.
 */
export function judge(desk: Desk, event: Judgement): void {
  const reason = judged(desk, event);
  if (reason !== null) desk.lost.push({ event, reason });
}

/** `null` when the event has been put onto its item, else the reason why it cannot. */
function judged(desk: Desk, event: Judgement): string | null {
  const { target } = event;
  const placed = place(desk, target);
  if (placed.state === "lost") return placed.reason;
  const found = find(desk, target, placed);
  if (!found && target.id.startsWith(addedId(""))) return "it speaks of an addition that is not there";
  const deciding = { ...desk, event };
  const before = found?.base ? found.now : pinned(target, placed, found, deciding);
  const { within, ...set } = changes(event);
  const after = edited(before, set, placed.shift, deciding);
  if ("reason" in after) return after.reason;
  const outer = within ? findAnchor(desk, within) : null;
  if (within && !outer) return "the statement in which it should stand is not found";
  const item = found ?? { ...suggested(before), machine: null };
  if (!found) desk.items.push(item);
  settle(desk, item, target, before);
  item.now = after.now;
  if (within !== undefined) {
    item.within = { item: outer };
    item.now.why = { ...item.now.why, within: byHuman(`set by ${event.author}`) };
  }
  if (item.hand === "none" && event.type !== "accept" && event.type !== "reject") item.hand = "edited";
  item.rejected = event.type === "reject";
  item.by = event.author;
  desk.placed.push({ event, attribution: item.id, state: worst([placed.state, after.state]) });
  return null;
}

/** What an event sets. */
const changes = (event: Judgement): EventOf<"edit">["set"] =>
  event.type === "edit" ? event.set : event.type === "reassign-speaker" ? event.speaker : {};

/** Remembers what an item was before humans touched it, and that the target means it. */
function settle(desk: Desk, item: Item, target: Target, before: Attribution): void {
  if (!item.base) {
    item.base = target;
    item.parts = before;
  }
  desk.byTarget.set(keyOf(target), item);
}

const keys = new WeakMap<Anchor, string>();

function keyOf(anchor: Anchor): string {
  const { source, cue, content } = anchor;
  const key = keys.get(anchor) ?? JSON.stringify([source, cue, content]);
  keys.set(anchor, key);
  return key;
}

/** Where an anchor stands; each is looked for once. */
function place(desk: Desk, anchor: Anchor): ReturnType<typeof placeAnchor> {
  const key = keyOf(anchor);
  const known = desk.places.get(key);
  if (known) return known;
  const placed = placeAnchor(desk.text, anchor, desk.budget);
  desk.places.set(key, placed);
  return placed;
}

/** Additions are known by their id, which is the same everywhere; the machine's attributions by where they stand. */
function find(desk: Desk, anchor: Anchor, placed: PlacedAnchor): Item | null {
  if (anchor.id.startsWith(addedId(""))) return desk.items.find((item) => item.id === anchor.id) ?? null;
  // What a human has touched already was seen as something else than this: only if it says the same is it the same.
  const least = (item: Item): number => (item.base ? TWIN : SAME);
  return desk.byTarget.get(keyOf(anchor)) ?? matchAnchor(desk.items, placed, anchor.id, least);
}

function findAnchor(desk: Desk, anchor: Anchor): Item | null {
  const placed = place(desk, anchor);
  return placed.state === "lost" ? null : find(desk, anchor, placed);
}
