/** One job of the queue: the article that has waited longest under its key is read, kept, and its end noted. */
import type { JobWithMetadata } from "pg-boss";
import type { Archive, Kept } from "../archive.ts";
import type { Step } from "../ingest/ingest.ts";
import type { Answer, Task } from "../ingest/read-one.ts";
import { ARTICLES, DEAD } from "./boss.ts";
import { unpack } from "./enqueue.ts";
import { type Queue, type Token, within } from "./queue.ts";

/** A thread may be lost over an article this often; memory that did not suffice twice will not the third time. */
const MOST_LOSSES = 2;

export interface JobContext {
  queue: Queue;
  archive: Archive;
  /** Reads one article; never rejects. */
  read(task: Task, urgent: boolean): Promise<Answer>;
  /** Name and version of the model that reads. */
  model: string;
  /** The time of keeping, ISO 8601. */
  now: () => string;
}

/** A job as it was fetched: what tells this try from others of the same job. */
export type Job = Pick<JobWithMetadata<Token>, "id" | "retryCount" | "data">;

interface Row {
  id: number;
  origin: string;
  name: string;
  input_key: string;
  input: Buffer;
  urgent: boolean;
}

/**
 * Reads and keeps the article; `null` where nothing waits any more, or it is to be tried again. Each step may be done twice without
 * harm: an article that is kept already is known, one whose end is noted waits no more.
 */
export async function readJob(job: Job, context: JobContext): Promise<Step | null> {
  const { queue, archive, model, read, now } = context;
  const row = await firstOf(queue, job.data.key);
  if (!row) {
    await queue.boss.complete(ARTICLES, job);
    return null;
  }
  const { origin, name, input_key: inputKey, urgent } = row;
  if (await archive.knows(inputKey, model)) return end(queue, job, row, { kept: "same", reason: null, doc: null });
  const answer = await read(unpack(row.input), urgent);
  if (answer.ok) {
    const saved = await archive.save({ reading: answer.reading, model, origin, inputKey, at: now() });
    return end(queue, job, row, { ...saved, reason: null });
  }
  const reason = answer.reason.startsWith(name) ? answer.reason : `${name}: ${answer.reason}`;
  if (answer.lost && (await lossesOf(queue, row.id, reason)) < MOST_LOSSES) {
    await queue.boss.fail(ARTICLES, job, { reason });
    return null;
  }
  await archive.fail({ origin, name, reason, at: now() });
  return end(queue, job, row, { kept: null, reason, doc: null });
}

/** The tries of a job are used up, each worker that had it is gone: its article fails. */
export async function buryJob(job: Job, { queue, archive, now }: JobContext): Promise<Step | null> {
  const row = await firstOf(queue, job.data.key);
  if (!row) {
    await queue.boss.complete(DEAD, job);
    return null;
  }
  const { origin, name } = row;
  const reason = `${name}: every worker that read it stopped on the way; see whether their memory suffices, or leave it out`;
  await archive.fail({ origin, name, reason, at: now() });
  return end(queue, job, row, { kept: null, reason, doc: null }, DEAD);
}

async function firstOf(queue: Queue, key: string): Promise<Row | undefined> {
  const [row] = await queue.db.rows<Row>(
    "SELECT id, origin, name, input_key, input, urgent FROM queued WHERE key = $1 AND state = 'waiting' ORDER BY id LIMIT 1",
    [key],
  );
  return row;
}

/** How often a thread was lost over it, this time among them. */
async function lossesOf(queue: Queue, id: number, reason: string): Promise<number> {
  const [row] = await queue.db.rows<{ losses: number }>(
    "UPDATE queued SET losses = losses + 1, reason = $2 WHERE id = $1 RETURNING losses",
    [id, reason],
  );
  return row?.losses ?? MOST_LOSSES;
}

/** Notes the end of an article and of the job, both or neither. */
async function end(
  queue: Queue,
  job: Job,
  row: Row,
  { kept, reason, doc }: { kept: Kept | null; reason: string | null; doc: string | null },
  of: string = ARTICLES,
): Promise<Step> {
  await queue.db.transaction(async (sql) => {
    await sql.rows(
      `UPDATE queued SET state = $2, reason = $3, doc = $4, ended_at = now(), input = CASE WHEN $2 = 'failed' THEN input END
       WHERE id = $1 AND state = 'waiting'`,
      [row.id, kept ?? "failed", reason, doc],
    );
    await queue.boss.complete(of, job, null, within(sql));
  });
  return { name: row.name, reason, kept, doc };
}
