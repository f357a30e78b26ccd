/** From the items of an article to its attributions, once every correction has been put onto them. */
import { contains, hull } from "../../attribution/spans.ts";
import type { Attribution } from "../../document.ts";
import { type FurnitureCorrected, standsInFurniture } from "./furniture.ts";
import { type Item, reviewOf } from "./item.ts";
import { likeness, TWIN } from "./match.ts";
import { nest } from "./nesting.ts";

export interface Finished {
  /** In order of the text. */
  live: Attribution[];
  rejected: Attribution[];
}

/** The attributions that hold, and those that humans rejected. */
export function finish(items: readonly Item[], furniture: FurnitureCorrected): Finished {
  const stood = new Map<string, Item>();
  for (const item of items) if (item.machine) stood.set(item.machine.id, item);
  const gone = new Set<Item>();
  for (const own of items.filter((item) => !item.rejected && standsElsewhere(item))) {
    for (const item of items) {
      // Now the machine finds by itself what a human had added or put right: the human's stays.
      if (item.by !== null || item === own || likeness(item.parts, own.now) < TWIN) continue;
      gone.add(item);
      if (item.machine) stood.set(item.machine.id, own);
    }
  }
  const kept = items.filter((item) => !gone.has(item));
  const outer = nest(
    kept,
    kept.filter((item) => !item.rejected),
    stood,
  );
  const done = (item: Item): Attribution => finished(item, outer.get(item.id) ?? null, furniture);
  return {
    live: inOrder(kept.filter((item) => !item.rejected).map(done)),
    rejected: inOrder(kept.filter((item) => item.rejected).map(done)),
  };
}

/** Whether it stands where the machine has none: an addition, one the machine lost, or one whose places a human changed. */
function standsElsewhere({ machine, now, parts }: Item): boolean {
  if (!machine) return true;
  const places = (p: Item["parts"]): string => JSON.stringify([p.source, p.cue, p.content]);
  return places(now) !== places(parts);
}

function finished(item: Item, within: string | null, furniture: FurnitureCorrected): Attribution {
  const { furniture: machines, ...now } = item.now;
  const inBox =
    standsInFurniture(now, furniture) ?? (standsElsewhere(item) ? boxed(now, furniture) : machines === true);
  // The machine's reason for standing in another goes when that other has gone.
  const { within: reason, ...why } = now.why;
  const stays = item.within !== null || within === (item.machine?.within ?? null);
  return {
    ...now,
    within,
    ...(inBox ? { furniture: true } : {}),
    why: reason && stays ? now.why : why,
    review: reviewOf(item),
    ...(item.by === null ? {} : { reviewedBy: item.by }),
  };
}

function boxed(a: Attribution, { furniture }: FurnitureCorrected): boolean {
  const whole = hull([...a.content, ...a.cue, ...a.source]);
  return whole !== null && furniture.some(({ span }) => contains(span, whole));
}

/** In order of the text, by where each begins, then by its cue. */
function inOrder(list: Attribution[]): Attribution[] {
  const start = (a: Attribution): number => hull([...a.content, ...a.cue, ...a.source])?.[0] ?? 0;
  return list.sort((a, b) => start(a) - start(b) || (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0));
}
