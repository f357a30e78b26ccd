/** Statements out of tellings, in order of time: each telling joins the statement it fits best, or begins one. */
import { saysSo } from "./evidence.ts";
import { type Ground, type Match, match } from "./same.ts";
import type { Told } from "./told.ts";

/** Tellings of one statement by their index, in order of time; the first one is what the others are compared with. */
export type Group = number[];

/** An earlier telling that a telling is held against, and how the two match. */
export type Matched = readonly [telling: number, match: Match];

/** Tellings in statements, as far as they have been added. */
export interface Grouping {
  tellings: readonly Told[];
  groups: readonly Group[];
  /** The statement of each telling, also of one that only repeats what its article told before. */
  groupOf: readonly number[];
  /** Adds the next telling in order of time, with the earlier ones that it matches, most keys in common first. */
  add(told: Told, matched: readonly Matched[]): void;
  /** Adds a telling whose statement is known (`null`: a new one), and gives that back. @param member `false` for one that only repeats */
  put(told: Told, group: number | null, member: boolean): number;
}

/** Those of the earlier tellings that a telling matches, in their order. Looks at nothing but the two. */
export function matchesOf(told: Told, earlier: Iterable<readonly [number, Told]>, ground: Ground): Matched[] {
  const found: Matched[] = [];
  for (const [index, other] of earlier) {
    const one = match(other, told, ground);
    if (one) found.push([index, one]);
  }
  return found;
}

/**
 * Groups tellings that come in order of time. A telling joins by its likeness to any member and must be verified against
 * the first one, so that no chain of small steps ties different contents together. What becomes of a telling hangs only on
 * those that it is tied to by matches: they can be grouped apart from all others (src/archive/trace/steps/).
 */
export function newGrouping(ground: Ground): Grouping {
  const tellings: Told[] = [];
  const groups: Group[] = [];
  const groupOf: number[] = [];
  const add = (told: Told, matched: readonly Matched[]): void => {
    const i = tellings.push(told) - 1;
    const byGroup = new Map<number, Match>();
    for (const [j, found] of matched) {
      const g = groupOf[j] as number;
      const known = byGroup.get(g);
      if (!known || found.score > known.score) byGroup.set(g, found);
    }
    let best: { group: number; score: number } | null = null;
    for (const [g, found] of byGroup) {
      const fit = fits(told, groups[g] as Group, found, tellings, ground);
      if (fit === "repeats") {
        groupOf.push(g);
        return;
      }
      if (fit && (!best || found.score > best.score)) best = { group: g, score: found.score };
    }
    groupOf.push(best?.group ?? groups.length);
    if (best) (groups[best.group] as Group).push(i);
    else groups.push([i]);
  };
  const put = (told: Told, group: number | null, member: boolean): number => {
    const i = tellings.push(told) - 1;
    const g = group ?? groups.push([]) - 1;
    groupOf.push(g);
    if (member) (groups[g] as Group).push(i);
    return g;
  };
  return { tellings, groups, groupOf, add, put };
}

function fits(told: Told, members: Group, best: Match, tellings: readonly Told[], ground: Ground): boolean | "repeats" {
  const mine = members.find((m) => tellings[m]?.article === told.article);
  if (mine !== undefined) {
    // An article does not tell one statement in two versions; the same words again are one telling.
    const again = match(tellings[mine] as Told, told, ground);
    return again && again.comparison.change !== "changed" && again.kin !== "different" ? "repeats" : false;
  }
  if (saysSo(best.evidence) || members.length === 1) return true;
  return match(tellings[members[0] as number] as Told, told, ground) !== null;
}
