/** A worker: takes articles from the queue, reads them with its threads, keeps them, and tells that it lives. */
import { setTimeout as pause } from "node:timers/promises";
import type { Archive } from "../archive.ts";
import type { Counts, Step } from "../ingest/ingest.ts";
import type { Pool } from "../ingest/pool.ts";
import { ARTICLES, DEAD } from "./boss.ts";
import type { Queue, Token } from "./queue.ts";
import { buryJob, type Job, type JobContext, readJob } from "./read-job.ts";
import { BEAT, beat, leave, type WorkerFacts } from "./workers.ts";

/** Articles at hand beyond those being read, so that no thread waits while one is kept. */
const AHEAD = 1;
/** Milliseconds between looks at an empty queue, and after trouble with the database. */
const IDLE = 500;
const TROUBLE = 3000;
/** Milliseconds over which the rate is counted. */
const RATE = 60_000;

export interface WorkOptions {
  queue: Queue;
  archive: Archive;
  pool: Pick<Pool, "size" | "read">;
  facts: WorkerFacts;
  /** The time of keeping, ISO 8601. */
  now: () => string;
  step?: (counts: Readonly<Counts>, last: Step) => void;
  /** Is told what went wrong with the database; the worker goes on as soon as it can. */
  trouble: (error: Error) => void;
  /** Ends when nothing waits any more. */
  untilEmpty?: boolean;
  /** Takes no more; what is at hand is still read and kept. */
  signal?: AbortSignal;
}

/** Works until it is stopped, or the queue is empty; what became of the articles. */
export async function work(options: WorkOptions): Promise<Counts> {
  const { queue, archive, pool, facts, now, step, trouble, untilEmpty = false, signal } = options;
  const counts: Counts = { new: 0, version: 0, same: 0, failed: 0 };
  const context: JobContext = {
    queue,
    archive,
    read: (task, urgent) => pool.read(task, urgent),
    model: facts.model,
    now,
  };
  const hand = new Map<string, Job>();
  const ended: number[] = [];
  let wake = (): void => undefined;

  const count = (done: Step): void => {
    counts[done.reason === null ? (done.kept ?? "same") : "failed"]++;
    ended.push(Date.now());
    step?.(counts, done);
  };
  const read = async (job: Job): Promise<void> => {
    try {
      const done = await readJob(job, context);
      if (done) count(done);
    } catch (error) {
      trouble(error as Error);
      // Where this fails too, the lease ends by itself.
      await queue.boss.fail(ARTICLES, job, { reason: (error as Error).message }).catch(() => undefined);
      await pause(TROUBLE);
    } finally {
      hand.delete(job.id);
      wake();
    }
  };
  const began = Date.now();
  const signs = setInterval(() => {
    const since = Date.now() - RATE;
    while ((ended[0] ?? since) < since) ended.shift();
    const kept = counts.new + counts.version + counts.same;
    const rate = ended.length / (Math.min(RATE, Date.now() - began) / 1000);
    const load = { reading: hand.size, kept, failed: counts.failed, rate };
    void beat(queue, facts, load).catch(trouble);
    if (hand.size > 0) void queue.boss.touch(ARTICLES, [...hand.values()]).catch(trouble);
  }, BEAT);

  const stopped = (): void => wake();
  signal?.addEventListener("abort", stopped);
  let buried = 0;
  try {
    await beat(queue, facts, { reading: 0, kept: 0, failed: 0, rate: 0 });
    while (!signal?.aborted) {
      const free = pool.size + AHEAD - hand.size;
      try {
        const jobs = free > 0 ? await fetchJobs(queue, free) : [];
        for (const job of jobs) {
          hand.set(job.id, job);
          void read(job);
        }
        const idle = jobs.length === 0 && free > 0;
        if (idle || Date.now() - buried > BEAT) {
          buried = Date.now();
          if (await bury(context, count)) continue;
          if (idle && untilEmpty && hand.size === 0 && (await isEmpty(queue))) break;
        }
        if (jobs.length === free && free > 0) continue;
      } catch (error) {
        trouble(error as Error);
        await pause(TROUBLE, undefined, { signal }).catch(() => undefined);
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, IDLE);
        wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    while (hand.size > 0) await pause(20);
  } finally {
    clearInterval(signs);
    signal?.removeEventListener("abort", stopped);
    await leave(queue, facts.id).catch(() => undefined);
  }
  return counts;
}

/** Takes so many, the most urgent first. */
async function fetchJobs({ boss }: Queue, batchSize: number): Promise<Job[]> {
  const jobs = await boss.fetch<Token>(ARTICLES, { batchSize, includeMetadata: true });
  return jobs.sort((a, b) => b.priority - a.priority);
}

/** Notes as failed what nobody could read; whether there was such. */
async function bury(context: JobContext, count: (done: Step) => void): Promise<boolean> {
  const [job] = await context.queue.boss.fetch<Token>(DEAD);
  if (!job) return false;
  const done = await buryJob(job, context);
  if (done) count(done);
  return true;
}

async function isEmpty(queue: Queue): Promise<boolean> {
  return (await queue.db.rows("SELECT 1 FROM queued WHERE state = 'waiting' LIMIT 1")).length === 0;
}
