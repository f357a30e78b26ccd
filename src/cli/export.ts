/** `hearsay export`: the archive's articles in another program's format. */
import { extname } from "node:path";
import type { Reading } from "../document.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { FORMAT_NAMES, formatOf } from "../exports/formats.ts";
import { withArchive } from "./archive.ts";
import { writeWhole } from "./output.ts";

interface Flags {
  archive?: string;
  outlet?: string;
  output?: string;
}

export async function exportCommand(name: string, docs: readonly string[], flags: Flags): Promise<ExitCode> {
  const format = formatOf(name);
  if (!format) throw new UsageError(`export ${name}: is no format; write one of ${FORMAT_NAMES.join(", ")}`);
  const text = format.mediaType.startsWith("text/") || format.lines !== undefined;
  if (!flags.output && !text) throw new UsageError(`export ${name}: is no text; name a file with --output`);
  if (flags.output && extname(flags.output) !== format.extension)
    throw new UsageError(`--output ${flags.output}: a ${name} file ends in ${format.extension}`);
  return withArchive(flags, async (archive) => {
    const readings: Reading[] = [];
    if (docs.length === 0)
      for await (const reading of archive.readings(flags.outlet ? { outlet: flags.outlet } : {}))
        readings.push(reading);
    for (const doc of docs) {
      const reading = await archive.reading(doc);
      if (!reading) throw new UsageError(`${doc}: is not in the archive; list its articles with: hearsay show`);
      readings.push(reading);
    }
    if (flags.output) {
      await writeWhole(flags.output, format.write(readings));
      process.stdout.write(`${readings.length} articles written to ${flags.output}\n`);
    } else if (format.lines) for (const line of format.lines(readings)) process.stdout.write(line);
    else process.stdout.write(format.write(readings));
    return EXIT.ok;
  });
}
