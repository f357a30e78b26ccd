/** What all commands on an archive share. */
import { archivePlace, openArchive } from "../archive/open.ts";
import type { Archive } from "../archive/archive.ts";
import type { ExitCode } from "../error.ts";

/** `--archive`, else `HEARSAY_ARCHIVE`, else a file in the user's data folder. */
export const placeOf = (flags: { archive?: string }): string =>
  archivePlace(
    flags.archive ?? process.env.HEARSAY_ARCHIVE,
    { windows: process.env.LOCALAPPDATA, xdg: process.env.XDG_DATA_HOME },
    process.platform,
  );

/** Opens the archive that exists, runs the command and closes it. */
export async function withArchive(
  flags: { archive?: string },
  command: (archive: Archive) => Promise<ExitCode>,
): Promise<ExitCode> {
  const archive = await openArchive(placeOf(flags), { create: false });
  try {
    return await command(archive);
  } finally {
    await archive.close();
  }
}
