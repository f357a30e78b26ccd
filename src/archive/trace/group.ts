/** Statements out of tellings, in order of time: each telling joins the statement it fits best, or begins one. */
import { keysOf, newKeyIndex } from "./candidates.ts";
import { type Ground, type Match, match } from "./same.ts";
import type { Told } from "./told.ts";

/** Tellings of one statement by their index, in order of time; the first one is what the others are compared with. */
export type Group = number[];

/** Tellings in statements, as far as they have been added. */
export interface Grouping {
  tellings: readonly Told[];
  groups: readonly Group[];
  /** Adds tellings in order of time. */
  add(told: Told): void;
  /** Statements with a telling that shares a key. */
  sharing(keys: readonly number[]): Set<number>;
}

/**
 * Groups tellings that come in order of time. A telling joins by its likeness to any member and must be verified against
 * the first one, so that no chain of small steps ties different contents together. Near n log n: see candidates.ts.
 */
export function newGrouping(ground: Ground): Grouping {
  const tellings: Told[] = [];
  const groups: Group[] = [];
  const groupOf: number[] = [];
  const index = newKeyIndex();
  const sharing = (keys: readonly number[]): Set<number> => new Set(index.find(keys).map((j) => groupOf[j] as number));
  const add = (told: Told): void => {
    const keys = keysOf(told.content.words, told.speaker?.words.at(-1) ?? null, ground.lexicon);
    let best: { group: number; score: number } | null = null;
    for (const g of sharing(keys)) {
      const fit = fits(told, groups[g] as Group, tellings, ground);
      if (fit === "repeats") return;
      if (fit && (!best || fit.score > best.score)) best = { group: g, score: fit.score };
    }
    const i = tellings.push(told) - 1;
    groupOf.push(best?.group ?? groups.length);
    if (best) (groups[best.group] as Group).push(i);
    else groups.push([i]);
    index.add(i, keys);
  };
  return { tellings, groups, add, sharing };
}

/** Members of a statement that a telling is compared with: the first ones, and the latest. */
const COMPARED = 6;

function fits(told: Told, members: Group, tellings: readonly Told[], ground: Ground): Match | "repeats" | null {
  const first = tellings[members[0] as number] as Told;
  const mine = members.find((m) => tellings[m]?.article === told.article);
  const some =
    members.length <= COMPARED ? members : [...members.slice(0, COMPARED / 2), ...members.slice(-COMPARED / 2)];
  let best: Match | null = null;
  for (const m of some) {
    const member = tellings[m] as Told;
    if (member.article === told.article) continue;
    const found = match(member, told, ground);
    if (found && (!best || found.score > best.score)) best = found;
  }
  if (mine !== undefined) {
    // An article does not tell one statement in two versions; the same words again are one telling.
    const again = match(tellings[mine] as Told, told, ground);
    return again && again.comparison.change !== "changed" && again.kin !== "different" ? "repeats" : null;
  }
  if (!best) return null;
  if (best.evidence !== "none" || members.length === 1) return best;
  return match(first, told, ground) ? best : null;
}
