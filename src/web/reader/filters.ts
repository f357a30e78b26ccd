/** Which statements are shown; what is chosen stands in the address. */
import type { Attribution, Reading, Review } from "../../document.ts";
import { nameOf } from "./statement.ts";

export const FILTERS = ["speaker", "framing", "naming", "form", "review"] as const;
export type Filter = (typeof FILTERS)[number];
export type Chosen = Readonly<Record<Filter, string>>;

export interface Filterable {
  reading: Reading;
  reviews: Readonly<Record<string, Review>>;
}

/** What a statement has in each filter. */
export function filterValue(a: Attribution, filter: Filter, { reading, reviews }: Filterable): string {
  if (filter === "speaker") return nameOf(a, reading);
  if (filter === "review") return reviews[a.id] ?? "suggested";
  return a[filter];
}

export const passes = (a: Attribution, chosen: Chosen, of: Filterable): boolean =>
  FILTERS.every((filter) => chosen[filter] === "" || filterValue(a, filter, of) === chosen[filter]);

/** The values that occur, the most frequent first. */
export function valuesOf(
  list: readonly Attribution[],
  filter: Filter,
  of: Filterable,
): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const a of list) {
    const value = filterValue(a, filter, of);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((x, y) => y[1] - x[1]);
}
