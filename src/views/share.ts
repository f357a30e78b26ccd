/** The whole article in one look: who speaks where, and how much of it. */
import type { Attribution, Reading, Span } from "../document.ts";
import { lastStartingBy } from "../attribution/spans.ts";

/** A stretch of the article in one voice; `null` is the article's own. */
export interface Voice {
  of: Attribution | null;
  /** Letters and digits, the measure of all shares. */
  size: number;
}

const LETTER = /[\p{L}\p{N}]/gu;
const sizeOf = (text: string, [start, end]: Span): number => text.slice(start, end).match(LETTER)?.length ?? 0;

/** The voices in order of the text. What is said inside another's words counts as the outer one's. */
export function voices(reading: Reading, statements: readonly Attribution[]): Voice[] {
  const said = statements
    .filter((a) => a.within === null)
    .flatMap((of) => of.content.map((span) => ({ of, span })))
    .sort((x, y) => x.span[0] - y.span[0]);
  let reached = 0;
  // Of two that overlap, the first has the words.
  const pieces = said.flatMap(({ of, span: [start, end] }) => {
    const span: Span = [Math.max(start, reached), end];
    reached = Math.max(reached, end);
    return span[0] < span[1] ? [{ of, span }] : [];
  });
  const found: Voice[] = [];
  const add = (of: Attribution | null, span: Span): void => {
    const size = sizeOf(reading.text, span);
    const last = found.at(-1);
    if (size === 0) return;
    if (last && last.of === of) last.size += size;
    else found.push({ of, size });
  };
  for (const { span, kind } of [...reading.blocks].sort((x, y) => x.span[0] - y.span[0])) {
    if (kind === "headline") continue;
    let at = span[0];
    for (let i = Math.max(0, lastStartingBy(pieces, at)); i < pieces.length; i++) {
      const piece = pieces[i];
      if (!piece || piece.span[0] >= span[1]) break;
      const from = Math.max(at, piece.span[0]);
      const to = Math.min(span[1], piece.span[1]);
      if (to <= from) continue;
      add(null, [at, from]);
      add(piece.of, [from, to]);
      at = to;
    }
    add(null, [at, span[1]]);
  }
  return found;
}

/** How much of the whole each name has, 0 to 1, the most first. */
export function speakerShares(all: readonly Voice[], name: (voice: Voice) => string): [name: string, share: number][] {
  const whole = all.reduce((sum, v) => sum + v.size, 0);
  const shares = new Map<string, number>();
  for (const v of all) shares.set(name(v), (shares.get(name(v)) ?? 0) + v.size / whole);
  return [...shares].sort((x, y) => y[1] - x[1]);
}
