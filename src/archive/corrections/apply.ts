/**
 * A machine's reading with the corrections of humans on it. Nothing is stored: the same reading and log always give the same result,
 * so a newer reading of the article takes over every correction whose words still stand there.
 */
import type { Attribution, Reading } from "../../document.ts";
import type { PlaceState } from "./anchor.ts";
import { add, deskOf, judge } from "./desk.ts";
import type { CorrectionEvent, Target } from "./events.ts";
import { finish } from "./finish.ts";
import { correctFurniture } from "./furniture.ts";
import { budgetOf } from "./near.ts";
import { targetOf } from "./target.ts";
import { type Refused, standing } from "./undo.ts";

/** What looking for changed words may cost for one article: two or three seconds, where a long log meets a text in which all has changed. */
const STEPS = 100_000_000;

/** A correction that holds, and how its words were found. */
export interface PlacedEvent {
  event: CorrectionEvent;
  /** The id of the attribution it speaks of; `null` for furniture. */
  attribution: string | null;
  state: PlaceState;
}

export interface Corrected {
  /** The reading as humans left it: every attribution with `review` and, where somebody decided, `reviewedBy`; in order of the text. */
  reading: Reading;
  /** What humans rejected, kept aside. */
  rejected: Attribution[];
  placed: PlacedEvent[];
  /** Corrections that cannot be put anywhere, with the reason in words. */
  lost: Refused[];
  /** Attributions that humans touched, as they were before, by id: what `targetFor` gives. */
  bases: Map<string, Target>;
}

/** Puts the log (events on other articles are left out) onto a machine's reading, in the order of the log. Both are left unchanged. */
export function applyCorrections(reading: Reading, log: Iterable<CorrectionEvent>): Corrected {
  const { events, refused } = standing([...log].filter((event) => event.doc === reading.doc));
  const budget = budgetOf(STEPS);
  const marks = events.filter((e) => e.type === "mark-furniture" || e.type === "unmark-furniture");
  const furniture = correctFurniture(reading, marks, budget);
  const desk = deskOf(reading, budget);
  for (const event of events) {
    if (event.type === "add") add(desk, event);
    else if (event.type !== "mark-furniture" && event.type !== "unmark-furniture") judge(desk, event);
  }
  const { live, rejected } = finish(desk.items, furniture);
  const order = new Map(events.map((event, i) => [event.id, i]));
  const inOrder = <T extends { event: CorrectionEvent }>(list: T[]): T[] =>
    list.sort((a, b) => (order.get(a.event.id) ?? -1) - (order.get(b.event.id) ?? -1));
  return {
    reading: { ...reading, blocks: furniture.blocks, furniture: furniture.furniture, attributions: live },
    rejected,
    placed: inOrder([...furniture.placed.map((p) => ({ ...p, attribution: null })), ...desk.placed]),
    lost: inOrder([...refused, ...furniture.lost, ...desk.lost]),
    bases: new Map(desk.items.flatMap(({ id, base }) => (base ? [[id, base] as const] : []))),
  };
}

/** The target for an event on an attribution of a corrected reading; `null` when there is none with that id. */
export function targetFor({ reading, rejected, bases }: Corrected, id: string): Target | null {
  const a = [...reading.attributions, ...rejected].find((one) => one.id === id);
  return bases.get(id) ?? (a ? targetOf(reading.text, a) : null);
}
