/** Articles that were read elsewhere, out of the Parquet files of a cluster (docs/scale.md). */
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { z } from "zod";
import type { Reading, Span } from "../document.ts";
import { EXIT, UnreadableError } from "../error.ts";
import { ReadingSchema } from "./schema.ts";

/** What an archive keeps of an article that was read elsewhere. */
export interface ReadElsewhere {
  reading: Reading;
  model: string;
  origin: string;
  inputKey: string;
}

/** The columns that are looked at; the others are for people and their own tools. */
const COLUMNS = z.object({ reading: z.string(), model: z.string(), origin: z.string(), input_key: z.string() });
const COLUMN_NAMES = Object.keys(COLUMNS.shape);
/** Rows of one group are held at once: no group is larger than this, unpacked. */
const LARGEST_GROUP = 512 * 1024 * 1024;

export type ReadResult = { ok: true; read: ReadElsewhere } | { ok: false; name: string; error: UnreadableError };

/**
 * The articles of a file, one after the other; a row that is none is reported and the others go on.
 * @throws UnreadableError where the file is no such table, or too large a one
 */
export async function* fromParquet(path: string): AsyncGenerator<ReadResult> {
  let row = 0;
  for await (const record of rowsOf(path)) {
    row++;
    const result = articleOf(record);
    const name = `${path}: row ${row}`;
    if (typeof result !== "string") yield { ok: true, read: result };
    else yield { ok: false, name, error: new UnreadableError(`${name}: ${result}`) };
  }
}

async function* rowsOf(path: string): AsyncGenerator<unknown> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: Error) => {
    throw new UnreadableError(`${path}: is no whole Parquet file (${error.message})`);
  });
  const there = new Set(metadata.schema.map(({ name }) => name));
  const missing = COLUMN_NAMES.filter((name) => !there.has(name));
  if (missing.length > 0)
    throw new UnreadableError(
      `${path}: has no column ${missing.join(", ")}; ingest takes the articles that cluster/ has read (docs/scale.md)`,
    );
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    if (Number(group.total_byte_size) > LARGEST_GROUP)
      throw new UnreadableError(
        `${path}: holds more than ${LARGEST_GROUP / 1024 / 1024} MB in one row group; write smaller ones`,
        EXIT.limit,
      );
    const rowEnd = rowStart + Number(group.num_rows);
    yield* await parquetReadObjects({ file, metadata, columns: COLUMN_NAMES, rowStart, rowEnd }).catch(
      (error: Error) => {
        throw new UnreadableError(`${path}: is damaged from row ${rowStart + 1} on (${error.message})`);
      },
    );
    rowStart = rowEnd;
  }
}

/** The article of a row, or what is wrong with it. */
function articleOf(record: unknown): ReadElsewhere | string {
  const columns = COLUMNS.safeParse(record);
  if (!columns.success) return `column ${columns.error.issues[0]?.path.join(".")} is empty`;
  const { reading: json, model, origin, input_key: inputKey } = columns.data;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return "its reading is no JSON";
  }
  const parsed = ReadingSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `its reading does not fit: ${issue?.path.join(".")}: ${issue?.message}; see docs/reading.schema.json`;
  }
  const reading = parsed.data as Reading;
  return spansOf(reading).every(([start, end]) => start <= end && end <= reading.text.length)
    ? { reading, model, origin, inputKey }
    : "a span of its reading points outside the text";
}

function spansOf({ blocks, furniture, credits, attributions }: Reading): Span[] {
  return [
    ...[...blocks, ...furniture, ...credits].flatMap(({ span }) => (span ? [span] : [])),
    ...attributions.flatMap((a) => [
      ...a.source,
      ...a.cue,
      ...a.content,
      ...a.channel,
      ...(a.hedges ?? []),
      ...[a.when?.span, a.ownVoice, a.anonymity?.reason].filter((span): span is Span => Boolean(span)),
    ]),
  ];
}
