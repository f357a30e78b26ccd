/** One attribution a cue: of two proposals for the same cue the surer one stays; of two with the same content likewise. */
import type { Attribution } from "../../document.ts";
import { drop } from "../account.ts";
import type { Refiner } from "../context.ts";
import { lastStartingBy, overlaps } from "../spans.ts";

export const duplicates: Refiner = (attributions, context) => {
  const kept: Attribution[] = [];
  const cues: { span: readonly [number, number] }[] = [];
  for (const a of [...attributions].sort((x, y) => y.confidence - x.confidence)) {
    const clash = a.cue.some((span) => {
      const at = lastStartingBy(cues, span[1]);
      return [cues[at], cues[at - 1]].some((c) => c && overlaps(c.span, span));
    });
    if (clash) {
      drop(context, "duplicates", a, "another reading of the same cue is surer");
      continue;
    }
    kept.push(a);
    for (const span of a.cue) cues.splice(lastStartingBy(cues, span[0]) + 1, 0, { span });
  }
  const ids = new Set(kept.map((a) => a.id));
  return attributions.filter((a) => ids.has(a.id));
};
