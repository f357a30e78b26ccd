/** Who works on the queue, and how it stands. */
import type { Queue } from "./queue.ts";

/** Milliseconds between two signs of life of a worker. */
export const BEAT = 5000;
/** Seconds after which a worker that gives none counts as gone, and as forgotten. */
const GONE = 16;
const FORGOTTEN = 3600;
/** What is done and was told to nobody is removed after this many seconds. */
const UNTOLD = 86_400;
/** Waiting and failed articles are counted up to here. */
export const MOST_COUNTED = 100_000;
/** Latest failures that are shown. */
const SHOWN = 10;

export interface WorkerFacts {
  id: string;
  /** Machine and process. */
  name: string;
  /** Of Hearsay, and of its model. */
  version: string;
  model: string;
  threads: number;
}

export interface WorkerLoad {
  /** Articles at hand. */
  reading: number;
  /** Articles kept and failed since it began. */
  kept: number;
  failed: number;
  /** Articles a second over the last minute. */
  rate: number;
}

export interface WorkerState extends Omit<WorkerFacts, "id">, WorkerLoad {
  /** When it began, ISO 8601. */
  since: string;
}

export interface QueueState {
  workers: WorkerState[];
  /** Articles that nobody has kept yet, those being read among them; `MOST_COUNTED + 1` stands for more. */
  waiting: number;
  reading: number;
  failed: number;
  /** Articles a second, of all workers. */
  rate: number;
  /** The latest failures. */
  errors: { name: string; reason: string; at: string }[];
}

/** Of an archive into whose queue nothing was put yet. */
export const NO_QUEUE: QueueState = { workers: [], waiting: 0, reading: 0, failed: 0, rate: 0, errors: [] };

/** Tells that a worker lives, and removes what is long over. */
export async function beat(
  queue: Queue,
  { id, name, version, model, threads }: WorkerFacts,
  load: WorkerLoad,
): Promise<void> {
  await queue.db.rows(
    `INSERT INTO workers(id, name, version, model, threads, reading, kept, failed, rate) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET seen = now(), reading = $6, kept = $7, failed = $8, rate = $9`,
    [id, name, version, model, threads, load.reading, load.kept, load.failed, load.rate],
  );
  await queue.db.rows(`DELETE FROM workers WHERE seen < now() - interval '${FORGOTTEN} seconds'`);
  await queue.db.rows(
    `DELETE FROM queued WHERE id IN (SELECT id FROM queued WHERE state <> 'waiting' AND state <> 'failed' AND ended_at < now() - interval '${UNTOLD} seconds'
     ORDER BY ended_at LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
  );
}

export async function leave(queue: Queue, id: string): Promise<void> {
  await queue.db.rows("DELETE FROM workers WHERE id = $1", [id]);
}

/** How many workers are connected. */
export async function connectedWorkers(queue: Queue): Promise<number> {
  const [row] = await queue.db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM workers WHERE seen > now() - interval '${GONE} seconds'`,
  );
  return row?.n ?? 0;
}

export async function queueState(queue: Queue): Promise<QueueState> {
  const { db } = queue;
  const counted = async (state: "waiting" | "failed"): Promise<number> => {
    const [row] = await db.rows<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM queued WHERE state = '${state}' LIMIT ${MOST_COUNTED + 1}) AS counted`,
    );
    return row?.n ?? 0;
  };
  const workers = await db.rows<Omit<WorkerState, "since"> & { since: Date }>(
    `SELECT name, version, model, threads, since, reading, kept, failed, rate FROM workers
     WHERE seen > now() - interval '${GONE} seconds' ORDER BY since, name`,
  );
  const errors = await db.rows<{ name: string; reason: string | null; at: Date }>(
    `SELECT name, reason, ended_at AS at FROM queued WHERE state = 'failed' AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ${SHOWN}`,
  );
  const sum = (of: (worker: WorkerLoad) => number): number => workers.reduce((all, worker) => all + of(worker), 0);
  return {
    workers: workers.map((worker) => ({ ...worker, since: worker.since.toISOString() })),
    waiting: await counted("waiting"),
    reading: sum(({ reading }) => reading),
    failed: await counted("failed"),
    rate: sum(({ rate }) => rate),
    errors: errors.map(({ name, reason, at }) => ({ name, reason: reason ?? "", at: at.toISOString() })),
  };
}
