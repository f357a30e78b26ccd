/**
 * Undo and redo without end. An undo is an event like any other, and an undo of an undo is a redo; what holds follows from the log
 * alone, whoever wrote it, in whichever session.
 */
import type { CorrectionEvent } from "./events.ts";

/** What undoing asks of an event, of whichever log. */
export interface Logged {
  id: string;
  author: string;
  type: string;
  /** The article it is about; left out in a log that is not about articles. */
  doc?: string;
  /** Of an undo: the id of what it undoes. */
  event?: string;
}

/** Why an event of the log has no effect of its own. */
export interface Refused<E = CorrectionEvent> {
  event: E;
  reason: string;
}

export interface Standing<E = CorrectionEvent> {
  /** Events that hold, in the order of the log, without the undos. */
  events: Exclude<E, { type: "undo" }>[];
  /** Ids of all that hold, undos included. */
  ids: Set<string>;
  /** Undos of what the log does not hold before them. */
  refused: Refused<E>[];
}

/** The first event of each id; the same correction may have come twice, from two exports. */
export function once<E extends Logged>(log: Iterable<E>): E[] {
  const byId = new Map<string, E>();
  for (const event of log) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()];
}

/** What holds once every undo has had its say. An undo speaks of an earlier event on the same article. Linear in the log. */
export function standing<E extends Logged>(log: Iterable<E>): Standing<E> {
  const events = once(log);
  const seen = new Map<string, string>();
  const refused: Refused<E>[] = [];
  const idle = new Set<string>();
  for (const event of events) {
    const undone = undoneBy(event);
    if (undone !== null && seen.get(undone) !== (event.doc ?? "")) {
      refused.push({ event, reason: "it undoes a correction that the log does not hold before it on this article" });
      idle.add(event.id);
    }
    seen.set(event.id, event.doc ?? "");
  }
  // Backwards: whether an event holds depends only on the undos after it, which are settled by then.
  for (const event of [...events].reverse()) {
    const undone = undoneBy(event);
    if (undone !== null && !idle.has(event.id)) idle.add(undone);
  }
  const holding = events.filter((event) => !idle.has(event.id));
  return {
    events: holding.filter((event): event is Exclude<E, { type: "undo" }> => event.type !== "undo"),
    ids: new Set(holding.map((event) => event.id)),
    refused,
  };
}

const undoneBy = (event: Logged): string | null => (event.type === "undo" ? (event.event ?? "") : null);

/** Whose corrections, on which article; all of them where nothing is said. */
export interface Whose {
  author?: string;
  doc?: string;
}

/** The id of the event that Ctrl-Z undoes: the last correction or redo that holds; `null` when there is none left. */
export const nextUndo = (log: Iterable<Logged>, whose: Whose = {}): string | null => last(log, whose, 0);

/** The id of the undo that Ctrl-Y takes back: the last one that holds; `null` when there is none left. */
export const nextRedo = (log: Iterable<Logged>, whose: Whose = {}): string | null => last(log, whose, 1);

/**
 * The last event that holds whose distance from a correction (0: itself, 1: its undo, 2: its redo, …) is even or odd. Where logs of two
 * people were joined, both may have undone the same correction; what would change nothing, since the other's undo holds, is passed over.
 */
function last(log: Iterable<Logged>, { author, doc }: Whose, odd: 0 | 1): string | null {
  const events = once(log);
  const { ids } = standing(events);
  const undos = new Map<string, number>();
  for (const event of events) {
    const undone = undoneBy(event);
    if (undone !== null && ids.has(event.id)) undos.set(undone, (undos.get(undone) ?? 0) + 1);
  }
  const known = new Map<string, { parity: 0 | 1; counts: boolean }>();
  let found: string | null = null;
  for (const event of events) {
    const undone = undoneBy(event);
    const above = undone === null ? undefined : known.get(undone);
    const others = undone === null ? 0 : (undos.get(undone) ?? 0) - (ids.has(event.id) ? 1 : 0);
    const own = {
      parity: above?.parity === 0 ? (1 as const) : (0 as const),
      counts: (above?.counts ?? true) && others === 0,
    };
    known.set(event.id, own);
    const theirs = (author !== undefined && event.author !== author) || (doc !== undefined && event.doc !== doc);
    if (own.parity === odd && own.counts && ids.has(event.id) && !theirs) found = event.id;
  }
  return found;
}
