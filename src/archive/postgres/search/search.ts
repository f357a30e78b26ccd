/** A query over a shared archive: hits with what was found marked, how many there are, and counts of their values. */
import type { OutletNames } from "../../outlets/names.ts";
import type { Found, SearchOptions, SearchResult } from "../../found.ts";
import { countFacets, labelsPacked } from "../../query/facets.ts";
import { fragmentsOf, type Shown, shownOf } from "../../query/fragments.ts";
import { type Scope, type Unit, unitOf } from "../../query/match.ts";
import { COUNTED, type MatchRow, newerBy } from "../../query/matches.ts";
import { parseQuery } from "../../query/parse.ts";
import { printQuery } from "../../query/print.ts";
import type { Query } from "../../query/query.ts";
import { ARTICLE_FOUND, type Filled, STATEMENT_FOUND } from "../../sql/found.ts";
import type { Sql } from "../sql.ts";
import { makeBinder } from "./bind.ts";
import { conditionOf } from "./conditions.ts";
import { leadsOf } from "./lead.ts";
import { scoresOf } from "./rank.ts";

interface Row extends MatchRow {
  published: string | null;
}

const newer = newerBy((row: Row) => row.published ?? "");

const FROM: Record<Unit, string> = {
  statement: "statements s JOIN articles a ON a.id = s.article",
  article: "articles a",
};
const COLUMNS: Record<Unit, string> = {
  statement: `s.id AS statement, a.id AS article, a.published, substr(a.published, 1, 7) AS month, a.outlet, s.speaker, ${labelsPacked((list, column) => `strpos('${list}', s.${column})::bigint`)} AS labels`,
  article:
    "NULL::bigint AS statement, a.id AS article, a.published, substr(a.published, 1, 7) AS month, a.outlet, NULL AS speaker, 0 AS labels",
};
/** The most recently added first, and the newest first. */
const LATEST: Record<Unit, string> = { statement: "s.id DESC", article: "a.id DESC" };
const NEWEST: Record<Unit, string> = {
  statement: "a.published DESC NULLS LAST, a.id DESC, s.id",
  article: "a.published DESC NULLS LAST, a.id DESC",
};

/** Runs a query, given as text or as a tree, on current versions of articles. @throws QueryError on a wrong query */
export async function searchPostgres(
  sql: Sql,
  query: string | Query,
  options: SearchOptions,
  outlets: OutletNames,
): Promise<SearchResult> {
  const { order = "relevance", in: scope = "contents" } = options;
  const offset = Math.max(0, options.offset ?? 0);
  const limit = Math.max(0, Math.min(options.limit ?? 20, COUNTED - offset));
  const asked = typeof query === "string" ? parseQuery(query) : query;
  const tree = outlets.expand(asked);
  const unit = unitOf(tree, scope);
  const gathered = await read(sql, tree, scope, unit, LATEST[unit], COUNTED + 1);
  const rows = gathered.slice(0, COUNTED);
  const more = gathered.length > COUNTED;
  const idOf = ({ statement, article }: Row) => statement ?? article;
  const scores =
    order === "relevance" && !more && rows.length > 0 ? await scoresOf(sql, tree, scope, unit, rows.map(idOf)) : null;
  const score = (row: Row) => scores?.get(idOf(row)) ?? 0;
  const page = more
    ? await read(sql, tree, scope, unit, NEWEST[unit], offset + limit)
    : rows.toSorted((a, b) => score(b) - score(a) || newer(a, b));
  const items = await fill(sql, page.slice(offset, offset + limit), shownOf(tree, scope, unit), unit);
  const facets = countFacets(rows, (_, name) => name, outlets.calledBy);
  return { query: printQuery(asked), unit, total: rows.length, more, facets, items };
}

async function read(sql: Sql, query: Query, scope: Scope, unit: Unit, order: string, most: number): Promise<Row[]> {
  const binder = makeBinder();
  const where = ["a.current = 1", ...leadsOf(query, scope, unit, binder), conditionOf(query, scope, unit, binder)];
  return sql.rows<Row>(
    `SELECT ${COLUMNS[unit]} FROM ${FROM[unit]} WHERE ${where.join(" AND ")} ORDER BY ${order} LIMIT ${most}`,
    binder.values,
  );
}

/** What is told of each, in their order. */
async function fill(sql: Sql, page: readonly MatchRow[], shown: readonly Shown[], unit: Unit): Promise<Found[]> {
  if (page.length === 0) return [];
  const row = unit === "statement" ? "s" : "a";
  const whole = shown.some(({ field }) => field === "text") ? "a.text" : "NULL";
  const found = await sql.rows<Filled & { row: number; text: string | null }>(
    `SELECT ${row}.id AS row, ${whole} AS text, ${unit === "statement" ? STATEMENT_FOUND : ARTICLE_FOUND} FROM ${FROM[unit]}
     WHERE ${row}.id = ANY($1::bigint[])`,
    [page.map(({ statement, article }) => statement ?? article)],
  );
  const byId = new Map(found.map(({ row: id, text, ...filled }) => [id, { filled, text }]));
  return page.flatMap(({ statement, article }) => {
    const one = byId.get(statement ?? article);
    if (!one) return [];
    const texts = { content: one.filled.content, title: one.filled.title, text: one.text };
    return [{ ...one.filled, fragments: shown.flatMap((each) => fragmentsOf(each, texts[each.field])) }];
  });
}
