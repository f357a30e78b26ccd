/** A shared archive with its queue in a place of its own, and workers that read without the model. */
import { randomUUID } from "node:crypto";
import { openPostgres, type PostgresArchive } from "../../../src/archive/postgres/postgres.ts";
import { enqueue, type Enqueued } from "../../../src/archive/queue/enqueue.ts";
import { openQueue, type Queue } from "../../../src/archive/queue/queue.ts";
import { work, type WorkOptions } from "../../../src/archive/queue/work.ts";
import type { Answer, Task } from "../../../src/archive/ingest/read-one.ts";
import type { Counts } from "../../../src/archive/ingest/ingest.ts";
import type { ArticleInput } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";
import { newPlace } from "../stores.ts";

export const MODEL = "m";
export const now = (): string => "2025-05-01T00:00:00Z";

/** Reads by the pattern of makeReading; what begins with "No" is no article. */
export async function readPlainly({ input }: Task): Promise<Answer> {
  if (input.body.startsWith("No")) return { ok: false, reason: `${input.id}: is no article` };
  return { ok: true, reading: makeReading(input.id, input.body, { url: input.given?.url ?? null }) };
}

export interface Shared {
  place: string;
  archive: PostgresArchive;
  queue: Queue;
  /** What went wrong with the database. */
  troubles: Error[];
  put(inputs: readonly ArticleInput[], more?: { urgent?: boolean; batch?: string }): Promise<Enqueued>;
  /** Works until the queue is empty, or stopped. */
  work(read?: (task: Task) => Promise<Answer>, more?: Partial<WorkOptions>): Promise<Counts>;
  close(): Promise<void>;
}

export async function sharedPlace(): Promise<Shared> {
  const { place, drop } = await newPlace("postgres");
  const archive = await openPostgres(place);
  const queue = await openQueue(place, archive, { create: true, supervise: true, program: "hearsay work" });
  const troubles: Error[] = [];
  return {
    place,
    archive,
    queue,
    troubles,
    put: (inputs, { urgent = false, batch = randomUUID() } = {}) =>
      enqueue(
        (async function* () {
          for (const input of inputs) yield { ok: true, origin: "crawl", input } as const;
        })(),
        { archive, queue, model: MODEL, force: false, batch, urgent, now },
      ),
    work: (read = readPlainly, more = {}) =>
      work({
        queue,
        archive,
        pool: { size: 1, read },
        facts: { id: randomUUID(), name: "here", version: "1", model: MODEL, threads: 1 },
        now,
        trouble: (error) => troubles.push(error),
        untilEmpty: true,
        ...more,
      }),
    async close() {
      await queue.close();
      await archive.close();
      await drop();
    },
  };
}

export const story = (id: string, body = `Ana Holt said the ${id} is shut.`, url?: string): ArticleInput => ({
  id,
  body,
  kind: "text",
  ...(url === undefined ? {} : { given: { url } }),
});
