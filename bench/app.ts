/**
 * `node bench/app.ts --archive FILE [--articles 40] [--seconds 60] [--corrections 10000] [--soak 300] [--write]`: the app on a copy of an
 * archive, by the real server and the real browser: how soon an article and a key's effect are seen; searches while articles are brought
 * in; many correctors at once; all of it for some minutes. `--write` puts the result into docs/bench.md.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { builtPage } from "../tools/page.ts";
import { correctAtOnce } from "./app/correctors.ts";
import { openLoop } from "./app/load.ts";
import { measureReader } from "./app/reader.ts";
import { searchesOf } from "./app/searches.ts";
import { type Served, serveCopy } from "./app/server.ts";
import { percentile } from "./archive/timing.ts";
import { command, machine, writePart } from "./write.ts";

const { values } = parseArgs({
  options: {
    archive: { type: "string" },
    articles: { type: "string", default: "40" },
    seconds: { type: "string", default: "60" },
    rate: { type: "string", default: "50" },
    people: { type: "string", default: "24" },
    corrections: { type: "string", default: "10000" },
    soak: { type: "string", default: "300" },
    write: { type: "boolean", default: false },
  },
});
if (!values.archive) throw new Error("name an archive: --archive FILE (bench/archive.ts --keep FILE makes one)");
await builtPage();
/** Articles brought in at a time while searches are asked. */
const BATCH = 200;
/** Articles that are corrected. */
const CORRECTED = 240;
/** Searches a second beside the correctors of the soak. */
const SEARCHES_IN_SOAK = 10;

const n = (value: number, digits = 0): string => value.toLocaleString("en-GB", { maximumFractionDigits: digits });
const times = (what: string, ms: readonly number[], cpu?: number): string =>
  `| ${what} | ${n(ms.length)} | ${[0.5, 0.95, 0.99].map((p) => n(percentile(ms, p))).join(" | ")} | ${cpu === undefined ? "" : n(cpu / ms.length, 1)} |`;

/** Does something and tells what processor time the server took for it, ms. */
async function taking<T>(act: () => Promise<T>): Promise<{ got: T; cpu: number }> {
  const before = served.cpu();
  const got = await act();
  return { got, cpu: served.cpu() - before };
}

/** Articles of seven hundred words for bringing in, all different. */
function articles(from: number): FormData {
  const form = new FormData();
  for (let i = from; i < from + BATCH; i++) {
    const sentences = Array.from(
      { length: 60 },
      (_, k) => `The pier of Varnbruk ${i} will stay shut, harbour master Ina Holt said on day ${k}.`,
    );
    const body = sentences.join(k(i));
    form.append("files", new File([`Pier ${i} stays shut\n\n${body}`], `pier-${i}.txt`));
  }
  form.append("force", "true");
  return form;
}
const k = (i: number): string => (i % 2 === 0 ? " " : "\n\n");

/** Asks searches while a job brings articles in; what was read meanwhile is told too. */
async function searchWhileReading(served: Served, queries: readonly string[], seconds: number) {
  let { job } = await served.api.post("/api/ingest", {}, articles(0));
  while (job.counts.new === 0) {
    await new Promise((done) => setTimeout(done, 200));
    job = await served.api.get("/api/ingest/{job}", { job: job.id });
  }
  const before = job.counts.new;
  const load = await openLoop(Number(values.rate), seconds, (i) =>
    served.api.get("/api/search", { q: queries[i % queries.length] ?? "" }),
  );
  const after = await served.api.get("/api/ingest/{job}", { job: job.id });
  await served.api.delete("/api/ingest/{job}", { job: job.id });
  return { load, read: after.counts.new - before };
}

const served = await serveCopy(values.archive);
const { total, items } = await served.api.get("/api/articles", { limit: 1000, offset: 0 });
const step = Math.max(1, Math.floor(items.length / Number(values.articles)));
const docs = items.map((head) => head.doc);
const queries = await searchesOf(served);

const reader = await measureReader(
  served,
  docs.filter((_, i) => i % step === 0),
);
process.stderr.write("reader done\n");
const idle = await taking(() =>
  openLoop(Number(values.rate), Number(values.seconds), (i) =>
    served.api.get("/api/search", { q: queries[i % queries.length] ?? "" }),
  ),
);
process.stderr.write("searches done\n");
const busy = await taking(() => searchWhileReading(served, queries, Number(values.seconds)));
process.stderr.write("searches while reading done\n");
const started = performance.now();
const chosen = docs.slice(0, CORRECTED);
const most = Number(values.corrections);
const corrected = await taking(() => correctAtOnce(served, Number(values.people), chosen, (done) => done < most));
const seconds = (performance.now() - started) / 1000;
process.stderr.write("corrections done\n");

const soakEnd = performance.now() + Number(values.soak) * 1000;
const memory = [served.memory()];
const sampling = setInterval(() => memory.push(served.memory()), 5000);
const [soaked, searched] = await Promise.all([
  correctAtOnce(served, Number(values.people), docs.slice(-CORRECTED), () => performance.now() < soakEnd),
  openLoop(SEARCHES_IN_SOAK, Number(values.soak), (i) =>
    served.api.get("/api/search", { q: queries[i % queries.length] ?? "" }),
  ),
]);
clearInterval(sampling);
await served.close();

const failed = [
  ...idle.got.failed,
  ...busy.got.load.failed,
  ...corrected.got.failed,
  ...soaked.failed,
  ...searched.failed,
];
const lines = [
  `Machine: ${machine()}. Made by \`${command()}\` on an archive of ${n(total)} articles; server, browser and whoever asks share the machine, on which ${n(loadavg()[0] ?? 0, 1)} programs were running or waiting at the end.`,
  "",
  "| what | times | p50, ms | p95, ms | p99, ms | processor of the server, ms each |",
  "|---|---|---|---|---|---|",
  times("an article opened by its address, until it is painted", reader.open),
  times("the same, until it stands on the screen (first contentful paint)", reader.paint),
  times("the same, until keys work", reader.ready),
  times("the same, right after eight keys in another article, until it is painted", reader.hurried),
  times("an article opened from the list, until it is painted", reader.next),
  times("a key (next, accept, reject, undo), until its effect is painted", reader.keys),
  times(`search, ${values.rate} a second`, idle.got.ms, idle.cpu),
  times(
    `search, ${values.rate} a second, while ${n(busy.got.read)} articles were brought in`,
    busy.got.load.ms,
    busy.cpu,
  ),
  times(`a correction, ${values.people} people at once`, corrected.got.ms, corrected.cpu),
  times("a correction in the soak", soaked.ms),
  times(`search, ${SEARCHES_IN_SOAK} a second, in the soak`, searched.ms),
  "",
  `${n(corrected.got.kept)} corrections by ${values.people} people in ${n(seconds)} s, ${corrected.got.lost} lost. Soak of ${values.soak} s: ${n(soaked.kept)} corrections, ${soaked.lost} lost; memory of the server and its reading process ${n(memory[0] ?? 0)} MB at the beginning, at most ${n(Math.max(...memory))}, ${n(memory.at(-1) ?? 0)} at the end.`,
  `Requests that failed: ${failed.length}${failed.length > 0 ? ` (${[...new Set(failed)].slice(0, 3).join("; ")})` : ""}.`,
];
console.log(lines.join("\n"));
if (values.write) writePart("## The app", lines);
