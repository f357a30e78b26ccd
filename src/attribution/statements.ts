/** What everybody who shows or keeps statements asks of a reading. */
import type { Attribution, Reading, Span } from "../document.ts";

/** Attributions of the article itself, in order. */
export const ownStatements = (reading: Reading): Attribution[] => reading.attributions.filter((a) => !a.furniture);

/** The words of spans, pieces joined by an ellipsis. */
export const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map(([s, e]) => text.slice(s, e).replace(/\s+/g, " ")).join(" … ");
