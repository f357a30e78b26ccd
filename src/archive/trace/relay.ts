/** Who got it from whom: where each telling of a statement was had, and how many of them are independent. */
import { compare } from "./compare.ts";
import { type Evidence, evidenceFor } from "./evidence.ts";
import type { Outlets } from "./outlets.ts";
import type { Ground } from "./same.ts";
import type { Source } from "./source.ts";
import type { Told } from "./told.ts";
import type { Telling } from "./types.ts";

/** Other words of a speaker say no more than a credit: where both speak, the likeness of the words decides. */
const RANK: Readonly<Record<Evidence, number>> = { cited: 4, release: 3, alongside: 2, credit: 2, copied: 1, none: 0 };

/** Where a telling was had from, and whether its article says so; copied text alone makes it likely only. */
export type Had = Pick<Telling, "relay" | "credited">;

/**
 * The article, or the name of an outlet outside the archive, that `told` was had from; `null` when it was had first hand.
 * `earlier` are the tellings of the statement before it, in order of time. What the sentence says comes first, then a
 * release that is named, then where it has other words of the same speaker, or the article's credits, then copied text; among equals the telling most like it, then the
 * earliest. An outlet's own copyright line is no credit (see evidence.ts).
 */
export function relayOf(
  told: Told,
  earlier: readonly Told[],
  { sources, lexicon }: Ground,
  outlets: Pick<Outlets, "names">,
): Had {
  const mine = sources[told.article] as Source;
  let best: { doc: string; rank: number; likeness: number } | null = null;
  for (const other of earlier) {
    const source = sources[other.article] as Source;
    const evidence = evidenceFor(told, mine, source);
    if (evidence === "none") continue;
    const rank = evidence === "cited" ? RANK.cited + 1 - told.cites.indexOf(source.key) / 100 : RANK[evidence];
    const { change, jaccard, order } = compare(other.content, told.content, lexicon);
    const likeness =
      jaccard + order + (change === "exact" ? 2 : change === "trimmed" ? 1 : 0) - (change === "changed" ? 1 : 0);
    if (!best || rank > best.rank + 1e-6 || (Math.abs(rank - best.rank) < 1e-6 && likeness > best.likeness + 1e-6))
      best = { doc: source.doc, rank, likeness };
  }
  if (best && best.rank >= RANK.cited) return { relay: best.doc, credited: true };
  const outside = told.cites[0];
  if (outside !== undefined) return { relay: outlets.names.get(outside) ?? outside, credited: true };
  if (best) return { relay: best.doc, credited: best.rank >= RANK.credit };
  return { relay: mine.dateline, credited: mine.dateline !== null };
}

/** Tellings with no relay, plus different origins outside the archive. */
export function independentOf(relays: readonly (string | null)[], docs: ReadonlySet<string>): number {
  const outside = new Set(relays.filter((r): r is string => r !== null && !docs.has(r)));
  return relays.filter((r) => r === null).length + outside.size;
}
