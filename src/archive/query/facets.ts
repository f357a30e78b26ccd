/** Counts of the values that the matches of a search have. */
import { LABELS } from "./query.ts";

export const FACETS = ["speaker", "outlet", "kind", "naming", "form", "framing", "month"] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetValue {
  value: string;
  count: number;
}

/** The most frequent values first, equal ones in order of the alphabet; what nobody states is not counted. */
export type Facets = Record<Facet, FacetValue[]>;

/** Values listed of each facet. */
const LISTED = 20;

/** What one match has; `Name`: a name, or what stands for one. `labels`: its labels as one number (see `labelsPacked`). */
export interface FacetRow<Name> {
  speaker: Name | null;
  outlet: Name | null;
  /** YYYY-MM, or YYYY where no month is told. */
  month: Name | null;
  labels: number;
}

const PACKED = ["kind", "naming", "form", "framing"] as const;
const lists = PACKED.map((facet) => LABELS[facet].join(" "));
const SHIFT = 128;

/**
 * An SQL sum that gives the labels of a statement as one number: the place of each in the list of its values. Ten
 * thousand numbers leave a database several times faster than four times as many strings. (A value that is part of
 * another, as "direct" is of "indirect", stands before it.) @param placeOf SQL for the place, from 1, of a column's
 * value in a list; 0 where it is not there.
 */
export const labelsPacked = (placeOf: (list: string, column: string) => string): string =>
  PACKED.map((facet, i) => `${placeOf(lists[i] as string, facet)} * ${SHIFT ** i}`).join(" + ");

/**
 * @param nameOf what is written of a speaker, an outlet or a month; of speakers and months, asked for those only that may be listed
 * @param calledBy what the outlet of a name is called: several names may be one outlet
 */
export function countFacets<Name>(
  rows: readonly FacetRow<Name>[],
  nameOf: (facet: "speaker" | "outlet" | "month", value: Name) => string,
  calledBy: (outlet: string) => string,
): Facets {
  const labels = tally(rows, (row) => row.labels);
  const unpacked = PACKED.map((facet, i) => {
    const counts = new Map<string, number>();
    for (const [packed, count] of labels) {
      const at = Math.floor(packed / SHIFT ** i) % SHIFT;
      const value = at > 0 ? lists[i]?.slice(at - 1).split(" ")[0] : undefined;
      if (value) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [facet, listed(counts, (value) => value)] as const;
  });
  const named = (facet: "speaker" | "month"): FacetValue[] =>
    listed(
      tally(rows, (row) => row[facet]),
      (value) => nameOf(facet, value),
    );
  const outlets = new Map<string, number>();
  for (const [value, count] of tally(rows, (row) => row.outlet)) {
    const name = calledBy(nameOf("outlet", value));
    outlets.set(name, (outlets.get(name) ?? 0) + count);
  }
  return {
    ...(Object.fromEntries(unpacked) as Pick<Facets, (typeof PACKED)[number]>),
    speaker: named("speaker"),
    outlet: listed(outlets, (name) => name),
    month: named("month"),
  };
}

function tally<R, T>(rows: readonly R[], read: (row: R) => T | null): Map<T, number> {
  const counts = new Map<T, number>();
  for (const row of rows) {
    const value = read(row);
    if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function listed<T>(counts: Map<T, number>, nameOf: (value: T) => string): FacetValue[] {
  const most = [...counts].sort((a, b) => b[1] - a[1]);
  const least = most[LISTED - 1]?.[1] ?? 0;
  const end = most.findIndex(([, count]) => count < least);
  const values = most.slice(0, end < 0 ? most.length : end).map(([value, count]) => ({ value: nameOf(value), count }));
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, LISTED);
}
