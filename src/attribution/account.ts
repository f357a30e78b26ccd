/** How refiners give account of what they change and drop. */
import type { Attribution, Span } from "../document.ts";
import type { Context } from "./context.ts";
import { hull } from "./spans.ts";

/** Notes that a step drops an attribution. `reason` goes on after "because". */
export function drop(context: Context, step: string, a: Attribution, reason: string): void {
  const span = hull([...a.source, ...a.cue, ...a.content]);
  context.note({ step, did: "dropped", attribution: a.id, reason, span });
}

/** The attribution as it is after a step; where its spans are others than before, the change is noted. */
export function change(
  context: Context,
  step: string,
  before: Attribution,
  after: Attribution,
  reason: string,
): Attribution {
  const span = (["content", "cue", "source"] as const)
    .map((part) => (same(before[part], after[part]) ? null : hull(after[part].length > 0 ? after[part] : before[part])))
    .find((s) => s !== null);
  if (span) context.note({ step, did: "changed", attribution: before.id, reason, span });
  return after;
}

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every(([s, e], i) => b[i]?.[0] === s && b[i]?.[1] === e);
