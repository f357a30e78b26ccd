/** Fills what a search found from the archive's tables. */
import type { Found, FoundQuotation, SearchOptions, SearchResult } from "../found.ts";
import type { Query } from "../query/query.ts";
import { findQuotation } from "../query/quotation.ts";
import { searchSqlite } from "../query/search.ts";
import type { Db } from "./open.ts";

type Filled = Omit<Found, "fragments">;

const STATEMENT = `SELECT a.doc, s.n AS statement, a.title, a.outlet, a.published, a.url, s.speaker, s.role, s.cue, s.form, s.framing, s.via, s.content
     FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ?`;
const ARTICLE = `SELECT doc, NULL AS statement, title, outlet, published, url, NULL AS speaker, NULL AS role, NULL AS cue, NULL AS form,
       NULL AS framing, NULL AS via, NULL AS content FROM articles WHERE id = ?`;

/** Statements in which a quotation stands, the most similar first. */
export function quotationsFound(db: Db, quotation: string, limit: number): FoundQuotation[] {
  const statement = db.prepare(STATEMENT);
  return findQuotation(db, quotation, { limit }).map((hit) => ({
    ...(statement.get(hit.statement) as Filled),
    fragments: [{ field: "content", pieces: hit.pieces }],
    similarity: hit.similarity,
  }));
}

/** Statements or articles that a query finds. */
export function searchFound(db: Db, query: string | Query, options?: SearchOptions): SearchResult {
  const { hits, ...rest } = searchSqlite(db, query, options);
  const statement = db.prepare(STATEMENT);
  const article = db.prepare(ARTICLE);
  const items = hits.map((hit) => ({
    ...((hit.statement === null ? article.get(hit.article) : statement.get(hit.statement)) as Filled),
    fragments: hit.fragments,
  }));
  return { ...rest, items };
}
