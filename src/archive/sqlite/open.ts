/** Opens an archive file and brings its schema up to date. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { UnreadableError } from "../../error.ts";
import { MIGRATIONS } from "./migrations.ts";
import { registerNameKeys } from "./name-keys.ts";
import { registerRepacking } from "./repack.ts";

export type Db = Database.Database;

/** Milliseconds to wait for another process that is writing. */
const BUSY = 10_000;

/** @throws UnreadableError when the file is no archive, or was made by a later version. */
export function openDatabase(path: string, options: { create: boolean }): Db {
  if (path !== ":memory:") {
    if (!options.create && !existsSync(path))
      throw new UnreadableError(
        `${path}: there is no archive here; make one with: hearsay ingest FOLDER, or name another with --archive`,
      );
    mkdirSync(dirname(path), { recursive: true });
  }
  let db: Db;
  try {
    db = new Database(path, { timeout: BUSY });
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = NORMAL");
    // The rows that searches count by lie close together: they stay in memory (in KiB, for each connection).
    db.pragma("cache_size = -65536");
    db.pragma("foreign_keys = ON");
    migrate(db, path);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const { code } = error as { code?: string };
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT")
      throw new UnreadableError(`${path}: is no Hearsay archive (or is damaged); name another file with --archive`);
    throw new UnreadableError(`${path}: cannot be opened (${code ?? (error as Error).message})`);
  }
  return db;
}

/** Runs the steps that are missing, each whole or not at all. */
export function migrate(db: Db, path: string, steps: readonly string[] = MIGRATIONS): void {
  const version = (): number => db.pragma("user_version", { simple: true }) as number;
  if (version() > steps.length)
    throw new UnreadableError(`${path}: was made by a later version of Hearsay; update Hearsay to open it`);
  if (version() === 0 && db.prepare("SELECT 1 FROM sqlite_master").get() !== undefined)
    throw new UnreadableError(`${path}: is a database of something else; name another file with --archive`);
  registerNameKeys(db);
  registerRepacking(db);
  if (version() === steps.length) return;
  while (version() < steps.length)
    db.transaction(() => {
      // Another process may have done the step while this one waited for the lock.
      const at = version();
      if (at >= steps.length) return;
      db.exec(steps[at] as string);
      db.pragma(`user_version = ${at + 1}`);
    }).immediate();
  giveBack(db);
}

/** A file does not shrink by itself: where steps left this share of it empty, it is written anew. */
const EMPTY = 1 / 8;

function giveBack(db: Db): void {
  const pages = (pragma: string): number => db.pragma(pragma, { simple: true }) as number;
  if (pages("freelist_count") < EMPTY * pages("page_count")) return;
  try {
    db.exec("VACUUM");
  } catch {
    // Another process reads, or there is no room for a second copy: the archive fills the empty pages as it grows.
  }
}
