/** What a search shows: hits with the statement and the article they stand in, and counts to narrow it by. */
import { findQuotation } from "../archive/query/quotation.ts";
import type { Fragment, SearchResult } from "../archive/query/search.ts";
import type { SqliteArchive } from "../archive/sqlite/sqlite.ts";

export interface SearchItem {
  /** The article, and the statement in it; `null` where articles are listed. */
  doc: string;
  statement: string | null;
  title: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  speaker: string | null;
  role: string | null;
  cue: string | null;
  form: string | null;
  framing: string | null;
  via: string | null;
  content: string | null;
  fragments: Fragment[];
}

export interface SearchView extends Omit<SearchResult, "hits"> {
  items: SearchItem[];
}

const STATEMENT = `SELECT a.doc, s.n AS statement, a.title, a.outlet, a.published, a.url, s.speaker, s.role, s.cue, s.form, s.framing, s.via, s.content
     FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ?`;

/** A statement that holds a quotation, and how much of the quotation it holds: 1 for the same words but for marks. */
export type QuotationItem = SearchItem & { similarity: number };

/** Statements in which a quotation stands, the most similar first. */
export function quotationView(archive: SqliteArchive, quotation: string, limit: number): QuotationItem[] {
  const statement = archive.db.prepare(STATEMENT);
  return findQuotation(archive.db, quotation, { limit }).map((hit) => ({
    ...(statement.get(hit.statement) as Omit<SearchItem, "fragments">),
    fragments: [{ field: "content", pieces: hit.pieces }],
    similarity: hit.similarity,
  }));
}

/** Fills the hits of a search from the archive. */
export function searchView(archive: SqliteArchive, result: SearchResult): SearchView {
  const statement = archive.db.prepare(STATEMENT);
  const article = archive.db.prepare(
    `SELECT doc, NULL AS statement, title, outlet, published, url, NULL AS speaker, NULL AS role, NULL AS cue, NULL AS form,
       NULL AS framing, NULL AS via, NULL AS content FROM articles WHERE id = ?`,
  );
  const { hits, ...rest } = result;
  const items = hits.map((hit) => ({
    ...((hit.statement === null ? article.get(hit.article) : statement.get(hit.statement)) as Omit<
      SearchItem,
      "fragments"
    >),
    fragments: hit.fragments,
  }));
  return { ...rest, items };
}
