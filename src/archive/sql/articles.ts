/** Parts of SQL that are the same in every store: what is read of articles, and the numbers of an archive. */
import type { ArticleHead, ReviewCounts } from "../archive.ts";

/** Where a store has its statements, each a row with `article` and `review`, the latter `NULL` or "suggested" where nobody has looked at it. */
type Statements = "statements" | "statement_rows";

/** Columns of an article in a list, over `articles a`. (That no state is "suggested" leads SQLite to its index of what was reviewed.) */
export const headIn = (
  statements: Statements,
): string => `a.doc, a.version, a.title, a.byline, a.outlet, a.published, a.url,
  (SELECT count(*) FROM ${statements} s WHERE s.article = a.id) AS statements,
  CASE WHEN a.copy_group IS NULL THEN 1 ELSE (SELECT count(*) FROM articles c WHERE c.copy_group = a.copy_group AND c.current = 1) END AS copies,
  a.rejected, ${["accepted", "edited", "added"].map((state) => `(SELECT count(*) FROM ${statements} s WHERE s.article = a.id AND s.review <> 'suggested' AND s.review = '${state}') AS ${state}`).join(", ")}`;

/** In order of publication, those without a date last. */
export const IN_ORDER = "a.published IS NULL, a.published, a.id";

export const FAILURES =
  "SELECT origin, name, state, reason, doc, at FROM items WHERE state = 'failed' ORDER BY at DESC, origin, name";

export const totalsIn = (
  statements: Statements,
): string => `SELECT (SELECT count(*) FROM articles WHERE current = 1) AS articles,
   (SELECT count(*) FROM articles WHERE current = 0) AS earlier,
   (SELECT count(*) FROM ${statements}) AS statements,
   (SELECT count(*) FROM ${statements} WHERE review <> 'suggested') AS confirmed,
   (SELECT coalesce(sum(rejected), 0) FROM articles WHERE current = 1) AS rejected,
   (SELECT count(DISTINCT outlet) FROM articles WHERE current = 1) AS outlets,
   (SELECT count(*) FROM items WHERE state = 'failed') AS failed`;

/** A row of `headIn`. */
export type HeadRow = Omit<ArticleHead, "review"> & ReviewCounts;

export const headOf = ({ accepted, edited, added, rejected, ...head }: HeadRow): ArticleHead => ({
  ...head,
  review: { accepted, edited, added, rejected },
});
