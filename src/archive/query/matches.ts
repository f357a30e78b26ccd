/** The matches of a search: how many are gathered, and their order. Pure. */
import type { FacetRow } from "./facets.ts";

/** Matches that are counted and summed up in facets; of more than that, those most recently added. */
export const COUNTED = 10_000;

/** @template Name a name, or what a store has for one */
export interface MatchRow<Name = string> extends FacetRow<Name> {
  /** Row of `statements`; `null` where articles are listed. */
  statement: number | null;
  /** Row of `articles`. */
  article: number;
}

/** Newest article first, undated ones last, its statements in order of the text. @param dateOf sorts as dates do; the least where there is none */
export const newerBy =
  <Row extends { article: number; statement: number | null }, At extends string | number>(dateOf: (row: Row) => At) =>
  (a: Row, b: Row): number => {
    const [x, y] = [dateOf(a), dateOf(b)];
    if (x !== y) return x > y ? -1 : 1;
    return b.article - a.article || (a.statement ?? 0) - (b.statement ?? 0);
  };
