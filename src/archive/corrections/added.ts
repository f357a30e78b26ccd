/** What decisions handed over add to a log that is not about articles (who is who, which outlets are one), and the log's own undo. Pure. */
import type { Deciding } from "./decide.ts";
import { type Logged, nextRedo, nextUndo, once, type Refused } from "./undo.ts";

/** What is answered for decisions that were handed over. */
export interface Answered {
  appended: string[];
  known: string[];
  refused: { id: string; reason: string }[];
}

/** What to append to the own log of what is handed over; each is kept once, by its id. @param plain an event as text, its keys in one order */
export function addedTo<E extends Logged>(
  own: readonly E[],
  incoming: readonly E[],
  plain: (event: E) => string,
): { append: E[]; known: string[]; refused: Refused<E>[] } {
  const held = new Map(once(own).map((event) => [event.id, event]));
  const added = { append: [] as E[], known: [] as string[], refused: [] as Refused<E>[] };
  for (const event of incoming) {
    const same = held.get(event.id);
    if (same && plain(same) === plain(event)) added.known.push(event.id);
    else if (same) added.refused.push({ event, reason: "another decision here has the same id" });
    else if (event.type === "undo" && !held.has(event.event ?? ""))
      added.refused.push({ event, reason: "what it undoes is not in this archive" });
    else {
      held.set(event.id, event);
      added.append.push(event);
    }
  }
  return added;
}

/** What to append to a log, and what is answered for it. */
export function decisionsOn<E extends Logged>(
  log: readonly E[],
  incoming: readonly E[],
  plain: (event: E) => string,
): { fresh: E[]; answer: Answered } {
  const { append, known, refused } = addedTo(log, incoming, plain);
  return {
    fresh: append,
    answer: {
      appended: append.map(({ id }) => id),
      known,
      refused: refused.map(({ event, reason }) => ({ id: event.id, reason })),
    },
  };
}

/** The undo of an author's last decision in such a log, or of their last undo; `null` when there is none. */
export function undoIn(
  log: readonly Logged[],
  deciding: Deciding,
  which: "undo" | "redo" = "undo",
): ({ v: 1; type: "undo"; event: string } & Deciding) | null {
  const whose = { author: deciding.author };
  const event = which === "undo" ? nextUndo(log, whose) : nextRedo(log, whose);
  return event === null ? null : { v: 1, ...deciding, type: "undo", event };
}
