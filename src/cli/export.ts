/** `hearsay export`: the archive's articles in another program's format. */
import { extname } from "node:path";
import type { Archive } from "../archive/archive.ts";
import type { Reading } from "../document.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { FORMAT_NAMES, formatOf } from "../exports/formats.ts";
import { streamOf } from "../exports/writer.ts";
import { withArchive } from "./archive.ts";
import { print, writeWhole } from "./output.ts";

interface Flags {
  archive?: string;
  outlet?: string;
  output?: string;
}

export async function exportCommand(name: string, docs: readonly string[], flags: Flags): Promise<ExitCode> {
  const format = formatOf(name);
  if (!format) throw new UsageError(`export ${name}: is no format; write one of ${FORMAT_NAMES.join(", ")}`);
  if (!flags.output && !format.writer) throw new UsageError(`export ${name}: is no text; name a file with --output`);
  if (flags.output && extname(flags.output) !== format.extension)
    throw new UsageError(`--output ${flags.output}: a ${name} file ends in ${format.extension}`);
  return withArchive(flags, async (archive) => {
    const counted = { articles: 0 };
    const readings = count(chosen(archive, docs, flags.outlet), counted);
    const contents = format.writer ? streamOf(format.writer(), readings) : [format.write(await all(readings))];
    if (flags.output) {
      await writeWhole(flags.output, contents);
      process.stdout.write(`${counted.articles} articles written to ${flags.output}\n`);
    } else await print(contents);
    return EXIT.ok;
  });
}

/** The articles named, or all, one by one. */
async function* chosen(archive: Archive, docs: readonly string[], outlet: string | undefined): AsyncGenerator<Reading> {
  if (docs.length === 0) yield* archive.readings(outlet ? { outlet } : {});
  for (const doc of docs) {
    const reading = await archive.reading(doc);
    if (!reading) throw new UsageError(`${doc}: is not in the archive; list its articles with: hearsay show`);
    yield reading;
  }
}

async function all(readings: AsyncIterable<Reading>): Promise<Reading[]> {
  const list: Reading[] = [];
  for await (const reading of readings) list.push(reading);
  return list;
}

async function* count(readings: AsyncIterable<Reading>, counted: { articles: number }): AsyncGenerator<Reading> {
  for await (const reading of readings) {
    counted.articles++;
    yield reading;
  }
}
