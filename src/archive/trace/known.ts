/** Statements as they stand on the way, for those who tell them in their own voice. */
import type { Group, Grouping } from "./group.ts";
import type { Told } from "./told.ts";
import type { Known } from "./voice.ts";

/** The statements of some tellings. */
export const knownTo = ({ groups, groupOf, tellings }: Grouping, ids: readonly number[]): Known[] =>
  [...new Set(ids.map((j) => groupOf[j] as number))].map((group) => {
    const members = groups[group] as Group;
    return {
      group,
      first: tellings[members[0] as number] as Told,
      articles: members.map((m) => (tellings[m] as Told).article),
    };
  });
