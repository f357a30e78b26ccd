/** What all commands on an archive share. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { archivePlace, openArchive } from "../archive/open.ts";
import type { Archive } from "../archive/archive.ts";
import { kindOfPlace, shownPlace } from "../archive/place.ts";
import type { ExitCode } from "../error.ts";

/** `--archive`, else `HEARSAY_ARCHIVE`, else a file in the user's data folder. */
export const placeOf = (flags: { archive?: string }): string => ownPlace(flags.archive ?? process.env.HEARSAY_ARCHIVE);

const ownPlace = (named: string | undefined): string =>
  archivePlace(named, { windows: process.env.LOCALAPPDATA, xdg: process.env.XDG_DATA_HOME }, process.platform);

export interface ServedPlace {
  place: string;
  /** Folder of what is uploaded: beside a file; for a database, in the user's data folder. */
  spool: string;
  /** The archive will hold the example articles. */
  example: boolean;
}

/**
 * What `serve` opens: the place that is named, else the user's own archive, else one beside it that will hold the example articles,
 * so that who has nothing yet sees what there is to see.
 */
export function servedPlace(flags: { archive?: string }): ServedPlace {
  const place = placeOf(flags);
  const named = flags.archive ?? process.env.HEARSAY_ARCHIVE;
  const beside = (file: string) => `${file}.bring-in`;
  if (named && kindOfPlace(place) === "shared") {
    const name = createHash("sha256").update(shownPlace(place)).digest("hex").slice(0, 16);
    return { place, spool: beside(join(dirname(ownPlace(undefined)), `shared-${name}`)), example: false };
  }
  if (named || existsSync(place)) return { place, spool: beside(place), example: false };
  const example = join(dirname(place), "example.hearsay");
  return { place: example, spool: beside(example), example: true };
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
