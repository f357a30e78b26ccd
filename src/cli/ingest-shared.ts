/** `hearsay ingest` into a shared archive: puts articles into its queue, and waits for the workers that read them. */
import { randomUUID } from "node:crypto";
import { enqueue } from "../archive/queue/enqueue.ts";
import { follow } from "../archive/queue/follow.ts";
import { openQueue, type Queue } from "../archive/queue/queue.ts";
import { retryFailed } from "../archive/queue/retry.ts";
import { connectedWorkers } from "../archive/queue/workers.ts";
import type { PostgresArchive } from "../archive/postgres/postgres.ts";
import { modelName } from "../attribution/tagger/load.ts";
import { openInputs } from "../reading/inputs/open.ts";
import type { Bringing, Brought } from "./bringing.ts";

/** Milliseconds between looks for workers. */
const LOOK = 5000;

interface Flags {
  retry?: boolean;
  /** Wait for the workers: always, never, or where there are some. */
  wait?: boolean;
}

const STOPPED = "Stopped; what is in the queue is still read.\n";

export async function ingestShared(bringing: Bringing, flags: Flags): Promise<Brought> {
  const queue = await openQueue(bringing.place, bringing.archive as PostgresArchive, { create: true });
  try {
    return await throughQueue(queue, bringing, flags);
  } finally {
    await queue.close();
  }
}

async function throughQueue(queue: Queue, bringing: Bringing, { retry = false, wait }: Flags): Promise<Brought> {
  const { archive, options, common, share, force } = bringing;
  const batch = randomUUID();
  const again = retry ? await retried(queue, bringing, batch) : { queued: 0, names: [] };
  const names = [...bringing.names, ...again.names.filter((name) => !bringing.names.includes(name))];
  const { queued, counts } = await enqueue(openInputs(names, options), {
    ...common,
    queue,
    model: await modelName(),
    force,
    batch,
    urgent: false,
  });
  const all = queued + again.queued;
  if (all === 0) return { counts, left: 0, stopped: STOPPED };
  const before = counts.new + counts.version + counts.same + counts.failed;
  const ended = (): number => counts.new + counts.version + counts.same + counts.failed - before;
  const left = (): number => all - ended();
  const workers = await connectedWorkers(queue);
  process.stderr.write(
    `hearsay: ${all} put into the queue${workers > 0 ? ` of ${workers} ${workers === 1 ? "worker" : "workers"}` : ""}\n`,
  );
  if (workers === 0) sayAlone(archive.location);
  if (wait === false || (wait === undefined && workers === 0)) return { counts, left: all, stopped: STOPPED };
  let looked = Date.now();
  let alone = workers === 0;
  share.done = 0;
  await follow({
    queue,
    batch,
    counts,
    step: (soFar, last) => {
      share.done = ended() / all;
      common.step?.(soFar, last);
    },
    async waiting() {
      if (Date.now() - looked < LOOK) return;
      looked = Date.now();
      const none = (await connectedWorkers(queue)) === 0;
      if (none && !alone) sayAlone(archive.location);
      alone = none;
    },
    ...(common.signal ? { signal: common.signal } : {}),
  });
  return { counts, left: left(), stopped: STOPPED };
}

/** Puts in again what the queue still holds; what failed before it got there is opened anew, where it is on this machine. */
async function retried(
  queue: Queue,
  { archive }: Bringing,
  batch: string,
): Promise<{ queued: number; names: string[] }> {
  const again = await retryFailed(queue, batch);
  const known = new Set(again.map(({ origin, name }) => `${origin}\0${name}`));
  const others = (await archive.failures()).filter(({ origin, name }) => !known.has(`${origin}\0${name}`));
  return {
    queued: again.length,
    names: [...new Set(others.map(({ origin }) => origin).filter((origin) => origin !== "-"))],
  };
}

const sayAlone = (location: string): void => {
  process.stderr.write(`hearsay: no worker is connected; start one with: hearsay work --archive ${location}\n`);
};
