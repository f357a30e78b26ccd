/** Keeps articles that were read elsewhere: the rules of ingest.ts, without a pool. */
import type { HearsayError } from "../../error.ts";
import type { Reading } from "../../document.ts";
import type { Archive } from "../archive.ts";
import type { Counts, Step } from "./ingest.ts";

/** An article as it was read, or why it could not be taken; `file` is where it came out of. */
export type Elsewhere = { file: string } & (
  | { ok: true; read: { reading: Reading; model: string; origin: string; inputKey: string } }
  | { ok: false; name: string; error: HearsayError }
);

export interface ElsewhereOptions {
  archive: Archive;
  /** The time of keeping, ISO 8601. */
  now: () => string;
  step?: (counts: Readonly<Counts>, last: Step) => void;
  /** Stops taking more. */
  signal?: AbortSignal;
}

/** Keeps all and returns what became of them. */
export async function keepElsewhere(articles: AsyncIterable<Elsewhere>, options: ElsewhereOptions): Promise<Counts> {
  const { archive, now, step, signal } = options;
  const counts: Counts = { new: 0, version: 0, same: 0, failed: 0 };
  for await (const one of articles) {
    if (signal?.aborted) break;
    if (!one.ok) {
      const { file, name, error } = one;
      await archive.fail({ origin: file, name, reason: error.message, at: now() });
      counts.failed++;
      step?.(counts, { name, reason: error.message, kept: null, doc: null });
      continue;
    }
    const { reading, model } = one.read;
    const known = await archive.knows(one.read.inputKey, model);
    const { kept, doc } = known ? { kept: "same" as const, doc: null } : await archive.save({ ...one.read, at: now() });
    counts[kept]++;
    step?.(counts, { name: reading.doc, reason: null, kept, doc });
  }
  return counts;
}
