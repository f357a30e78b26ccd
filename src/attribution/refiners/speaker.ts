/** Who a source is: `kind`, `naming`, `entity`, `role`, resolved inside the article, outer statements before inner ones. */
import type { Attribution, Why } from "../../document.ts";
import type { Refiner } from "../context.ts";
import { resolveSource } from "../entities/resolve.ts";
import { insert, isSubject, RELATIVE, type Resolved, setScene } from "../entities/scene.ts";

/** Statements nested deeper are resolved without those around them. */
const DEEPEST = 4;

export const speaker: Refiner = (attributions, context) => {
  const scene = setScene(context);
  const done = new Map<string, Resolved>();
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const resolve = (a: Attribution, depth: number): Resolved => {
    const known = done.get(a.id);
    if (known) return known;
    const parent = a.within && depth < DEEPEST ? byId.get(a.within) : undefined;
    const resolved = resolveSource(a, parent ? resolve(parent, depth + 1).speaker : null, scene);
    done.set(a.id, resolved);
    const span = a.source[0];
    if (span && resolved.speaker.entity && !RELATIVE.test(context.doc.text.slice(...span)))
      insert(scene.referents, {
        span,
        speaker: resolved.speaker,
        subject: isSubject(span, context),
        source: true,
        quoted: parent !== undefined,
      });
    return resolved;
  };
  return attributions.map((a) => {
    const { speaker: s, reason, confidence, how } = resolve(a, 0);
    const why: Why = { how, by: "speaker", reason, confidence };
    return {
      ...a,
      kind: s.kind,
      naming: s.naming,
      entity: s.entity,
      role: s.role,
      why: { ...a.why, kind: why, naming: why, entity: why, ...(s.role ? { role: why } : {}) },
    };
  });
};
