/**
 * A machine's reading with the corrections of humans on it. Nothing is stored: the same reading and log always give the same result,
 * so a newer reading of the article takes over every correction whose words still stand there.
 */
import type { Attribution, Reading } from "../../document.ts";
import type { PlaceState } from "./anchor.ts";
import { add, type Desk, deskOf, judge } from "./desk.ts";
import type { CorrectionEvent, Target } from "./events.ts";
import { finish } from "./finish.ts";
import { correctFurniture, type FurnitureCorrected, type FurnitureEvent } from "./furniture.ts";
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

/** A reading onto which events are put as they come. */
export interface Application {
  /** The next events of the log (those on other articles are left out), in its order. */
  take(events: Iterable<CorrectionEvent>): void;
  /** What holds now. */
  corrected(): Corrected;
  /** The part of it that an archive's tables hold: the reading, and how many statements humans rejected. */
  outcome(): { reading: Reading; rejected: number };
}

/**
 * Begins with a machine's reading, which is left unchanged. A decision on a statement is put onto what came of those before it, so
 * that a long log is not gone over again for each one that is added; an undo or a mark of furniture does go over all of it.
 */
export function newApplication(reading: Reading): Application {
  const log: CorrectionEvent[] = [];
  const seen = new Set<string>();
  let state = begin(reading, []);
  return {
    take(incoming) {
      const fresh = [...incoming].filter(
        (event) => event.doc === reading.doc && !seen.has(event.id) && seen.add(event.id),
      );
      log.push(...fresh);
      if (fresh.every(isDecision)) for (const event of fresh) put(state, event);
      else state = begin(reading, log);
    },
    corrected: () => correctedOf(reading, state),
    outcome() {
      const { live, rejected } = finish(state.desk.items, state.furniture);
      return { reading: withFurniture(reading, state, live), rejected: rejected.length };
    },
  };
}

/** Puts the log onto a machine's reading, in the order of the log. Both are left unchanged. */
export function applyCorrections(reading: Reading, log: Iterable<CorrectionEvent>): Corrected {
  const application = newApplication(reading);
  application.take(log);
  return application.corrected();
}

type Decision = Exclude<CorrectionEvent, { type: "undo" | "mark-furniture" | "unmark-furniture" }>;
const isDecision = (event: CorrectionEvent): event is Decision => event.type !== "undo" && !isMark(event);
const isMark = (event: CorrectionEvent): event is FurnitureEvent =>
  event.type === "mark-furniture" || event.type === "unmark-furniture";

interface State {
  furniture: FurnitureCorrected;
  desk: Desk;
  /** Places of events in the order of the log. */
  order: Map<string, number>;
  refused: Refused[];
}

function begin(reading: Reading, log: readonly CorrectionEvent[]): State {
  const { events, refused } = standing(log);
  const budget = budgetOf(STEPS);
  const furniture = correctFurniture(reading, events.filter(isMark), budget);
  const state = { furniture, desk: deskOf(reading, budget), order: new Map<string, number>(), refused };
  for (const event of events) {
    if (isDecision(event)) put(state, event);
    else state.order.set(event.id, state.order.size);
  }
  return state;
}

function put({ desk, order }: State, event: Decision): void {
  order.set(event.id, order.size);
  if (event.type === "add") add(desk, event);
  else judge(desk, event);
}

function correctedOf(reading: Reading, state: State): Corrected {
  const { furniture, desk, order, refused } = state;
  const { live, rejected } = finish(desk.items, furniture);
  const inOrder = <T extends { event: CorrectionEvent }>(list: T[]): T[] =>
    list.sort((a, b) => (order.get(a.event.id) ?? -1) - (order.get(b.event.id) ?? -1));
  return {
    reading: withFurniture(reading, state, live),
    rejected,
    placed: inOrder([...furniture.placed.map((p) => ({ ...p, attribution: null })), ...desk.placed]),
    lost: inOrder([...refused, ...furniture.lost, ...desk.lost]),
    bases: new Map(desk.items.flatMap(({ id, base }) => (base ? [[id, base] as const] : []))),
  };
}

const withFurniture = (reading: Reading, { furniture }: State, attributions: Attribution[]): Reading => ({
  ...reading,
  blocks: furniture.blocks,
  furniture: furniture.furniture,
  attributions,
});

/** The target for an event on an attribution of a corrected reading; `null` when there is none with that id. */
export function targetFor({ reading, rejected, bases }: Corrected, id: string): Target | null {
  const a = [...reading.attributions, ...rejected].find((one) => one.id === id);
  return bases.get(id) ?? (a ? targetOf(reading.text, a) : null);
}

/** The reading as humans left it; one that nobody corrected is given as it is, without marks of review. */
export const correctedBy = (events: readonly CorrectionEvent[], machine: Reading): Reading =>
  events.length === 0 ? machine : applyCorrections(machine, [...events]).reading;
