/** Puts articles into the queue: what is known is skipped, the rest waits there with all its bytes for whoever reads it. */
import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import type { ArticleInput } from "../../document.ts";
import { LARGEST_ARTICLE } from "../../reading/inputs/decode.ts";
import type { OpenResult } from "../../reading/inputs/open.ts";
import type { Archive } from "../archive.ts";
import { canonicalUrl } from "../identity.ts";
import { type Counts, inputKeyOf, type Step } from "../ingest/ingest.ts";
import type { Task } from "../ingest/read-one.ts";
import { type Queue, sendTokens } from "./queue.ts";

/** Articles put in at once, and bytes of them (packed). */
const CHUNK = 500;
const CHUNK_BYTES = 8 * 1024 * 1024;
/** Characters of an article that the queue carries: more than any that is read. */
const LARGEST = 2 * LARGEST_ARTICLE;
/** No packed article is larger than this, unpacked, in bytes. */
const LARGEST_UNPACKED = 8 * LARGEST;

export interface EnqueueOptions {
  archive: Archive;
  queue: Queue;
  /** Name and version of the model that will read. */
  model: string;
  force: boolean;
  /** A UUID by which what becomes of these is followed. */
  batch: string;
  /** Somebody waits for these: they are read before what is not urgent. */
  urgent: boolean;
  /** The time of noting a failure, ISO 8601. */
  now: () => string;
  /** Called for each item that is not put in: it is known or waits already, or could not be opened. */
  step?: (counts: Readonly<Counts>, last: Step) => void;
  /** Stops taking more. */
  signal?: AbortSignal;
}

export interface Enqueued {
  queued: number;
  /** Of those not put in. */
  counts: Counts;
}

interface Item {
  origin: string;
  name: string;
  key: string;
  inputKey: string;
  packed: Buffer;
}

/** Puts all in, in order, and tells how many. */
export async function enqueue(inputs: AsyncIterable<OpenResult>, options: EnqueueOptions): Promise<Enqueued> {
  const { archive, model, force, now, step, signal } = options;
  const counts: Counts = { new: 0, version: 0, same: 0, failed: 0 };
  let queued = 0;
  let chunk: Item[] = [];
  let bytes = 0;
  const same = (name: string): void => {
    counts.same++;
    step?.(counts, { name, reason: null, kept: "same", doc: null });
  };
  const fail = async (origin: string, name: string, reason: string): Promise<void> => {
    await archive.fail({ origin, name, reason, at: now() });
    counts.failed++;
    step?.(counts, { name, reason, kept: null, doc: null });
  };
  const flush = async (): Promise<void> => {
    const put = await putIn(chunk, options);
    queued += put.size;
    for (const { inputKey, name } of chunk) if (!put.has(inputKey)) same(name);
    chunk = [];
    bytes = 0;
  };
  for await (const result of inputs) {
    if (signal?.aborted) break;
    if (!result.ok) {
      await fail(result.origin, result.name, result.error.message);
      continue;
    }
    const { origin, input } = result;
    if (input.body.length > LARGEST) {
      await fail(origin, input.id, `${input.id}: is longer than ${LARGEST} characters, which no article is; split it`);
      continue;
    }
    const inputKey = inputKeyOf(input);
    if ((await archive.knows(inputKey, model)) || chunk.some((one) => one.inputKey === inputKey)) {
      same(input.id);
      continue;
    }
    const packed = pack({ input, force });
    chunk.push({ origin, name: input.id, key: keyOf(origin, input), inputKey, packed });
    bytes += packed.length;
    if (chunk.length >= CHUNK || bytes >= CHUNK_BYTES) await flush();
  }
  await flush();
  return { queued, counts };
}

/** Whole or not at all; the keys of those put in, which do not wait already. */
async function putIn(items: readonly Item[], { queue, batch, urgent }: EnqueueOptions): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const column = <K extends keyof Item>(name: K): Item[K][] => items.map((item) => item[name]);
  return queue.db.transaction(async (sql) => {
    // What failed before is tried again by this.
    await sql.rows(
      `DELETE FROM queued q USING unnest($1::text[], $2::text[]) AS g(origin, name)
       WHERE q.state = 'failed' AND md5(q.origin) = md5(g.origin) AND md5(q.name) = md5(g.name) AND q.origin = g.origin AND q.name = g.name`,
      [column("origin"), column("name")],
    );
    const rows = await sql.rows<{ key: string; urgent: boolean; input_key: string }>(
      `INSERT INTO queued(batch, urgent, origin, name, key, input_key, input)
       SELECT $1, $2, origin, name, key, input_key, input
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[]) WITH ORDINALITY AS g(origin, name, key, input_key, input, n) ORDER BY n
       ON CONFLICT DO NOTHING RETURNING key, urgent, input_key`,
      [batch, urgent, column("origin"), column("name"), column("key"), column("inputKey"), column("packed")],
    );
    await sendTokens(queue, sql, rows);
    return new Set(rows.map((row) => row.input_key));
  });
}

/** What is read in order: what comes from one address, else what has one name in one file. */
function keyOf(origin: string, { id, given }: ArticleInput): string {
  const canonical = canonicalUrl(given?.url ?? null);
  return createHash("md5")
    .update(canonical ?? `${origin}\0${id}`)
    .digest("hex");
}

const pack = (task: Task): Buffer => deflateSync(JSON.stringify(task));

/** The article that was put in. */
export const unpack = (packed: Uint8Array): Task =>
  JSON.parse(inflateSync(packed, { maxOutputLength: LARGEST_UNPACKED }).toString("utf8")) as Task;
