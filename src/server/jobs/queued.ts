/** Brings a job's articles in through the queue of a shared archive, ahead of what nobody waits for. */
import { enqueue } from "../../archive/queue/enqueue.ts";
import { follow, takeBack } from "../../archive/queue/follow.ts";
import type { Queue } from "../../archive/queue/queue.ts";
import { connectedWorkers } from "../../archive/queue/workers.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Counts, Step } from "../../archive/ingest/ingest.ts";
import type { OpenResult } from "../../reading/inputs/open.ts";

/** Milliseconds between looks whether somebody is there who reads. */
const LOOK = 5000;

export interface QueuedOptions {
  queue: Queue;
  archive: Archive;
  model: string;
  force: boolean;
  /** The job's id, by which its articles are known in the queue. */
  id: string;
  now: () => string;
  /** `share`: how much of what was put in has ended. */
  step: (counts: Readonly<Counts>, last: Step, share: number) => void;
  signal: AbortSignal;
}

/** Returns when all have ended, or the job was stopped. @throws Error where all workers have left, so that nobody reads them */
export async function throughQueue(inputs: AsyncIterable<OpenResult>, options: QueuedOptions): Promise<void> {
  const { queue, id, step, signal } = options;
  const { queued, counts } = await enqueue(inputs, {
    ...options,
    batch: id,
    urgent: true,
    step: (soFar, last) => step(soFar, last, 0),
  });
  const before = counts.new + counts.version + counts.same + counts.failed;
  let looked = Date.now();
  await follow({
    queue,
    batch: id,
    counts,
    step: (soFar, last) => {
      const ended = soFar.new + soFar.version + soFar.same + soFar.failed - before;
      step(soFar, last, ended / queued);
    },
    async waiting() {
      if (Date.now() - looked < LOOK) return;
      looked = Date.now();
      if ((await connectedWorkers(queue)) > 0) return;
      await takeBack(queue, id);
      throw new Error("all workers have left; resume to read it here");
    },
    signal,
  });
  if (signal.aborted) await takeBack(queue, id);
}
