/** A query over an archive in SQLite: hits with what was found marked, how many there are, and counts of their values. */
import type { Database } from "better-sqlite3";
import { countFacets, FACETS, type Facets } from "./facets.ts";
import { highlight, type Piece } from "./highlight.ts";
import { type Scope, wordField } from "./match.ts";
import { parseQuery } from "./parse.ts";
import { planByDate, planSearch } from "./plan.ts";
import { printQuery } from "./print.ts";
import { type Query, type WordField, type Words, wantedLeaves } from "./query.ts";
import { type Unit, unitOf } from "./sqlite.ts";

/** Matches that are counted, ranked and summed up in facets; of more, so many (the most recently added where words are looked for). */
export const COUNTED = 10_000;

export interface SearchOptions {
  /** Hits returned; 20 when not given. */
  limit?: number;
  /** Hits passed over before the first one returned. */
  offset?: number;
  /** `relevance` (where words are looked for, else the newest first) or `newest` by date of publication. */
  order?: "relevance" | "newest";
  /** Where free words are looked for; `contents` when not given. */
  in?: Scope;
}

export interface Fragment {
  field: "content" | "title" | "text";
  /** Plain text in pieces; joined they are the passage. */
  pieces: Piece[];
}

export interface SearchHit {
  /** Row of `statements`; `null` where articles are listed. */
  statement: number | null;
  /** Row of `articles`. */
  article: number;
  /** The higher the better, comparable within one search; `null` where nothing is ranked. */
  score: number | null;
  fragments: Fragment[];
}

export interface SearchResult {
  /** The query as understood, in canonical form. */
  query: string;
  /** What the hits are. */
  unit: Unit;
  hits: SearchHit[];
  /** Number of matches, at most 10,000. */
  total: number;
  /** There are more than `total`; facets and relevance then cover these only. */
  more: boolean;
  facets: Facets;
}

interface Row {
  statement: number | null;
  article: number;
  score: number | null;
  published: string | null;
  facets: (string | null)[];
}

/** Runs a query, given as text or as a tree, on current versions of articles. Throws a `QueryError` on a wrong query. */
export function searchSqlite(db: Database, query: string | Query, options: SearchOptions = {}): SearchResult {
  const { limit = 20, offset = 0, order = "relevance", in: scope = "contents" } = options;
  const tree = typeof query === "string" ? parseQuery(query) : query;
  const unit = unitOf(tree, scope);
  const gathered = gather(db, tree, scope);
  const rows = gathered.slice(0, COUNTED);
  const more = gathered.length > COUNTED;
  const ranked = order === "relevance" && rows[0]?.score !== null;
  let page: Row[];
  if (more && !ranked) page = byDate(db, tree, scope, limit, offset);
  else page = rows.sort(ranked ? better : newer).slice(offset, offset + limit);
  const hits = page.map(({ statement, article, score }) => {
    const fragments = show(db, tree, scope, statement, article);
    return { statement, article, score: ranked && score !== null ? -score : null, fragments };
  });
  const facets = countFacets(rows.map((row) => row.facets));
  return { query: printQuery(tree), unit, hits, total: rows.length, more, facets };
}

/** All matches, but no more than one past the limit. */
function gather(db: Database, query: Query, scope: Scope): Row[] {
  const plan = planSearch(db, query, scope);
  const sql = `SELECT ${columns(plan.unit, plan.score)} FROM ${plan.from} WHERE ${plan.where} ${plan.order} LIMIT ?`;
  return read(db, sql, [...plan.params, COUNTED + 1]);
}

function byDate(db: Database, query: Query, scope: Scope, limit: number, offset: number): Row[] {
  const { from, where, params, order } = planByDate(query, scope);
  const sql = `SELECT ${columns(unitOf(query, scope), null)} FROM ${from} WHERE ${where} ${order} LIMIT ? OFFSET ?`;
  return read(db, sql, [...params, limit, offset]);
}

function columns(unit: Unit, score: string | null): string {
  const labels = ["speaker", "kind", "naming", "form", "framing"];
  const column = (name: string) => {
    if (name === "month") return "a.published";
    if (labels.includes(name)) return unit === "statement" ? `s.${name}` : "NULL";
    return `a.${name}`;
  };
  return [unit === "statement" ? "s.id" : "NULL", "a.id", score ?? "NULL", "a.published", ...FACETS.map(column)].join(
    ", ",
  );
}

type RawRow = [statement: number | null, article: number, score: number | null, ...rest: (string | null)[]];

function read(db: Database, sql: string, params: (string | number)[]): Row[] {
  const raw = db
    .prepare<(string | number)[], RawRow>(sql)
    .raw()
    .all(...params) as unknown as RawRow[];
  return raw.map(([statement, article, score, published = null, ...facets]) => ({
    statement,
    article,
    score,
    published,
    facets,
  }));
}

/** Newest article first, undated ones last, its statements in order of the text. */
function newer(a: Row, b: Row): number {
  const [x, y] = [a.published ?? "", b.published ?? ""];
  if (x !== y) return x > y ? -1 : 1;
  return b.article - a.article || (a.statement ?? 0) - (b.statement ?? 0);
}

/** Scores of FTS5 are lower where the match is better. */
const better = (a: Row, b: Row): number => (a.score ?? 0) - (b.score ?? 0) || newer(a, b);

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
