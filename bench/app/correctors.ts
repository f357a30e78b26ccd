/** Many people who correct at once: every decision that the server said it kept must stand in the log. */
import type { Served } from "./server.ts";

export interface Corrected {
  /** Decisions that the server took. */
  kept: number;
  /** Of them, those that the log does not hold, or holds twice. */
  lost: number;
  ms: number[];
  failed: string[];
}

/** One person's work: accept, reject and change statements of their articles, undo now and then. */
async function work(
  { api }: Served,
  author: string,
  docs: readonly string[],
  more: (done: number) => boolean,
  out: Corrected,
  ids: string[],
): Promise<void> {
  for (let i = 0; more(out.kept); i++) {
    const doc = docs[i % docs.length] as string;
    const started = performance.now();
    try {
      if (i % 11 === 10) {
        const { undone } = await api.post("/api/undo", {}, { author, doc: docs[(i - 1) % docs.length] as string });
        const id = (undone as { id?: string } | null)?.id;
        if (id) ids.push(id);
      } else {
        const statement = `a${(i % 5) + 1}`;
        const type = i % 3 === 2 ? "reject" : "accept";
        const { event } = await api.post("/api/articles/{doc}/corrections", { doc }, { type, statement, author });
        ids.push((event as { id: string }).id);
      }
      out.kept++;
      out.ms.push(performance.now() - started);
    } catch (error) {
      out.failed.push((error as Error).message);
    }
  }
}

/** @param more whether another decision is wanted, given how many were made */
export async function correctAtOnce(
  served: Served,
  people: number,
  docs: readonly string[],
  more: (done: number) => boolean,
): Promise<Corrected> {
  const out: Corrected = { kept: 0, lost: 0, ms: [], failed: [] };
  const ids: string[] = [];
  const before = await logOf(served);
  // Every article belongs to three people, so that they meet in it.
  const shares = (p: number): string[] => docs.filter((_, i) => [0, 1, 2].some((k) => (i + k * 7) % people === p));
  await Promise.all(
    Array.from({ length: people }, (_, p) => work(served, `corrector ${p + 1}`, shares(p), more, out, ids)),
  );
  const log = await logOf(served);
  const counts = new Map<string, number>();
  for (const id of log) counts.set(id, (counts.get(id) ?? 0) + 1);
  out.lost = ids.filter((id) => counts.get(id) !== 1).length + Math.abs(log.length - before.length - ids.length);
  return out;
}

const logOf = async ({ api }: Served): Promise<string[]> =>
  (await (await api.file("/api/corrections")).text())
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id);
