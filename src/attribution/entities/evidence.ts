/** What the model's heads say of those whom the rules know, by the name under which they are known. */
import type { Span } from "../../document.ts";
import { lastStartingBy, overlaps } from "../spans.ts";
import type { Meant, Verdict } from "./learned/known.ts";
import type { Referent } from "./referents.ts";

/** Of those who begin before the end of a span, so many are looked at for one that overlaps it. */
const LOOKED_AT = 4;

/** Who stands at a span among those met; `null` when nobody does. */
export function metAt(span: Span, referents: readonly Referent[]): Referent | null {
  let at = lastStartingBy(referents, span[1] - 1);
  for (let steps = 0; at >= 0 && steps < LOOKED_AT; at--, steps++) {
    const referent = referents[at] as Referent;
    if (overlaps(referent.span, span)) return referent;
  }
  return null;
}

/** Share of each entity among the candidates of a pronoun; those whom the rules do not know are left out. */
export function sharesByEntity({ candidates }: Verdict, referents: readonly Referent[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { span, share } of candidates) {
    const entity = metAt(span, referents)?.speaker.entity;
    if (entity) shares.set(entity, (shares.get(entity) ?? 0) + share);
  }
  return shares;
}

/** The noun that a pronoun stands for where the rules know nobody there; `null` when it stands for a name or for nobody. */
export const unmetNoun = ({ answer }: Verdict, referents: readonly Referent[]): Meant | null =>
  answer?.form === "nominal" && !metAt(answer.span, referents) ? answer : null;
