/** What everybody who shows or keeps statements asks of a reading. */
import type { Attribution, Reading, Span } from "../document.ts";

/** Attributions of the article itself, in order. */
export const ownStatements = (reading: Reading): Attribution[] => reading.attributions.filter((a) => !a.furniture);

/** The words of spans, pieces joined by an ellipsis. */
export const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map(([s, e]) => text.slice(s, e).replace(/\s+/g, " ")).join(" … ");

/** How deep each statement stands inside others. */
export function depths(attributions: readonly Attribution[]): Map<string, number> {
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const depth = new Map<string, number>();
  for (const a of attributions) {
    let n = 0;
    for (let up = a.within; up !== null && n < 10; up = byId.get(up)?.within ?? null) n++;
    depth.set(a.id, n);
  }
  return depth;
}
