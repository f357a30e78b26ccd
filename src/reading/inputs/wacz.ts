/** WACZ archives (a ZIP file of WARC files, as browsers' archivers save them): the pages in them, one by one. */
import { basename } from "node:path";
import { HearsayError } from "../../error.ts";
import { failure, type LineResult } from "./result.ts";
import { readWarc } from "./warc.ts";
import { type Bytes, leadsOut, streamEntry, type ZipEntry } from "./zip.ts";

const ARCHIVE = /(?:^|[/\\])archive[/\\][^/\\]+\.warc(?:\.gz)?$/i;

/** Whether the files of a ZIP file are those of a WACZ archive. */
export const isWacz = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) => ARCHIVE.test(entry.name) || entry.name === "datapackage.json");

/** The pages of its WARC files, in the order of their names; a damaged file is reported and the others are read. */
export async function* readWacz(
  zip: Bytes,
  entries: readonly ZipEntry[],
  name: string,
  base: string,
): AsyncGenerator<LineResult> {
  const archives = entries.filter((entry) => ARCHIVE.test(entry.name));
  if (archives.length === 0) yield failure(name, "holds no WARC file (archive/*.warc.gz); save the pages again");
  const used = new Set<string>();
  for (const entry of archives.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const where = `${name}: ${entry.name}`;
    const id = `${base}-${basename(entry.name.replaceAll("\\", "/")).replace(/\.warc(?:\.gz)?$/i, "")}`;
    if (leadsOut(entry.name)) {
      yield failure(where, "has a name that leads out of the archive, so it was left out; save the pages again");
      continue;
    }
    if (used.has(id)) {
      yield failure(where, "stands twice in the archive; the second was left out");
      continue;
    }
    used.add(id);
    try {
      yield* readWarc(streamEntry(zip, entry, name), where, id);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield { ok: false, name: where, error };
    }
  }
}
