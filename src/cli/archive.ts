/** What all commands on an archive share. */
import { archivePlace, openArchive } from "../archive/open.ts";
import type { SqliteArchive } from "../archive/sqlite/sqlite.ts";
import type { ExitCode } from "../error.ts";

/** Opens the archive that exists, runs the command and closes it. */
export async function withArchive(
  flags: { archive?: string },
  command: (archive: SqliteArchive) => Promise<ExitCode>,
): Promise<ExitCode> {
  const archive = openArchive(archivePlace(flags.archive, process.env, process.platform), { create: false });
  try {
    return await command(archive);
  } finally {
    await archive.close();
  }
}
