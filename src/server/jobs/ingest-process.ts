/**
 * The process that brings articles in for the server: it has a connection to the archive of its own and runs below the
 * server in priority, so that whoever searches is served first, and dies without harm to it.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Archive } from "../../archive/archive.ts";
import { type Counts, ingest, type Step } from "../../archive/ingest/ingest.ts";
import { makePool } from "../../archive/ingest/pool.ts";
import { openArchive } from "../../archive/open.ts";
import { kindOfPlace } from "../../archive/place.ts";
import type { PostgresArchive } from "../../archive/postgres/postgres.ts";
import type { LazyQueue } from "../../archive/queue/lazy.ts";
import type { Queue } from "../../archive/queue/queue.ts";
import { modelName } from "../../attribution/tagger/load.ts";
import { HearsayError } from "../../error.ts";
import { type OpenResult, openInputs, totalSize } from "../../reading/inputs/open.ts";
import type { Order, Report, Work } from "./messages.ts";

const allowPrivate = process.argv[2] === "allow-private";
/** A core is left to the server. */
const pool = makePool(Math.max(1, availableParallelism() - 1));
/** The archive, once the server has said where it is: not on the command line, which others can see, for it may hold a password. */
let open: (place: string) => void = () => undefined;
const opened = new Promise<string>((told) => {
  open = told;
}).then(async (place): Promise<{ archive: Archive; queue: LazyQueue | null }> => {
  const archive = await openArchive(place, { create: true });
  if (kindOfPlace(place) === "file") return { archive, queue: null };
  const { lazyQueue } = await import("../../archive/queue/lazy.ts");
  return { archive, queue: lazyQueue(place, archive as PostgresArchive) };
});
const model = await modelName();
const running = new Map<string, AbortController>();
const waiting: { work: Work; folder: string }[] = [];
let large = 0;

const report = (message: Report): void => {
  process.send?.(message);
};

function start(work: Work, folder: string): void {
  if (!work.urgent && large > 0) {
    waiting.push({ work, folder });
    return;
  }
  if (!work.urgent) large++;
  const stop = new AbortController();
  running.set(work.id, stop);
  void run(work, folder, stop.signal).then((error) => {
    running.delete(work.id);
    if (!work.urgent) large--;
    report({ type: "end", id: work.id, stopped: stop.signal.aborted, error });
    const next = large === 0 ? waiting.shift() : undefined;
    if (next) start(next.work, next.folder);
  });
}

/** Runs a job to its end; returns why it ended early, or `null`. */
async function run(work: Work, folder: string, signal: AbortSignal): Promise<string | null> {
  const names = work.names.map((name) => (isAddress(name) ? name : join(folder, name)));
  const meter = { read: 0 };
  try {
    const size = await totalSize(names, { folders: true });
    report({ type: "begun", id: work.id, size });
    const inputs = openInputs(names, {
      given: work.given,
      allowPrivate,
      force: work.force,
      stdin: (async function* () {})(),
      meter,
    });
    const { archive } = await opened;
    const told = (counts: Readonly<Counts>, last: Step, read: number): void =>
      report({ type: "step", id: work.id, counts: { ...counts }, last, read });
    const common = { archive, model, force: work.force, now: () => new Date().toISOString(), signal };
    const articles = renamed(inputs, folder);
    const queue = await queueWithWorkers();
    if (queue) {
      const { throughQueue } = await import("./queued.ts");
      const step = (counts: Readonly<Counts>, last: Step, share: number): void => told(counts, last, share * size);
      await throughQueue(articles, { ...common, queue, id: work.id, step });
    } else {
      const step = (counts: Readonly<Counts>, last: Step): void => told(counts, last, meter.read);
      await ingest(articles, { ...common, pool, urgent: work.urgent, step });
    }
    return null;
  } catch (error) {
    return error instanceof HearsayError ? error.message : `stopped by a fault (${(error as Error).message})`;
  }
}

/** The queue of a shared archive where somebody reads for it; else this process reads by itself. */
async function queueWithWorkers(): Promise<Queue | null> {
  const queue = (await (await opened).queue?.get()) ?? null;
  if (!queue) return null;
  const { connectedWorkers } = await import("../../archive/queue/workers.ts");
  return (await connectedWorkers(queue)) > 0 ? queue : null;
}

const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

/** Where an upload lies on this machine is nobody's business: its files are called what the user calls them. */
async function* renamed(inputs: AsyncIterable<OpenResult>, folder: string): AsyncGenerator<OpenResult> {
  const own = (text: string): string => text.replaceAll(`${folder}/`, "").replace(/(^|\s)\d+\//g, "$1");
  for await (const result of inputs) {
    const origin = own(result.origin);
    if (result.ok) yield { ...result, origin };
    else {
      result.error.message = own(result.error.message);
      yield { ...result, name: own(result.name), origin };
    }
  }
}

let closing = false;

/** Lets what is being read be kept, then leaves nothing that would hold the process. */
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  waiting.length = 0;
  for (const stop of running.values()) stop.abort();
  while (running.size > 0) await new Promise((done) => setTimeout(done, 20));
  await pool.close();
  const { archive, queue } = await opened;
  await queue?.close();
  await archive.close();
  if (process.connected) process.disconnect();
}

process.on("message", (order: Order) => {
  if (order.type === "open") open(order.place);
  else if (order.type === "start") start(order.work, order.folder);
  else if (order.type === "warm")
    void pool
      .read({ input: { id: "warm", body: "“We open in May,” said director Ina Holt.", kind: "text" }, force: true })
      .then(() => report({ type: "warm" }));
  else if (order.type === "stop") {
    const at = waiting.findIndex(({ work }) => work.id === order.id);
    if (at >= 0) {
      waiting.splice(at, 1);
      report({ type: "end", id: order.id, stopped: true, error: null });
    } else running.get(order.id)?.abort();
  } else void close();
});
// Ctrl-C and whoever stops a service reach all its processes: the server tells when to go.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
process.once("disconnect", () => void close());
