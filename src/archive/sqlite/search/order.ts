/** Matches in their order, as far as they are shown. */
import type { Database } from "better-sqlite3";
import { oncePlucked } from "../prepared.ts";
import { type MatchRow, newerBy } from "../../query/matches.ts";

/** A match as the archive's rows of numbers tell it (facts.ts). */
export interface Row extends MatchRow<string | number> {
  /** The digits of the day it was published, 0 without date. */
  day: number;
}

const byDay = newerBy((row: Row) => row.day);

/**
 * The first `end` rows: the lowest ranks first, the newest of equal ones. Days tell nearly all of it; only where they are equal is the
 * time of day read.
 */
export function firstRows(
  db: Database,
  rows: readonly Row[],
  end: number,
  rankOf: ((row: Row) => number) | null,
): Row[] {
  const keyOf = rankOf ?? ((row: Row) => -row.day);
  const last = Float64Array.from(rows, keyOf).sort()[end - 1] ?? Number.POSITIVE_INFINITY;
  const byKey = (a: Row, b: Row): number => keyOf(a) - keyOf(b) || byDay(a, b);
  const first = rows.filter((row) => keyOf(row) <= last).sort(byKey);
  const byTime = timesOf(db);
  const ordered: Row[] = [];
  for (let at = 0; at < first.length && ordered.length < end; at = ordered.length) {
    const { day } = first[at] as Row;
    const key = keyOf(first[at] as Row);
    let next = at + 1;
    for (let row = first[next]; row && row.day === day && keyOf(row) === key; row = first[next]) next++;
    ordered.push(...(next - at > 1 ? first.slice(at, next).sort(byTime) : first.slice(at, next)));
  }
  return ordered.slice(0, end);
}

/** Compares by the time of publication. */
function timesOf(db: Database): (a: Row, b: Row) => number {
  const published = oncePlucked<string | null>(db, "SELECT published FROM articles WHERE id = ?");
  const times = new Map<number, string>();
  return newerBy(({ article }: Row) => {
    const time = times.get(article) ?? published.get(article) ?? "";
    times.set(article, time);
    return time;
  });
}
