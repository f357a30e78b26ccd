/** How a search is run: the FROM and WHERE that give its matches, driven by the index of words. */
import type { Database } from "better-sqlite3";
import { after } from "../../query/dates.ts";
import type { Unit } from "../../query/match.ts";
import { articleCode, monthCode } from "./codes.ts";
import { ALL, type Match, oneOf } from "./fts.ts";
import type { Query } from "../../query/query.ts";
import { type Condition, condition, inWords, join, type Sense, splitWords } from "./conditions.ts";
import { oncePlucked } from "../prepared.ts";
import { leadOf } from "./lead.ts";

/** `MATCH ?` on `w`, where the index of words drives, is the first parameter. */
export interface Plan extends Condition {
  unit: Unit;
  from: string;
  /** What the index is asked for; `null` where articles are read without it. */
  expression: string | null;
  /** The most recently added first, where that costs nothing: it matters when a search is cut off. */
  order: string;
}

const CURRENT: Condition = { where: "a.current = 1", params: [] };
const NEWEST_ROWS = "ORDER BY w.rowid DESC";

/** `dated`: statements are to be read day by day, which only their own index can. */
export function planSearch(db: Database, query: Query, sense: Sense, dated = false): Plan {
  const { unit } = sense;
  const { statements, articles, rest } = splitWords(query, sense);
  const matching = (table: string): Condition => ({ where: `w.${table} MATCH ?`, params: [] });
  if (articles && (unit === "article" || !(statements || dated))) {
    const others = rest.map((item) => condition(item, sense));
    const { where, params } = join([matching("article_words"), CURRENT, ...others], " AND ");
    // Articles are long rows: where only their numbers are read, an index holds these.
    const joined =
      unit === "article"
        ? "article_words w CROSS JOIN articles a INDEXED BY articles_facts ON a.id = w.rowid"
        : "article_words w CROSS JOIN articles a ON a.id = w.rowid CROSS JOIN statements s ON s.article = a.id CROSS JOIN statement_rows f ON f.id = s.id";
    return plan(unit, joined, articles.expression, NEWEST_ROWS, where, params);
  }
  if (unit === "article") {
    const others = rest.map((item) => condition(item, sense));
    const { where, params } = join([CURRENT, ...others], " AND ");
    return plan(unit, "articles a", null, "ORDER BY a.id DESC", where, params);
  }
  const lead = dated || articles ? null : leadOf(db, query, sense);
  if (lead) return { unit, expression: null, ...lead };
  const dates = datesOf(db, query);
  const few = articles && fewArticles(db, articles);
  const expression = [statements?.expression, dates, few].filter((part) => part != null).map((part) => `(${part})`);
  const others = rest.map((item) => condition(item, sense));
  const more = [...(articles && !few ? [inWords(articles, "f.article")] : []), ...others];
  const { where, params } = join([matching("search_words"), ...more], " AND ");
  // The index is of current articles only; words and names are read where something is asked that only they tell.
  const long =
    others.length > 0 ? " CROSS JOIN statements s ON s.id = f.id CROSS JOIN articles a ON a.id = f.article" : "";
  const from = `search_words w CROSS JOIN statement_rows f ON f.id = w.rowid${long}`;
  return plan(unit, from, expression.join(" AND ") || ALL, NEWEST_ROWS, where, params);
}

function plan(
  unit: Unit,
  from: string,
  expression: string | null,
  order: string,
  where: string,
  rest: Condition["params"],
): Plan {
  return { unit, from, expression, order, where, params: expression === null ? rest : [expression, ...rest] };
}

/** Articles that are few enough to be named one by one in the index of statements. */
const FEW = 300;

/** The articles with the words, as the index of statements holds them; `null` when they are many. */
function fewArticles(db: Database, { table, expression }: Match): string | null {
  const select = oncePlucked<number>(db, `SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ${FEW + 1}`);
  const ids = select.all(expression);
  if (ids.length > FEW) return null;
  return oneOf(ids.map(articleCode));
}

/** At most so many months stand for a range of dates in the index. */
const MOST = 48;

/**
 * The months that a search by date is about, as the index holds them: more than the range, for its ends are
 * exact in SQL. `null` when the whole query has no such range or it is too wide to help.
 */
function datesOf(db: Database, query: Query): string | null {
  const limits = (query.type === "and" ? query.items : [query]).filter((item) => item.type === "date");
  if (limits.length === 0) return null;
  const [least, most] = ["min", "max"].map((which) =>
    oncePlucked(db, `SELECT ${which}(published) FROM articles`).get(),
  );
  if (typeof least !== "string" || typeof most !== "string") return null;
  let [from, to] = [least, `${most}~`];
  for (const { field, value } of limits) {
    if (field === "since" && value > from) from = value;
    if (field === "until" && after(value) < to) to = after(value);
  }
  // A year without month comes before its months; a list by months must not miss it.
  const months = from < to ? monthsOf(from.length < 7 ? `${from.slice(0, 4)}-01` : from.slice(0, 7), to) : [];
  if (months === null) return null;
  const years = months.map((month) => month.slice(0, 4));
  return oneOf([...new Set([...years, ...months.map((month) => month.replace("-", ""))])].map(monthCode));
}

/** All months from `first` that begin before `to`; `null` when there are too many or these are no dates. */
function monthsOf(first: string, to: string): string[] | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(first)) return null;
  const list: string[] = [];
  for (let each = first; each < to; each = after(each)) if (list.push(each) > MOST) return null;
  return list;
}
