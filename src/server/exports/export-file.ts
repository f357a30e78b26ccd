/** Articles in another program's format. */
import type { Archive } from "../../archive/archive.ts";
import type { Reading } from "../../document.ts";
import { type FormatName, FORMATS } from "../../exports/formats.ts";
import { notThere, Refused } from "../errors.ts";
import type { MadeFile } from "./file.ts";

/** Articles of one export over HTTP; more are for `hearsay export`, which need not answer in time. */
const MOST = 1000;

/** What is exported: an article, what a search finds, an outlet, or everything. */
export interface Wanted {
  doc?: string | undefined;
  outlet?: string | undefined;
  q?: string | undefined;
}

/** @throws Refused for an article that is not there, and for more articles than can be answered in time. */
export async function exportFile(archive: Archive, name: FormatName, wanted: Wanted): Promise<MadeFile> {
  const format = FORMATS[name];
  const readings = await chosen(archive, wanted);
  return {
    contents: format.write(readings),
    mediaType: format.mediaType,
    name: `${wanted.doc ?? "hearsay"}${format.extension}`,
  };
}

async function chosen(archive: Archive, { doc, outlet, q }: Wanted): Promise<Reading[]> {
  const readings: Reading[] = [];
  const add = async (name: string): Promise<void> => {
    const reading = await archive.reading(name);
    if (reading) readings.push(reading);
  };
  if (doc !== undefined) {
    await add(doc);
    if (readings.length === 0) throw notThere(doc);
  } else if (q !== undefined) {
    const { items } = await archive.search(q, { limit: MOST });
    for (const name of new Set(items.map((item) => item.doc))) await add(name);
  } else {
    if ((await archive.countArticles(outlet)) > MOST)
      throw new Refused("too-large", `more than ${MOST} articles; write them to a file with: hearsay export`);
    for await (const reading of archive.readings(outlet ? { outlet } : {})) readings.push(reading);
  }
  return readings;
}
