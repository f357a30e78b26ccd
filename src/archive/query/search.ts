/** A query over an archive in SQLite: hits with what was found marked, how many there are, and counts of their values. */
import type { Database } from "better-sqlite3";
import type { Fragment, SearchOptions, SearchResult } from "../found.ts";
import { countFacets, type FacetRow, LABELS_PACKED } from "./facets.ts";
import { highlight } from "./highlight.ts";
import { type Scope, wordField } from "./match.ts";
import { readNewest } from "./newest.ts";
import { parseQuery } from "./parse.ts";
import { type Plan, planSearch } from "./plan.ts";
import { printQuery } from "./print.ts";
import { type Query, type WordField, type Words, wantedLeaves } from "./query.ts";
import { ranksOf } from "./rank.ts";
import { registerFunctions } from "./sqlite.ts";

/** Matches that are counted and summed up in facets; of more than that, those most recently added. */
export const COUNTED = 10_000;

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

interface Row extends FacetRow {
  statement: number | null;
  article: number;
}

/** Runs a query, given as text or as a tree, on current versions of articles. Throws a `QueryError` on a wrong query. */
export function searchSqlite(db: Database, query: string | Query, options: SearchOptions = {}): SearchRows {
  const { order = "relevance", in: scope = "contents" } = options;
  const offset = Math.max(0, options.offset ?? 0);
  const limit = Math.max(0, Math.min(options.limit ?? 20, COUNTED - offset));
  const tree = typeof query === "string" ? parseQuery(query) : query;
  registerFunctions(db);
  const plan = planSearch(db, tree, scope);
  const gathered = read(db, plan, COUNTED + 1);
  const rows = gathered.slice(0, COUNTED);
  const more = gathered.length > COUNTED;
  const ranks = order === "relevance" && !more ? ranksOf(db, tree, scope, plan.unit) : null;
  const rank = ({ statement, article }: Row) => ranks?.get(statement ?? article) ?? 0;
  let page = rows;
  if (ranks) page.sort((a, b) => rank(a) - rank(b) || newer(a, b));
  else if (more) page = newest(db, tree, scope, offset + limit);
  else page.sort(newer);
  const hits = page.slice(offset, offset + limit).map((row) => {
    const fragments = show(db, tree, scope, row.statement, row.article);
    return { statement: row.statement, article: row.article, score: ranks ? -rank(row) : null, fragments };
  });
  const facets = countFacets(rows);
  return { query: printQuery(tree), unit: plan.unit, hits, total: rows.length, more, facets };
}

const STATEMENT_COLUMNS = `s.id, a.id, a.published, a.outlet, s.speaker, ${LABELS_PACKED}`;
const ARTICLE_COLUMNS = "NULL, a.id, a.published, a.outlet, NULL, 0";

type RawRow = [number | null, number, string | null, string | null, string | null, number];

/** The matches, or only so many of them. */
function read(db: Database, { unit, from, where, params, order }: Plan, most: number | null): Row[] {
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
function newest(db: Database, query: Query, scope: Scope, enough: number): Row[] {
  const plan = planSearch(db, query, scope, true);
  if (plan.unit === "article") return read(db, { ...plan, order: "ORDER BY a.published DESC, a.id DESC" }, enough);
  return readNewest(db, plan, enough, (part) => read(db, part, null).sort(newer));
}

/** Newest article first, undated ones last, its statements in order of the text. */
function newer(a: Row, b: Row): number {
  const [x, y] = [a.published ?? "", b.published ?? ""];
  if (x !== y) return x > y ? -1 : 1;
  return b.article - a.article || (a.statement ?? 0) - (b.statement ?? 0);
}

/** The content of a statement, or the title of an article, and of a whole text the passages with what was looked for. */
function show(db: Database, query: Query, scope: Scope, statement: number | null, article: number): Fragment[] {
  const wanted = wantedLeaves(query).filter((leaf): leaf is Words => leaf.type === "words");
  const within = (...fields: WordField[]) => wanted.filter((words) => fields.includes(wordField(words, scope)));
  const fragments: Fragment[] = [];
  const add = (field: Fragment["field"], text: string | null, words: Words[], whole: boolean) => {
    if (text) for (const pieces of highlight(text, words, whole)) fragments.push({ field, pieces });
  };
  if (statement !== null)
    add("content", text(db, "SELECT content FROM statements WHERE id = ?", statement), within("about"), false);
  const inTitle = within("title", "text");
  if (statement === null || inTitle.length > 0)
    add("title", text(db, "SELECT title FROM articles WHERE id = ?", article), inTitle, true);
  const inText = within("text");
  if (inText.length > 0) add("text", text(db, "SELECT text FROM articles WHERE id = ?", article), inText, false);
  return fragments;
}

const text = (db: Database, sql: string, id: number): string | null =>
  (db.prepare(sql).pluck().get(id) as string | null | undefined) ?? null;
