/** Third step's end, a telling or sentence at a time: of the tellings found behind its keys, those worth comparing. */
import { mostShared } from "../candidates.ts";
import { openDay } from "../closing.ts";

export interface SharedHeader {
  /** Days (since 1970) with articles, each with the least id of them, in order of time. Undated ones come behind the last. */
  days: [day: number, first: number][];
}

export interface SharedLine {
  id: number;
  /** Ids found, once for each key they stand behind. */
  found: number[];
}

/** Answers with ids, most keys in common first. */
export function sharedStep({ days }: SharedHeader): (line: SharedLine) => number[] {
  const open = days.map(([day]) => (days.find(([other]) => other >= openDay(day)) as SharedHeader["days"][number])[1]);
  return ({ id, found }) => {
    const since = open[placeOf(id, days)] ?? 0;
    return mostShared(found.filter((other) => other >= since));
  };
}

/** Place of the last day that begins with this id or an earlier one. */
function placeOf(id: number, days: SharedHeader["days"]): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as SharedHeader["days"][number])[1] <= id) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
