/**
 * A worker whose articles are read already: the body of each is its reading as JSON. It takes, keeps and tells as `hearsay work`
 * does, and waits so many milliseconds where that would read: `node bench/work/worker.ts PAUSE`, the archive in HEARSAY_ARCHIVE.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { openPostgres } from "../../src/archive/postgres/postgres.ts";
import { openQueue } from "../../src/archive/queue/queue.ts";
import { work } from "../../src/archive/queue/work.ts";

const PROGRAM = "hearsay work";
const place = process.env.HEARSAY_ARCHIVE as string;
const ms = Number(process.argv[2] ?? 0);

const archive = await openPostgres(place, { program: PROGRAM });
const trouble = (error: Error): void => console.error(error.message);
const queue = await openQueue(place, archive, { create: true, supervise: true, program: PROGRAM, trouble });
/** One article at a time, as one thread reads. */
let free: Promise<unknown> = Promise.resolve();
await work({
  queue,
  archive,
  pool: {
    size: 1,
    read: ({ input }) => {
      const read = free.then(async () => {
        if (ms > 0) await pause(ms);
        return { ok: true as const, reading: JSON.parse(input.body) };
      });
      free = read;
      return read;
    },
  },
  facts: { id: randomUUID(), name: String(process.pid), version: "bench", model: "bench", threads: 1 },
  now: () => new Date().toISOString(),
  trouble,
  untilEmpty: true,
});
await queue.close();
await archive.close();
