/** What all commands on an archive share. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
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

/**
 * What `serve` opens: the place that is named, else the user's own archive, else one beside it that will hold the example articles
 * (`example`), so that who has nothing yet sees what there is to see.
 */
export function servedPlace(flags: { archive?: string }): { place: string; example: boolean } {
  const place = placeOf(flags);
  const named = flags.archive ?? process.env.HEARSAY_ARCHIVE;
  if (named || existsSync(place)) return { place, example: false };
  return { place: join(dirname(place), "example.hearsay"), example: true };
}

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
