/**
 * The trace against the known truth of the example archive: `node tools/trace-truth.ts [--notes] [--fresh]`. Readings
 * are kept in the system's temporary folder, so that a second run is quick; `--fresh` reads anew.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { articleOf } from "../src/archive/trace/article.ts";
import { traceAll } from "../src/archive/trace/trace.ts";
import { attribute } from "../src/attribution/attribute.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import type { Reading } from "../src/document.ts";
import { openInputs } from "../src/reading/inputs/open.ts";
import { readArticle } from "../src/reading/read.ts";
import { scoreTable, scoreTrace, type Truth } from "./trace-score.ts";

const EXAMPLE = fileURLToPath(new URL("../examples/archive", import.meta.url));
const CACHE = join(tmpdir(), `hearsay-trace-${userInfo().uid}.json`);

/** Reads the example archive with the whole pipeline. */
export async function readExample(): Promise<Reading[]> {
  const tagger = await loadTagger();
  const readings: Reading[] = [];
  const options = { given: {}, allowPrivate: false, force: false, stdin: process.stdin, folders: true };
  for await (const result of openInputs([EXAMPLE], options)) {
    if (!result.ok) throw result.error;
    if (result.input.id !== "README")
      readings.push(await attribute(await readArticle(result.input), tagger, { meanings: true }));
  }
  return readings;
}

async function main(): Promise<void> {
  const cached = existsSync(CACHE) && !process.argv.includes("--fresh");
  const readings = cached ? (JSON.parse(readFileSync(CACHE, "utf8")) as Reading[]) : await readExample();
  if (!cached) writeFileSync(CACHE, JSON.stringify(readings));
  const truth = JSON.parse(
    readFileSync(new URL("../test/archive/example-truth.json", import.meta.url), "utf8"),
  ) as Truth;
  const articles = readings.map(articleOf);
  const score = scoreTrace(traceAll(articles), truth, articles);
  console.log(scoreTable(score));
  if (process.argv.includes("--notes")) console.log(score.notes.join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
