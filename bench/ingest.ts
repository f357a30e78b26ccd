/**
 * `node bench/ingest.ts [--articles 2000] [--words 700] [--workers 2] [--archive FILE] [--write]`: `hearsay ingest` as users run it,
 * everything on, into an empty archive or a copy of one: articles a second, memory, and whether the last ones cost what the first did.
 */
import { spawn } from "node:child_process";
import { copyFileSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openSqlite } from "../src/archive/sqlite/sqlite.ts";
import { articleLines } from "./ingest/articles.ts";
import { cpuAt, watch } from "./ingest/watch.ts";
import { command, machine, writePart } from "./write.ts";

const PROGRAM = fileURLToPath(new URL("../bin/hearsay.js", import.meta.url));
/** Parts of the run that are compared: its first and its last tenth, after what starts a process. */
const TENTH = 0.1;
/** Articles at the beginning that are not counted: the model is being loaded. */
const WARM = 20;

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "2000" },
    words: { type: "string", default: "700" },
    workers: { type: "string", default: "2" },
    seed: { type: "string", default: "7" },
    archive: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const count = Number(values.articles);
const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-ingest-"));
const [input, file] = [join(folder, "articles.jsonl"), join(folder, "archive.hearsay")];
await pipeline(Readable.from(articleLines(count, Number(values.words), Number(values.seed))), createWriteStream(input));
if (values.archive) copyFileSync(values.archive, file);

const child = spawn(process.execPath, [PROGRAM, "ingest", input, "--archive", file, "--workers", values.workers], {
  stdio: ["ignore", "inherit", "ignore"],
});
const ended = new Promise<number | null>((done) => child.once("exit", done));
const watched = await watch(child.pid ?? 0, ended);
const code = await ended;
if (code !== 0) throw new Error(`hearsay ingest ended with ${code}`);

const { db } = openSqlite(file, { create: false });
const before = (db.prepare("SELECT count(*) FROM articles").pluck().get() as number) - count;
const kept = (db.prepare("SELECT kept_at FROM articles ORDER BY id DESC LIMIT ?").pluck().all(count) as string[])
  .map((at) => Date.parse(at))
  .reverse();
db.close();
rmSync(folder, { recursive: true });

/** What an article of a part of the run took, ms by the clock and of processor time. */
function each(from: number, to: number): { clock: number; cpu: number } {
  const [begin, end] = [kept[from] as number, kept[to] as number];
  return { clock: (end - begin) / (to - from), cpu: (cpuAt(watched, end) - cpuAt(watched, begin)) / (to - from) };
}
const part = Math.max(1, Math.round((count - WARM) * TENTH));
const [all, first, last] = [each(WARM, count - 1), each(WARM, WARM + part), each(count - 1 - part, count - 1)];
const n = (value: number, digits = 0): string => value.toLocaleString("en-GB", { maximumFractionDigits: digits });
const lines = [
  `Machine: ${machine()}. Made by \`${command()}\`: ${n(count)} articles of about ${values.words} words, ${values.workers} reading threads, into ${before > 0 ? `an archive of ${n(before)} articles` : "an empty archive"}; ${n(loadavg()[0] ?? 0, 1)} programs were running or waiting at the end.`,
  "",
  "| articles | articles a second | processor time of each, ms |",
  "|---|---|---|",
  `| all but the first ${WARM} | ${n(1000 / all.clock, 2)} | ${n(all.cpu)} |`,
  `| ${n(part)} at the beginning | ${n(1000 / first.clock, 2)} | ${n(first.cpu)} |`,
  `| ${n(part)} at the end | ${n(1000 / last.clock, 2)} | ${n(last.cpu)} |`,
  "",
  `Peak memory ${n(watched.peak)} MB.`,
];
console.log(lines.join("\n"));
if (values.write) writePart(before > 0 ? "## Bringing in, into a large archive" : "## Bringing in", lines);
