/** Sixth step, tellings that are tied by matches at a time: the statements they are. */
import { matchesOf, newGrouping } from "../group.ts";
import { type CountedLine, countedOf, sceneOf, type SourceLine, type ToldLine } from "./wire.ts";

export interface GroupsLine {
  sources: Record<string, SourceLine>;
  /** In order of time; `earlier` as the fifth step gave them. */
  tellings: { id: number; told: ToldLine; earlier: number[] }[];
}

/** Each telling's id, the id of its statement's first telling, and whether it only repeats what its article told before. */
export type GroupsAnswer = [id: number, first: number, repeats: boolean][];

export function groupsStep(header: CountedLine): (line: GroupsLine) => GroupsAnswer {
  const counted = countedOf(header);
  return ({ sources, tellings }) => {
    const scene = sceneOf(sources, counted);
    const grouping = newGrouping(scene);
    const places = new Map(tellings.map(({ id }, i) => [id, i]));
    const told = tellings.map((one) => scene.told(one.told));
    for (const [i, { earlier }] of tellings.entries()) {
      const one = told[i] as (typeof told)[number];
      const others = earlier.map((id) => places.get(id) as number).map((j) => [j, told[j] as typeof one] as const);
      grouping.add(one, matchesOf(one, others, scene));
    }
    return tellings.map(({ id }, i) => {
      const members = grouping.groups[grouping.groupOf[i] as number] as readonly number[];
      return [id, (tellings[members[0] as number] as { id: number }).id, !members.includes(i)];
    });
  };
}
