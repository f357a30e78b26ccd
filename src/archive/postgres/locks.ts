/** Locks that transactions take so that two who keep the same article do it one after the other. */
import { createHash } from "node:crypto";
import type { Sql } from "./sql.ts";

/** A signed number of 32 bits for a text; two texts that share one only wait for each other without need. */
export const hash32 = (text: string): number => createHash("sha256").update(text).digest().readInt32BE(0);

/** Names of what is locked: the first letters tell what it is. */
export const LOCK = {
  address: (canonical: string) => `address ${canonical}`,
  words: (contentKey: string) => `words ${contentKey}`,
  doc: (doc: string) => `doc ${doc}`,
  item: (origin: string, name: string) => `item ${origin}\0${name}`,
  band: (band: number) => `band ${band}`,
  speakers: "speakers",
  outlets: "outlets",
} as const;

/** Waits for all of these, in one order for everybody, and holds them to the end of the transaction. */
export async function lockAll(sql: Sql, names: readonly string[]): Promise<void> {
  const keys = [...new Set(names.map(hash32))].sort((a, b) => a - b);
  await sql.rows(
    `SELECT pg_advisory_xact_lock(hashtext('hearsay ' || current_schema()), k) FROM unnest($1::integer[]) k`,
    [keys],
  );
}
