/** The matches of a search: how many are gathered, and their order. Pure. */
import type { FacetRow } from "./facets.ts";

/** Matches that are counted and summed up in facets; of more than that, those most recently added. */
export const COUNTED = 10_000;

export interface MatchRow extends FacetRow {
  /** Row of `statements`; `null` where articles are listed. */
  statement: number | null;
  /** Row of `articles`. */
  article: number;
}

/** Newest article first, undated ones last, its statements in order of the text. */
export function newer(a: MatchRow, b: MatchRow): number {
  const [x, y] = [a.published ?? "", b.published ?? ""];
  if (x !== y) return x > y ? -1 : 1;
  return b.article - a.article || (a.statement ?? 0) - (b.statement ?? 0);
}
