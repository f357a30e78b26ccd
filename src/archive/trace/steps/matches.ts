/** Fifth step, a telling at a time: which of the earlier tellings that it may match it does match. */
import { matchesOf } from "../group.ts";
import { type CountedLine, countedOf, sceneOf, type SourceLine, type ToldLine } from "./wire.ts";

export interface MatchesLine {
  sources: Record<string, SourceLine>;
  told: ToldLine;
  earlier: ToldLine[];
}

/** Answers with the places in `earlier`, in their order. */
export function matchesStep(header: CountedLine): (line: MatchesLine) => number[] {
  const counted = countedOf(header);
  return ({ sources, told, earlier }) => {
    const scene = sceneOf(sources, counted);
    const others = earlier.map((one, i) => [i, scene.told(one)] as const);
    return matchesOf(scene.told(told), others, scene).map(([i]) => i);
  };
}
