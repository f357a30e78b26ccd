/** The front door of the archive. */
import { homedir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../error.ts";
import { openSqlite, type SqliteArchive } from "./sqlite/sqlite.ts";

/** `--archive`, else `HEARSAY_ARCHIVE`, else a file in the user's data folder (docs/settings.md). */
export function archivePlace(flag: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (flag) return flag;
  if (env.HEARSAY_ARCHIVE) return env.HEARSAY_ARCHIVE;
  const home = homedir();
  const folder =
    platform === "win32"
      ? (env.LOCALAPPDATA ?? join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : (env.XDG_DATA_HOME ?? join(home, ".local", "share"));
  return join(folder, "hearsay", "archive.hearsay");
}

/**
 * Opens an archive at a place: a file's path.
 * @throws UsageError for a place that is no file; UnreadableError when there is none (and `create` is false) or it is damaged.
 */
export function openArchive(place: string, options: { create?: boolean } = {}): SqliteArchive {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new UsageError(`--archive ${place}: an archive is a file; name its path`);
  return openSqlite(place, options);
}
