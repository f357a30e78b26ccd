/** `within` after corrections: what stands in a rejected statement stands in the one around that. */
import { contains, hull } from "../../attribution/spans.ts";
import type { Span } from "../../document.ts";
import type { Item } from "./item.ts";

/** The live item in whose content each item stands, by id. `stood` maps machine ids to the items that took their place. */
export function nest(
  items: readonly Item[],
  live: readonly Item[],
  stood: ReadonlyMap<string, Item>,
): Map<string, string | null> {
  const alive = new Set(live);
  const outer = new Map<string, string | null>();
  for (const item of items) {
    const passed = new Set<Item>([item]);
    let at = around(item, live, stood);
    while (at && !alive.has(at) && !passed.has(at)) {
      passed.add(at);
      at = around(at, live, stood);
    }
    outer.set(item.id, at && alive.has(at) ? at.id : null);
  }
  // Two statements may stand each in the other, since a human said so of one of them: the human's word goes before the machine's.
  for (const { id, within } of items) if (!within && inItself(id, outer)) outer.set(id, null);
  for (const { id } of items) if (inItself(id, outer)) outer.set(id, null);
  return outer;
}

function inItself(id: string, outer: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let at = outer.get(id) ?? null; at !== null && !passed.has(at); at = outer.get(at) ?? null) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}

/** What a human said, else what the machine found, else the shortest content that holds it. */
function around(item: Item, live: readonly Item[], stood: ReadonlyMap<string, Item>): Item | null {
  if (item.within) return item.within.item;
  if (item.machine) return item.machine.within === null ? null : (stood.get(item.machine.within) ?? null);
  const place = item.now.cue[0] ?? hull([...item.now.source, ...item.now.content]);
  const holding = live.filter((other) => other !== item && holds(other, item, place));
  return holding.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** Of two that lie in each other's content the longer one holds the other. */
const holds = (outer: Item, inner: Item, place: Span | null): boolean =>
  place !== null && size(outer) > size(inner) && outer.now.content.some((span) => contains(span, place));

const size = (item: Item): number => item.now.content.reduce((n, [start, end]) => n + end - start, 0);
