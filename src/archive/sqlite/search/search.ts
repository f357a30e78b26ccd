/** A query over an archive in SQLite: hits with what was found marked, how many there are, and counts of their values. */
import type { Database } from "better-sqlite3";
import type { Fragment, SearchOptions, SearchResult } from "../../found.ts";
import { type OutletNames, outletNames } from "../../outlets/names.ts";
import { countFacets, labelsPacked } from "../../query/facets.ts";
import { fragmentsOf, type Shown, shownOf } from "../../query/fragments.ts";
import type { Scope } from "../../query/match.ts";
import { COUNTED, type MatchRow, newer } from "../../query/matches.ts";
import { parseQuery } from "../../query/parse.ts";
import { printQuery } from "../../query/print.ts";
import type { Query } from "../../query/query.ts";
import { registerFunctions } from "./conditions.ts";
import { readNewest } from "./newest.ts";
import { type Plan, planSearch } from "./plan.ts";
import { ranksOf } from "./rank.ts";

export interface SearchHit {
  /** Row of `statements`; `null` where articles are listed. */
  statement: number | null;
  /** Row of `articles`. */
  article: number;
  /** The higher the better, comparable within one search; `null` where nothing is ranked. */
  score: number | null;
  fragments: Fragment[];
}

/** A result whose hits are still rows of the database. */
export interface SearchRows extends Omit<SearchResult, "items"> {
  hits: SearchHit[];
}

/** Runs a query, given as text or as a tree, on current versions of articles. Throws a `QueryError` on a wrong query. */
export function searchSqlite(
  db: Database,
  query: string | Query,
  options: SearchOptions = {},
  outlets: OutletNames = outletNames([]),
): SearchRows {
  const { order = "relevance", in: scope = "contents" } = options;
  const offset = Math.max(0, options.offset ?? 0);
  const limit = Math.max(0, Math.min(options.limit ?? 20, COUNTED - offset));
  const asked = typeof query === "string" ? parseQuery(query) : query;
  const tree = outlets.expand(asked);
  registerFunctions(db);
  const plan = planSearch(db, tree, scope);
  const gathered = read(db, plan, COUNTED + 1);
  const rows = gathered.slice(0, COUNTED);
  const more = gathered.length > COUNTED;
  const ranks = order === "relevance" && !more ? ranksOf(db, tree, scope, plan.unit) : null;
  const rank = ({ statement, article }: MatchRow) => ranks?.get(statement ?? article) ?? 0;
  let page = rows;
  if (ranks) page.sort((a, b) => rank(a) - rank(b) || newer(a, b));
  else if (more) page = newest(db, tree, scope, offset + limit);
  else page.sort(newer);
  const shown = shownOf(tree, scope, plan.unit);
  const hits = page.slice(offset, offset + limit).map((row) => {
    const fragments = shown.flatMap((each) => fragmentsOf(each, textOf(db, each, row)));
    return { statement: row.statement, article: row.article, score: ranks ? -rank(row) : null, fragments };
  });
  const facets = countFacets(rows, outlets.calledBy);
  return { query: printQuery(asked), unit: plan.unit, hits, total: rows.length, more, facets };
}

const STATEMENT_COLUMNS = `s.id, a.id, a.published, a.outlet, s.speaker, ${labelsPacked((list, column) => `coalesce(instr('${list}', s.${column}), 0)`)}`;
const ARTICLE_COLUMNS = "NULL, a.id, a.published, a.outlet, NULL, 0";

type RawRow = [number | null, number, string | null, string | null, string | null, number];

/** The matches, or only so many of them. */
function read(db: Database, { unit, from, where, params, order }: Plan, most: number | null): MatchRow[] {
  const columns = unit === "statement" ? STATEMENT_COLUMNS : ARTICLE_COLUMNS;
  const limit = most === null ? "" : ` ${order} LIMIT ${most}`;
  const raw = db
    .prepare(`SELECT ${columns} FROM ${from} WHERE ${where}${limit}`)
    .raw()
    .all(...params) as RawRow[];
  return raw.map(([statement, article, published, outlet, speaker, labels]) => {
    return { statement, article, published, outlet, speaker, labels };
  });
}

/** The first rows by date of a search with more matches than are gathered. */
function newest(db: Database, query: Query, scope: Scope, enough: number): MatchRow[] {
  const plan = planSearch(db, query, scope, true);
  if (plan.unit === "article") return read(db, { ...plan, order: "ORDER BY a.published DESC, a.id DESC" }, enough);
  return readNewest(db, plan, enough, (part) => read(db, part, null).sort(newer));
}

const TEXTS: Record<Shown["field"], string> = {
  content: "SELECT content FROM statements WHERE id = ?",
  title: "SELECT title FROM articles WHERE id = ?",
  text: "SELECT text FROM articles WHERE id = ?",
};

const textOf = (db: Database, { field }: Shown, { statement, article }: MatchRow): string | null =>
  (db
    .prepare(TEXTS[field])
    .pluck()
    .get(field === "content" ? statement : article) as string | null | undefined) ?? null;
