/** Outlets in a shared archive: names counted by SQL, joined by the pure core; the log of decisions. */
import { decisionsOn } from "../corrections/added.ts";
import { makeOutletViews, type OutletRow, outletRows } from "../outlets/archive.ts";
import { plainEvent } from "../outlets/decide.ts";
import { type OutletEvent, OutletEventSchema } from "../outlets/events.ts";
import { type OutletNames, outletNames } from "../outlets/names.ts";
import type { OutletArchive } from "../outlets/outlet.ts";
import { LOCK, lockAll } from "./locks.ts";
import type { Database, Sql } from "./sql.ts";

async function log(sql: Sql): Promise<OutletEvent[]> {
  const rows = await sql.rows<{ event: string }>("SELECT event FROM outlet_decisions ORDER BY seq");
  return rows.map(({ event }) => OutletEventSchema.parse(JSON.parse(event)));
}

/** What the decisions of an archive mean for searches and counts. */
export const outletNamesIn = async (sql: Sql): Promise<OutletNames> => outletNames(await log(sql));

export function makeOutlets(db: Database): OutletArchive {
  return {
    ...makeOutletViews({ log: () => log(db), rows: () => db.rows<OutletRow>(outletRows("strpos")) }),
    decideOutlets: (events) =>
      db.transaction(async (sql) => {
        await lockAll(sql, [LOCK.outlets]);
        const { fresh, answer } = decisionsOn(await log(sql), events, plainEvent);
        for (const event of fresh)
          await sql.rows(
            "INSERT INTO outlet_decisions(id, author, time, type, note, event) VALUES($1, $2, $3, $4, $5, $6)",
            [event.id, event.author, event.time, event.type, event.note ?? null, JSON.stringify(event)],
          );
        return answer;
      }),
    outletDecisions: () => log(db),
  };
}
