/** Tells what becomes of the articles that one put into the queue, each once, and can take back those that nobody has read yet. */
import type { Kept } from "../archive.ts";
import type { Counts, Step } from "../ingest/ingest.ts";
import type { Queue } from "./queue.ts";

/** Milliseconds between two looks. */
const PAUSE = 300;

interface Ended {
  name: string;
  state: Kept | "failed";
  reason: string | null;
  doc: string | null;
}

/** What was done is forgotten with telling it; what failed stays, so that it can be tried again. */
const TELL = `WITH gone AS (DELETE FROM queued WHERE batch = $1 AND state <> 'waiting' AND state <> 'failed' AND NOT told RETURNING id, name, state, reason, doc),
  failed AS (UPDATE queued SET told = true WHERE batch = $1 AND state = 'failed' AND NOT told RETURNING id, name, state, reason, doc)
  SELECT * FROM gone UNION ALL SELECT * FROM failed ORDER BY id`;

export interface FollowOptions {
  queue: Queue;
  batch: string;
  /** Counts to go on from; changed as it goes. */
  counts: Counts;
  step?: (counts: Readonly<Counts>, last: Step) => void;
  /** Called at each look at which something still waits; may take its time. */
  waiting?: () => Promise<void>;
  /** Stops following; the queue goes on. */
  signal?: AbortSignal;
}

/** Follows a batch until nothing of it waits any more. */
export async function follow({ queue, batch, counts, step, waiting, signal }: FollowOptions): Promise<void> {
  while (!signal?.aborted) {
    // Asked before what has ended is fetched: what ends in between is told by the next look.
    const left = await queue.db.rows("SELECT 1 FROM queued WHERE batch = $1 AND state = 'waiting' LIMIT 1", [batch]);
    for (const { name, state, reason, doc } of await queue.db.rows<Ended>(TELL, [batch])) {
      counts[state]++;
      step?.(counts, { name, reason, kept: state === "failed" ? null : state, doc });
    }
    if (left.length === 0) return;
    await waiting?.();
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** Takes back what nobody has read yet; what is being read at this moment is still kept. */
export async function takeBack(queue: Queue, batch: string): Promise<void> {
  await queue.db.rows("DELETE FROM queued WHERE batch = $1 AND state = 'waiting'", [batch]);
}
