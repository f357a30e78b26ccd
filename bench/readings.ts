/**
 * Writes readings of the generator (test/archive/trace/generate.ts), as many as hold so many tellings, as a Parquet table that
 * cluster/ traces, to standard output: `node bench/readings.ts TELLINGS`. No model is run: the generator knows who says what.
 */
import { parquetWriteBuffer } from "hyparquet-writer";
import { readingOf } from "./reading-of.ts";
import { made } from "./readings-made.ts";

const tellings = Number(process.argv[2] ?? 10_000);
const readings = made(tellings).articles.map(readingOf);
const buffer = parquetWriteBuffer({
  columnData: [
    { name: "doc", type: "STRING", data: readings.map(({ doc }) => doc) },
    { name: "reading", type: "STRING", data: readings.map((reading) => JSON.stringify(reading)) },
  ],
  rowGroupSize: 1000,
});
process.stdout.write(new Uint8Array(buffer));
