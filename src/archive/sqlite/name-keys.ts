/** Functions of SQL for the keys of names. */
import type { Database } from "better-sqlite3";
import { lettersOf, nameKey } from "../speakers/name-key.ts";

/** Lets SQL compute the keys of names. */
export function registerNameKeys(db: Database): void {
  db.function("name_key", { deterministic: true }, (name: unknown) => nameKey(String(name)));
  db.function("name_letters", { deterministic: true }, (name: unknown) => lettersOf(nameKey(String(name))));
}
