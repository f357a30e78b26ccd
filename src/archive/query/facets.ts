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

/** What one match has. `labels`: its labels as one number (see `labelsPacked`). */
export interface FacetRow {
  speaker: string | null;
  outlet: string | null;
  published: string | null;
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

/** @param outlet what the outlet of a name is called */
export function countFacets(rows: readonly FacetRow[], outlet: (name: string) => string): Facets {
  const labels = tally(rows.map((row) => row.labels));
  const unpacked = PACKED.map((facet, i) => {
    const counts = new Map<string, number>();
    for (const [packed, count] of labels) {
      const at = Math.floor(packed / SHIFT ** i) % SHIFT;
      const value = at > 0 ? lists[i]?.slice(at - 1).split(" ")[0] : undefined;
      if (value) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [facet, listed(counts)] as const;
  });
  return {
    ...(Object.fromEntries(unpacked) as Pick<Facets, (typeof PACKED)[number]>),
    speaker: listed(tally(rows.map((row) => row.speaker))),
    outlet: listed(tally(rows.map((row) => (row.outlet ? outlet(row.outlet) : null)))),
    month: listed(tally(rows.map((row) => row.published?.slice(0, 7) ?? null))),
  };
}

function tally<T>(values: readonly (T | null)[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function listed(counts: Map<string, number>): FacetValue[] {
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, LISTED);
}
