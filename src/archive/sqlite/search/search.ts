/** A query over an archive in SQLite: hits with what was found marked, how many there are, and counts of their values. */
import type { Database } from "better-sqlite3";
import type { Fragment, SearchOptions, SearchResult } from "../../found.ts";
import { type OutletNames, outletNames } from "../../outlets/names.ts";
import { countFacets } from "../../query/facets.ts";
import { fragmentsOf, type Shown, shownOf } from "../../query/fragments.ts";
import { COUNTED } from "../../query/matches.ts";
import { parseQuery } from "../../query/parse.ts";
import { printQuery } from "../../query/print.ts";
import type { Query } from "../../query/query.ts";
import { oncePlucked } from "../prepared.ts";
import { registerFunctions, type Sense, senseOf } from "./conditions.ts";
import { ARTICLE_FACTS, monthOf, nameOfFact, STATEMENT_FACTS, tellerOf } from "./facts.ts";
import { newestAmong, readNewest } from "./newest.ts";
import { firstRows, type Row } from "./order.ts";
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
  const sense = senseOf(db, tree, scope);
  const plan = planSearch(db, tree, sense);
  const gathered = read(db, plan, COUNTED + 1);
  const rows = gathered.slice(0, COUNTED);
  const more = gathered.length > COUNTED;
  const ranks = order === "relevance" && !more ? ranksOf(db, tree, sense) : null;
  const rankOf = ranks && (({ statement, article }: Row) => ranks.get(statement ?? article) ?? 0);
  const candidates = more ? newest(db, tree, sense, gathered, offset + limit) : rows;
  const page = firstRows(db, candidates, offset + limit, rankOf);
  const shown = shownOf(tree, scope, plan.unit);
  const hits = page.slice(offset).map((row) => {
    const fragments = shown.flatMap((each) => fragmentsOf(each, textOf(db, each, row)));
    return { statement: row.statement, article: row.article, score: rankOf && -rankOf(row), fragments };
  });
  const facets = countFacets(rows, nameOfFact(db), outlets.calledBy);
  return { query: printQuery(asked), unit: plan.unit, hits, total: rows.length, more, facets };
}

type RawRow = [number | null, number, number, string | number | null, number | null, number | null];

/** The matches, or only so many of them. */
function read(db: Database, { unit, from, where, params, order }: Plan, most: number | null): Row[] {
  const columns = unit === "statement" ? STATEMENT_FACTS : ARTICLE_FACTS;
  const limit = most === null ? "" : ` ${order} LIMIT ${most}`;
  const raw = db
    .prepare(`SELECT ${columns} FROM ${from} WHERE ${where}${limit}`)
    .raw()
    .all(...params) as RawRow[];
  const told = tellerOf(db);
  return raw.map(([statement, article, day, outlet, profile, labels]) => ({
    statement,
    article,
    day,
    month: monthOf(day),
    outlet,
    speaker: profile === null ? null : told.speaker(profile),
    labels: labels === null ? 0 : told.labels(labels),
  }));
}

/** The newest rows, and some more, of a search with more matches than are gathered. */
function newest(db: Database, query: Query, sense: Sense, gathered: readonly Row[], enough: number): Row[] {
  const plan = planSearch(db, query, sense, true);
  if (plan.unit === "article")
    return (
      newestAmong(db, gathered, enough) ?? read(db, { ...plan, order: "ORDER BY a.published DESC, a.id DESC" }, enough)
    );
  return readNewest(db, plan, enough, (part) => read(db, part, null));
}

const TEXTS: Record<Shown["field"], string> = {
  content: "SELECT content FROM statements WHERE id = ?",
  title: "SELECT title FROM articles WHERE id = ?",
  text: "SELECT text FROM articles WHERE id = ?",
};

const textOf = (db: Database, { field }: Shown, { statement, article }: Row): string | null =>
  oncePlucked<string | null>(db, TEXTS[field]).get(field === "content" ? statement : article) ?? null;
