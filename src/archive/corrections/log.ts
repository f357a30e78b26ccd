/** The log of corrections as an archive's tables hold it, whatever the store. Pure. */
import type { Corrections } from "../archive.ts";
import { type CorrectionEvent, EventSchema } from "./events.ts";
import { replay } from "./exchange.ts";

/** A row of the table `corrections`. */
export interface LogRow {
  id: string;
  doc: string;
  url: string | null;
  author: string;
  time: string;
  type: string;
  note: string | null;
  /** All of it, as JSON. */
  event: string;
}

export const logRow = (event: CorrectionEvent): LogRow => {
  const { id, doc, url = null, author, time, type, note = null } = event;
  return { id, doc, url, author, time, type, note, event: JSON.stringify(event) };
};

export const parseLogged = (event: string): CorrectionEvent => EventSchema.parse(JSON.parse(event));

/** Ids of the log that matter to what comes in: its own, and those that it undoes. */
export const concerned = (incoming: readonly CorrectionEvent[]): string[] => [
  ...new Set(incoming.flatMap((e) => (e.type === "undo" ? [e.id, e.event] : [e.id]))),
];

/** What to append, and what is answered for it. @param own the logged events of `concerned`, as JSON */
export function replayOn(
  own: readonly string[],
  incoming: readonly CorrectionEvent[],
  docOf: (event: CorrectionEvent) => string | null,
): { fresh: CorrectionEvent[]; answer: Corrections } {
  const { append, known, refused } = replay(own.map(parseLogged), incoming, docOf);
  return {
    fresh: append,
    answer: {
      appended: append.map((event) => event.id),
      known,
      refused: refused.map(({ event, reason }) => ({ id: event.id, reason })),
    },
  };
}

/**
 * The id that an event's article has here: by its address where both have one, since another archive may use the same
 * id for another article; `null` when it is not here. @param address `canonicalUrl` of the event's address
 */
export function placeOf(
  doc: string,
  address: string | null,
  here: {
    /** The article at this address. */
    docAt: string | undefined;
    /** The address of the article with this id; `undefined` where there is no such article. */
    canonical: string | null | undefined;
  },
): string | null {
  if (here.docAt !== undefined) return here.docAt;
  return here.canonical === undefined || (address !== null && here.canonical !== null) ? null : doc;
}
