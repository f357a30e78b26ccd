/** The front door of the archive. */
import { homedir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../error.ts";
import type { Archive } from "./archive.ts";
import { openSqlite } from "./sqlite/sqlite.ts";

/** The place a user named, else the file of the platform's data folder; `folders` are those that the system names. */
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
 * Opens an archive at a place: a file's path.
 * @throws UsageError for a place that is no file; UnreadableError when there is none (and `create` is false) or it is damaged.
 */
export async function openArchive(place: string, options: { create?: boolean } = {}): Promise<Archive> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new UsageError(`--archive ${place}: an archive is a file; name its path`);
  return openSqlite(place, options);
}
