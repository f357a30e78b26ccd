/**
 * Many workers on one PostgreSQL (docs/scale.md), on a server of its own that writes through to the disk:
 * `node bench/work.ts put 100000`: articles into the queue;
 * `node bench/work.ts ready ARTICLES PAUSE [WORKERS …]`: workers whose articles are read already, PAUSE ms each (0: as fast as they can);
 * `node bench/work.ts read ARTICLES [WORKERS …]`: workers that read, one thread each;
 * `node bench/work.ts kill ARTICLES KILLS`: eight workers, killed at random moments and started again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { openSqlite } from "../src/archive/sqlite/sqlite.ts";
import { modelName } from "../src/attribution/tagger/load.ts";
import type { ArticleInput, Reading } from "../src/document.ts";
import { random } from "../test/archive/trace/random.ts";
import { startPostgres } from "../test/support/postgres.ts";
import { readingOf } from "./archive/reading.ts";
import { stories, withCopies } from "./archive/stories.ts";
import type { Voice } from "./archive/words.ts";
import { type BenchPlace, benchPlace, ended, rateOf, sizeOf, watchLocks } from "./work/place.ts";
import { machine } from "./write.ts";

const DURABLE = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];
/** Statements of a generated article, on average. */
const EACH = 25;
const WORKERS = 8;
/** Milliseconds of an article where workers are killed, and between two kills, at most. */
const KILLED_AT = 200;
const BETWEEN = 2500;

const [what = "", ...rest] = process.argv.slice(2);
const numbers = rest.map(Number);
const n = (value: number, digits = 1): string => value.toLocaleString("en-GB", { maximumFractionDigits: digits });

/** Generated articles as they would have been read (bench/archive), 3 % of them copies. */
function readings(size: number): Reading[] {
  const r = random(8);
  const voices = new Map<string, Voice>();
  const all: Reading[] = [];
  for (const { article, stories: first } of withCopies(stories({ articles: size, each: EACH, seed: 7 }), 9)) {
    for (const { speaker } of first) voices.set(speaker.name, speaker);
    all.push(readingOf(article, voices, r));
  }
  return all.slice(0, size);
}
const asRead = (reading: Reading): ArticleInput => ({
  id: reading.doc,
  body: JSON.stringify(reading),
  kind: "text",
  ...(reading.article.url ? { given: { url: reading.article.url } } : {}),
});

/** Different articles of the golden ones, each with a sentence of its own at its end. */
function* articles(size: number): Generator<ArticleInput> {
  const folder = new URL("../test/articles/", import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  for (let i = 0; i < size; i++)
    yield { id: `a${i}`, body: `${texts[i % texts.length]}\n\nThis was edition ${i}.`, kind: "text" };
}

/** What one worker after the other would make of it, in a file. */
async function inFile(of: readonly Reading[]): Promise<string> {
  const file = openSqlite(":memory:");
  for (const reading of of)
    await file.save({ reading, model: "bench", origin: "bench", inputKey: reading.doc, at: new Date().toISOString() });
  const size = sizeOf(await file.totals());
  await file.close();
  return size;
}

async function fresh<T>(run: (place: BenchPlace) => Promise<T>): Promise<T> {
  const place = await benchPlace(server.url);
  try {
    return await run(place);
  } finally {
    await place.close();
  }
}

/** All workers to their end, with the rate and the longest wait for a lock. */
function measured(
  inputs: () => Iterable<ArticleInput>,
  workers: number,
  kind: { pause: number } | "reads",
): Promise<void> {
  return fresh(async (place) => {
    await place.put(inputs(), kind === "reads" ? await modelName() : "bench");
    const watch = await watchLocks(server.url);
    const load = loadavg()[0] ?? 0;
    await Promise.all(Array.from({ length: workers }, () => ended(place.start(kind))));
    const waits = await watch.stop();
    console.log(
      `${workers} workers: ${n(await rateOf(place), 2)} articles a second; ${waits}; ${sizeOf(await place.archive.totals())}; load before ${n(load)}`,
    );
  });
}

async function kill(size: number, kills: number): Promise<void> {
  const all = readings(size);
  await fresh(async (place) => {
    await place.put(all.map(asRead));
    const watch = await watchLocks(server.url);
    const start = () => place.start({ pause: KILLED_AT });
    const team = Array.from({ length: WORKERS }, start);
    let killed = 0;
    while (killed < kills) {
      await new Promise((done) => setTimeout(done, Math.random() * BETWEEN));
      // One that has begun to work: those that only start have nothing to lose.
      const begun = await place.queue.db.rows<{ name: string }>("SELECT name FROM workers");
      const alive = team.filter(({ pid }) => begun.some(({ name }) => name === String(pid)));
      const one = alive[Math.floor(Math.random() * alive.length)];
      if (!one?.kill("SIGKILL")) continue;
      killed++;
      team[team.indexOf(one)] = start();
    }
    const [atHand] = await place.queue.db.rows<{ n: number }>("SELECT count(*) AS n FROM job WHERE state = 'active'");
    console.log(`${killed} killed; ${atHand?.n} articles at hand or of the dead at the last kill`);
    await Promise.all(team.map(ended));
    const waits = await watch.stop();
    const [left] = await place.queue.db.rows<{ n: number }>("SELECT count(*) AS n FROM queued WHERE state = 'waiting'");
    const [tries] = await place.queue.db.rows<{ n: number }>("SELECT count(*) AS n FROM job WHERE retry_count > 0");
    console.log(
      `many workers: ${sizeOf(await place.archive.totals())}\none file:     ${await inFile(all)}\n${left?.n} left waiting, ${tries?.n} articles taken more than once; ${waits}`,
    );
  });
}

const server = await startPostgres(DURABLE);
try {
  console.log(machine());
  const [size = 1000, second = 0, ...others] = numbers;
  if (what === "put")
    await fresh(async (place) => {
      const seconds = await place.put(articles(size));
      console.log(`${size} articles put in within ${n(seconds)} s: ${n(size / seconds, 0)} a second`);
    });
  else if (what === "ready")
    for (const workers of others.length > 0 ? others : [1, WORKERS])
      await measured(() => readings(second > 0 ? size * workers : size).map(asRead), workers, { pause: second });
  else if (what === "read")
    for (const workers of second > 0 ? [second, ...others] : [1, 2])
      await measured(() => articles(size * workers), workers, "reads");
  else if (what === "kill") await kill(size, second || 20);
  else throw new Error("say what: put, ready, read or kill");
} finally {
  await server.stop();
}
