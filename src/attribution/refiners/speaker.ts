/** Who a source is: `kind`, `naming`, `entity`, `role`, resolved inside the article, outer statements before inner ones. */
import type { Attribution, Why } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { resolveSource } from "../entities/resolve.ts";
import { best } from "../entities/roles/read.ts";
import { officeAt } from "../entities/roles/office.ts";
import { shownRole } from "../entities/roles/role.ts";
import type { Told } from "../entities/roles/told.ts";
import { lastStartingBy } from "../spans.ts";
import { insert, isSubject, RELATIVE, type Resolved, type Scene, setScene } from "../entities/scene.ts";

/** Statements nested deeper are resolved without those around them. */
const DEEPEST = 4;

/** Whom the sources stand for, in the order of `attributions`; everybody met is put into `scene`. */
export function resolveAll(attributions: readonly Attribution[], scene: Scene): Resolved[] {
  const { context } = scene;
  const done = new Map<string, Resolved>();
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const resolve = (a: Attribution, depth: number): Resolved => {
    const known = done.get(a.id);
    if (known) return known;
    const parent = a.within && depth < DEEPEST ? byId.get(a.within) : undefined;
    const outer = parent ? resolve(parent, depth + 1).speaker : null;
    const resolved = resolveSource(a, outer, scene);
    done.set(a.id, resolved);
    const span = a.source[0];
    if (span && resolved.speaker.entity && !RELATIVE.test(context.doc.text.slice(...span)))
      insert(scene.referents, {
        span,
        speaker: resolved.speaker,
        subject: isSubject(span, context),
        source: true,
        quoted: parent !== undefined,
        asks: a.act === "question" && resolved.speaker.naming !== "named",
      });
    return resolved;
  };
  // A headline calls by an office whom only the article names.
  for (const a of attributions) if (!inHeadline(a, context)) resolve(a, 0);
  return attributions.map((a) => resolve(a, 0));
}

const inHeadline = ({ source }: Attribution, { doc }: Context): boolean => {
  const block = source[0] && doc.blocks[lastStartingBy(doc.blocks, source[0][0])];
  return block?.kind === "headline";
};

export const speaker: Refiner = (attributions, context) => {
  const scene = setScene(context);
  const resolved = resolveAll(attributions, scene);
  const roleOf = rolesOf(attributions, resolved, scene);
  return attributions.map((a, i) => {
    const { speaker: s, reason, confidence, how } = resolved[i] as Resolved;
    const why: Why = { how, by: "speaker", reason, confidence };
    const role = roleOf(resolved[i] as Resolved);
    const told: Why = {
      how: "stated",
      by: "speaker",
      reason: "the article tells the office beside the name",
      confidence,
    };
    return {
      ...a,
      kind: s.kind,
      naming: s.naming,
      entity: s.entity,
      role,
      why: { ...a.why, kind: why, naming: why, entity: why, ...(role ? { role: told } : {}) },
    };
  });
};

/** Roles by entity: what stands beside the names, else what a source that stands for them is called ("the mediator"). */
function rolesOf(
  attributions: readonly Attribution[],
  resolved: readonly Resolved[],
  scene: Scene,
): (of: Resolved) => string | null {
  const called = new Map<string, Told[]>();
  attributions.forEach((a, i) => {
    const { speaker: s } = resolved[i] as Resolved;
    const told = s.naming === "named" && s.entity ? calledAs(a, s.entity, scene.context) : null;
    const known = called.get(s.entity ?? "");
    if (told && known) known.push(told);
    else if (told) called.set(s.entity as string, [told]);
  });
  const shown = new Map<string, string | null>();
  return ({ speaker: s }) => {
    if (!s.entity) return s.role;
    if (s.naming !== "named") {
      // "the insider" is what was told where the insider was brought in.
      const role = s.role ?? shown.get(s.entity) ?? null;
      shown.set(s.entity, role);
      return role;
    }
    const known = shown.get(s.entity);
    if (known !== undefined) return known;
    const told = best([...(scene.cast.byName(s.entity)?.told ?? []), ...(called.get(s.entity) ?? [])]);
    const role = told ? shownRole(told, s.entity, scene) : s.role;
    shown.set(s.entity, role);
    return role;
  };
}

function calledAs(a: Attribution, entity: string, { doc }: Context): Told | null {
  const span = a.source[0];
  const words = span ? doc.text.slice(...span).replace(/(?:,|\s(?:who|which)\s).*$/su, "") : "";
  // With a name in it, what it says stands beside the name.
  const named = entity.split(" ").some((part) => part.length > 2 && words.includes(part));
  return span && !named ? officeAt(words, span[0]) : null;
}
