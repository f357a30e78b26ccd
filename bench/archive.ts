/**
 * `node bench/archive.ts [--articles 100000] [--each 25] [--seed 7] [--times 20] [--keep FILE | --open FILE] [--write]`: makes an
 * archive of generated articles and measures what is asked of one. `--keep` leaves it, `--open` measures one that was kept.
 * The truth of a kept archive lies beside it. `--write` puts the result into docs/bench.md.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openArchive } from "../src/archive/open.ts";
import { type Built, build } from "./archive/build.ts";
import { measure } from "./archive/measure.ts";
import { command, machine, writePart } from "./write.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "100000" },
    each: { type: "string", default: "25" },
    seed: { type: "string", default: "7" },
    times: { type: "string", default: "20" },
    keep: { type: "string" },
    open: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
const file = values.open ?? values.keep ?? join(folder, "bench.hearsay");
const truth = `${file}.truth.json`;

async function make(): Promise<Built> {
  const archive = await openArchive(file);
  const options = { articles: Number(values.articles), each: Number(values.each), seed: Number(values.seed) };
  const built = await build(archive, options, (n, ms) =>
    process.stderr.write(`${n} articles, ${ms.toFixed(1)} ms each\n`),
  );
  await archive.close();
  writeFileSync(truth, JSON.stringify(built));
  return built;
}

const built = values.open === undefined ? await make() : (JSON.parse(readFileSync(truth, "utf8")) as Built);
const started = performance.now();
const archive = await openArchive(file, { create: false });
await archive.countArticles();
const openMs = performance.now() - started;
const { timings, traced, audited, dossier } = await measure(archive, built.sample, Number(values.times));
await archive.close();
const bytes = statSync(file).size;
rmSync(folder, { recursive: true });

const n = (value: number, digits = 0): string => value.toLocaleString("en-GB", { maximumFractionDigits: digits });
const { saveMs } = built;
const lines = [
  `Machine: ${machine()}. Made by \`${command()}\`.`,
  "",
  `${n(built.articles)} articles with ${n(built.attributions)} attributions; text ${n(built.textBytes / 1e6)} MB, file ${n(bytes / 1e6)} MB: ${n(bytes / built.textBytes, 2)} times the text.`,
  `Saving an article took ${n(saveMs[0] ?? 0, 1)} ms in the first thousand and ${n(saveMs.at(-1) ?? 0, 1)} ms in the last; all of it ${n(built.seconds)} s. Opening took ${n(openMs)} ms.`,
  `Of ${traced.of} quotations followed, ${traced.found} were found, ${traced.first} to the article that had them first.`,
  `The audited year has ${n(audited.articles)} articles with ${n(audited.statements)} statements; the largest dossier counts ${n(dossier.statements)} statements.`,
  "",
  "| what | runs | p50, ms | p95, ms | p95 of processor time, ms |",
  "|---|---|---|---|---|",
  ...timings.map((t) => `| ${t.what} | ${t.runs} | ${n(t.p50, 1)} | ${n(t.p95, 1)} | ${n(t.cpu95, 1)} |`),
];
console.log(lines.join("\n"));
if (values.write) writePart("## A large archive", lines);
