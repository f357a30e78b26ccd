/** What stands in furniture is marked so; a credit, label or box is no statement at all. */
import { drop } from "../account.ts";
import type { Refiner } from "../context.ts";
import { contains, hull, lastStartingBy } from "../spans.ts";

/** Furniture that may hold somebody's statement (the headline of another article). */
const MAY_SPEAK = new Set(["teaser", "promo"]);

export const furniture: Refiner = (attributions, context) => {
  const pieces = [...context.doc.furniture].sort((a, b) => a.span[0] - b.span[0]);
  if (pieces.length === 0) return [...attributions];
  return attributions.flatMap((a) => {
    const whole = hull([...a.content, ...a.cue, ...a.source]);
    const piece = whole && pieces[lastStartingBy(pieces, whole[0])];
    if (!piece || !contains(piece.span, whole)) return [a];
    const reason = `it stands in a ${piece.kind} of the page and not in the article`;
    if (MAY_SPEAK.has(piece.kind)) {
      context.note({ step: "furniture", did: "changed", attribution: a.id, reason, span: whole });
      return [{ ...a, furniture: true as const }];
    }
    drop(context, "furniture", a, reason);
    return [];
  });
};
