/**
 * Brings articles into an archive: what is known is skipped, the rest is read by a pool of threads and kept in the order
 * in which it came, each article in a transaction of its own. Whoever is stopped at any moment goes on by doing it again.
 */
import { createHash } from "node:crypto";
import type { ArticleInput } from "../../document.ts";
import type { OpenResult } from "../../reading/inputs/open.ts";
import type { Archive, Kept } from "../archive.ts";
import type { Pool } from "./pool.ts";
import type { Answer } from "./reader-worker.ts";

/** Articles that are read ahead of the one to be kept next, for each thread. */
const AHEAD = 4;

export interface Counts {
  /** Articles that were not in the archive. */
  new: number;
  /** Changed articles, kept as a new version. */
  version: number;
  /** Articles that were there already. */
  same: number;
  failed: number;
}

/** What became of one item. */
export interface Step {
  name: string;
  /** Why it failed; `null` when it did not. */
  reason: string | null;
  /** What it is to the archive, and the article it became; `null` for one that failed; `doc` also for one read before. */
  kept: Kept | null;
  doc: string | null;
}

export interface IngestOptions {
  archive: Archive;
  pool: Pool;
  /** Name and version of the model that the pool reads with. */
  model: string;
  force: boolean;
  /** The time of keeping, ISO 8601. */
  now: () => string;
  /** Called after each item. */
  step?: (counts: Readonly<Counts>, last: Step) => void;
  /** Somebody waits for these articles: they are read before all that others wait for. */
  urgent?: boolean;
  /** Stops taking more; what is being read is still kept. */
  signal?: AbortSignal;
}

/** Brings in all inputs and returns what became of them. */
export async function ingest(inputs: AsyncIterable<OpenResult>, options: IngestOptions): Promise<Counts> {
  const { archive, pool, model, force, now, step, signal, urgent } = options;
  const counts: Counts = { new: 0, version: 0, same: 0, failed: 0 };
  const ahead: (() => Promise<void>)[] = [];
  const fail = async (origin: string, name: string, reason: string): Promise<void> => {
    await archive.fail({ origin, name, reason, at: now() });
    counts.failed++;
    step?.(counts, { name, reason, kept: null, doc: null });
  };
  const keep = async (origin: string, input: ArticleInput, inputKey: string, answer: Answer): Promise<void> => {
    if (!answer.ok) return fail(origin, input.id, answer.reason);
    const { kept, doc } = await archive.save({ reading: answer.reading, model, origin, inputKey, at: now() });
    count(kept, input.id, doc);
  };
  const count = (kept: Kept, name: string, doc: string | null): void => {
    counts[kept]++;
    step?.(counts, { name, reason: null, kept, doc });
  };
  for await (const result of inputs) {
    if (signal?.aborted) break;
    if (!result.ok) {
      const { origin, name, error } = result;
      ahead.push(() => fail(origin, name, error.message));
    } else {
      const { origin, input } = result;
      const key = inputKeyOf(input);
      if (await archive.knows(key, model)) count("same", input.id, null);
      else {
        const answer = pool.read({ input, force }, urgent);
        ahead.push(async () => keep(origin, input, key, await answer));
      }
    }
    while (ahead.length >= AHEAD * pool.size) await (ahead.shift() as () => Promise<void>)();
  }
  for (const last of ahead) await last();
  return counts;
}

/** SHA-256 of an input with all that is given beside it, in hex. */
export function inputKeyOf({ id: _, ...input }: ArticleInput): string {
  const given = Object.entries(input.given ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([input.kind, input.captured ?? null, given]))
    .update("\0")
    .update(input.body)
    .digest("hex");
}
