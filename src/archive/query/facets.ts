/** Counts of the values that the matches of a search have. */

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

/** What one match has, in the order of `FACETS` (a month may come as a whole date). */
export type FacetRow = readonly (string | null)[];

export function countFacets(rows: readonly FacetRow[]): Facets {
  const listed = FACETS.map((facet, i) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = facet === "month" ? row[i]?.slice(0, 7) : row[i];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count }));
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return [facet, values.slice(0, LISTED)] as const;
  });
  return Object.fromEntries(listed) as Facets;
}
