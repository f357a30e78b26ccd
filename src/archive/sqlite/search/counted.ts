/**
 * How many rows of an index of words match, counted up to a limit. The words that stand everywhere are in nearly every question and
 * cost most to count: what was counted is remembered until the archive changes.
 */
import type { Database } from "better-sqlite3";
import { oncePlucked } from "../prepared.ts";
import type { WordTable } from "./fts.ts";

interface Memory {
  /** What the archive was when these were counted. */
  state: string;
  counts: Map<string, number>;
}

/** Counts that are remembered: the vocabulary of many questions. */
const MOST = 5_000;

const memories = new WeakMap<Database, Memory>();

/** Counts from now on in the archive as it is at this moment. */
export function countingIn(db: Database, table: WordTable, most: number): (expression: string) => number {
  const { counts } = memoryOf(db);
  const rows = `SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ${most}`;
  const count = oncePlucked<number>(db, `SELECT count(*) FROM (${rows})`);
  return (expression) => {
    const key = `${table} ${most} ${expression}`;
    let n = counts.get(key);
    if (n === undefined) {
      n = count.get(expression) ?? 0;
      if (counts.size >= MOST) counts.clear();
      counts.set(key, n);
    }
    return n;
  };
}

function memoryOf(db: Database): Memory {
  // The first tells what others wrote, the second what this connection did.
  const state = oncePlucked<string>(db, "SELECT data_version || ' ' || total_changes() FROM pragma_data_version").get();
  const known = memories.get(db);
  if (known && known.state === state) return known;
  const fresh = { state: state ?? "", counts: new Map<string, number>() };
  memories.set(db, fresh);
  return fresh;
}
