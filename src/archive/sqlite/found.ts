/** Fills what a search found from the archive's tables. */
import type { FoundQuotation, SearchOptions, SearchResult } from "../found.ts";
import type { OutletNames } from "../outlets/names.ts";
import type { Query } from "../query/query.ts";
import { ARTICLE_FOUND, type Filled, STATEMENT_FOUND } from "../sql/found.ts";
import { findQuotation } from "./search/quotation.ts";
import { searchSqlite } from "./search/search.ts";
import type { Db } from "./open.ts";
import { once } from "./prepared.ts";

const STATEMENT = `SELECT ${STATEMENT_FOUND} FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ?`;
const ARTICLE = `SELECT ${ARTICLE_FOUND} FROM articles a WHERE a.id = ?`;

/** Statements in which a quotation stands, the most similar first. */
export function quotationsFound(db: Db, quotation: string, limit: number): FoundQuotation[] {
  const statement = once<Filled>(db, STATEMENT);
  return findQuotation(db, quotation, { limit }).map((hit) => ({
    ...(statement.get(hit.statement) as Filled),
    fragments: [{ field: "content", pieces: hit.pieces }],
    similarity: hit.similarity,
  }));
}

/** Statements or articles that a query finds. */
export function searchFound(
  db: Db,
  query: string | Query,
  options: SearchOptions | undefined,
  outlets: OutletNames,
): SearchResult {
  const { hits, ...rest } = searchSqlite(db, query, options, outlets);
  const statement = once<Filled>(db, STATEMENT);
  const article = once<Filled>(db, ARTICLE);
  const items = hits.map((hit) => ({
    ...((hit.statement === null ? article.get(hit.article) : statement.get(hit.statement)) as Filled),
    fragments: hit.fragments,
  }));
  return { ...rest, items };
}
