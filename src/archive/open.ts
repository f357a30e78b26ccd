/** The front door of the archive. */
import { homedir } from "node:os";
import { join } from "node:path";
import type { Archive } from "./archive.ts";
import { kindOfPlace } from "./place.ts";

/** The place that a user named, else the file of the platform's data folder; `folders` are those that the system names. */
export function archivePlace(
  named: string | undefined,
  folders: { windows: string | undefined; xdg: string | undefined },
  platform: NodeJS.Platform,
): string {
  if (named) return named;
  const home = homedir();
  const folder =
    platform === "win32"
      ? (folders.windows ?? join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : (folders.xdg ?? join(home, ".local", "share"));
  return join(folder, "hearsay", "archive.hearsay");
}

/**
 * Opens an archive at a place: a file's path, or the address of a PostgreSQL database. Each driver is loaded when it is needed.
 * @throws UsageError for a place that is neither; UnreadableError when there is none (and `create` is false), it is damaged, or cannot be reached.
 */
export async function openArchive(place: string, options: { create?: boolean } = {}): Promise<Archive> {
  if (kindOfPlace(place) === "shared") {
    const { openPostgres } = await import("./postgres/postgres.ts");
    return openPostgres(place, options);
  }
  const { openSqlite } = await import("./sqlite/sqlite.ts");
  return openSqlite(place, options);
}
