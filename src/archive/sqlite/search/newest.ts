/** The newest matches of a search that has too many to sort: read from the newest day backwards until there are enough. */
import type { Database } from "better-sqlite3";
import { oncePlucked } from "../prepared.ts";
import { dayCode, UNDATED } from "./codes.ts";
import { oneOf } from "./fts.ts";
import type { Plan } from "./plan.ts";

/** Days asked for at once: one, then twice as many each time, up to this. */
const MOST_DAYS = 64;

/** Calls `read` with narrower and narrower parts of the search, newest first, until it has given `enough` rows. */
export function readNewest<T>(db: Database, plan: Plan, enough: number, read: (part: Plan) => T[]): T[] {
  const before = oncePlucked<string | null>(db, "SELECT max(published) FROM articles WHERE published < ?");
  const rows: T[] = [];
  let cursor: string | null = "~";
  for (let size = 1; cursor !== null && rows.length < enough; size = Math.min(2 * size, MOST_DAYS)) {
    const days: string[] = [];
    while (days.length < size) {
      const published = before.get(cursor);
      cursor = published?.slice(0, 10) ?? null;
      if (cursor === null) break;
      days.push(cursor);
    }
    if (days.length > 0)
      rows.push(
        ...read(
          partOf(
            plan,
            days.map((day) => dayCode(day.replaceAll("-", ""))),
          ),
        ),
      );
  }
  if (rows.length < enough) rows.push(...read(partOf(plan, [UNDATED])));
  return rows;
}

/**
 * The newest articles of a search that has too many to sort, out of those gathered, which are the last added that match: all articles are
 * gone through from the newest until there are enough. `null` where one comes that was added before those gathered, or none is left
 * that has a date: then only a look at all matches tells.
 */
export function newestAmong<Row extends { article: number }>(
  db: Database,
  gathered: readonly Row[],
  enough: number,
): Row[] | null {
  const matching = new Map(gathered.map((row) => [row.article, row]));
  const first = gathered.at(-1)?.article ?? 0;
  const newest: Row[] = [];
  const all = oncePlucked<number>(
    db,
    "SELECT id FROM articles WHERE current = 1 AND (published IS NULL) = 0 ORDER BY published DESC, id DESC",
  );
  for (const id of all.iterate()) {
    if (id < first) return null;
    const row = matching.get(id);
    if (row && newest.push(row) >= enough) return newest;
  }
  return null;
}

function partOf(plan: Plan, codes: string[]): Plan {
  const [, ...rest] = plan.params;
  return { ...plan, params: [`(${plan.expression}) AND ${oneOf(codes)}`, ...rest] };
}
