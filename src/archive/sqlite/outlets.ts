/** Outlets in an archive file: names counted by SQL, joined by the pure core; the log of decisions. */
import { decisionsOn } from "../corrections/added.ts";
import { makeOutletViews, type OutletRow, outletRows } from "../outlets/archive.ts";
import { plainEvent } from "../outlets/decide.ts";
import { type OutletEvent, OutletEventSchema } from "../outlets/events.ts";
import { type OutletNames, outletNames } from "../outlets/names.ts";
import type { OutletArchive } from "../outlets/outlet.ts";
import type { Db } from "./open.ts";

/** The outlets of a file, and what its decisions mean for searches and counts. */
export function makeOutlets(db: Db): { archive: OutletArchive; names(): OutletNames } {
  const insert = db.prepare(
    "INSERT INTO outlet_decisions(id, author, time, type, note, event) VALUES(@id, @author, @time, @type, @note, @event)",
  );
  const all = db.prepare("SELECT event FROM outlet_decisions ORDER BY seq").pluck();
  const log = (): OutletEvent[] => all.all().map((event) => OutletEventSchema.parse(JSON.parse(event as string)));
  const rows = db.prepare(outletRows("instr"));
  const append = db.transaction((events: readonly OutletEvent[]) => {
    const { fresh, answer } = decisionsOn(log(), events, plainEvent);
    for (const event of fresh)
      insert.run({
        id: event.id,
        author: event.author,
        time: event.time,
        type: event.type,
        note: event.note ?? null,
        event: JSON.stringify(event),
      });
    return answer;
  });
  return {
    names: () => outletNames(log()),
    archive: {
      ...makeOutletViews({ log: async () => log(), rows: async () => rows.all() as OutletRow[] }),
      async decideOutlets(events) {
        return append.immediate(events);
      },
      async outletDecisions() {
        return log();
      },
    },
  };
}
