/** `within`: the attribution in whose content another one stands, the nearest one. */
import type { Attribution, Span } from "../../document.ts";
import type { Refiner } from "../context.ts";
import { contains, hull, lastStartingBy } from "../spans.ts";
import { CITES } from "./citing.ts";

const WHY = {
  how: "stated",
  by: "within",
  reason: "its words stand inside another statement",
  confidence: 0.9,
} as const;

export const within: Refiner = (attributions, context) => {
  const pieces = attributions
    .flatMap((a) => a.content.map((span) => ({ span, a })))
    .sort((x, y) => x.span[0] - y.span[0] || y.span[1] - x.span[1]);
  const longest = pieces.reduce((n, { span }) => Math.max(n, span[1] - span[0]), 0);
  const byContent = new Map<string, Attribution>();
  for (const a of attributions)
    if (!CITES.test(cueOf(a, context.doc.text)) && !byContent.has(keyOf(a))) byContent.set(keyOf(a), a);
  return attributions.map((a) => {
    // Whom an outlet cites says what the outlet says: the same words, one step further from the article.
    const citer = CITES.test(cueOf(a, context.doc.text)) ? byContent.get(keyOf(a)) : undefined;
    if (citer) {
      const reason = "is cited by whoever reports it";
      return { ...a, within: citer.id, why: { ...a.why, within: { ...WHY, reason } } };
    }
    const anchor = a.cue[0] ?? (hull([...a.source, ...a.content]) as Span);
    let best: { span: Span; a: Attribution } | null = null;
    for (let i = lastStartingBy(pieces, anchor[0]); i >= 0; i--) {
      const piece = pieces[i];
      if (!piece || anchor[0] - piece.span[0] > longest) break;
      if (piece.a === a || !contains(piece.span, anchor)) continue;
      // Two attributions that lie in each other's content: the longer one holds the other.
      if (size(piece.a) <= size(a) && a.content.some((s) => piece.a.cue.some((c) => contains(s, c)))) continue;
      if (!best || size(piece.a) < size(best.a)) best = piece;
    }
    if ((best?.a.id ?? null) === a.within) return a;
    if (best)
      context.note({
        step: "within",
        did: "changed",
        attribution: a.id,
        reason: "stands in what somebody else says",
        span: best.span,
      });
    return { ...a, within: best?.a.id ?? null, ...(best ? { why: { ...a.why, within: WHY } } : {}) };
  });
};

const size = (a: Attribution): number => a.content.reduce((n, [s, e]) => n + e - s, 0);

const cueOf = (a: Attribution, text: string): string => a.cue.map((s) => text.slice(...s)).join(" ");
const keyOf = (a: Attribution): string => a.content.map((s) => s.join("-")).join(" ");
