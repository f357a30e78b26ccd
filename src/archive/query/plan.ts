/**
 * How a search is run: which SQL gives the matches. Words drive when they are rare (their index gives the few rows);
 * when they are common and the rest of the query is rare, the rest drives and each row is asked for its words.
 */
import type { Database } from "better-sqlite3";
import type { Match, Scope } from "./match.ts";
import type { Query } from "./query.ts";
import { type Condition, condition, inWords, join, splitWords, type Unit, unitOf } from "./sqlite.ts";

/** Words that match more rows than this are common. */
const COMMON = 20_000;
/** Rows that are few enough to be asked one by one for common words. */
const FEW = 5_000;

export interface Plan extends Condition {
  unit: Unit;
  /** FROM clause; `w` is the index of words where words drive. */
  from: string;
  /** SQL of the score (lower is better), `null` where nothing is ranked. */
  score: string | null;
  /** ORDER BY of a search that is cut off: the most recently added first, where that costs nothing. */
  order: string;
}

const CURRENT: Condition = { where: "a.current = 1", params: [] };
const STATEMENTS = "statements s JOIN articles a ON a.id = s.article";

export function planSearch(db: Database, query: Query, scope: Scope): Plan {
  const unit = unitOf(query, scope);
  const { words, rest } = splitWords(query, scope);
  const table = unit === "statement" ? "statement_words" : "article_words";
  const driver = words.find((match) => match.table === table) ?? words[0];
  const others = words.filter((match) => match !== driver).map(inWords);
  const conditions = [CURRENT, ...others, ...rest.map((item) => condition(item, scope))];
  const bare = unit === "statement" ? STATEMENTS : "articles a";
  if (!driver) return { unit, from: bare, score: null, order: "", ...join(conditions, " AND ") };
  if (unit === "statement" && conditions.length > 1 && isCommon(db, driver)) {
    const few = join(conditions, " AND ");
    if (!isMore(db, `SELECT 1 FROM ${bare} WHERE ${few.where}`, few.params, FEW)) {
      const asked = join([few, askedFor(driver)], " AND ");
      return { unit, from: bare, score: null, order: "", ...asked };
    }
  }
  const { where, params } = join([matching(driver), ...conditions], " AND ");
  return { unit, from: drivenBy(driver, unit), score: "w.rank", order: "ORDER BY w.rowid DESC", where, params };
}

/** The newest first by date, for a search with more matches than are gathered: articles by date, each with its matches. */
export function planByDate(query: Query, scope: Scope): Condition & { from: string; order: string } {
  const unit = unitOf(query, scope);
  const { words, rest } = splitWords(query, scope);
  const driver = unit === "statement" ? words.find((match) => match.table === "statement_words") : undefined;
  const others = words.filter((match) => match !== driver);
  const conditions = [
    CURRENT,
    ...others.map(unit === "statement" ? inWords : askedFor),
    ...rest.map((item) => condition(item, scope)),
  ];
  if (unit === "article") {
    return { from: "articles a", order: "ORDER BY a.published DESC, a.id DESC", ...join(conditions, " AND ") };
  }
  const order = "ORDER BY a.published DESC, a.id DESC, s.id";
  if (!driver) {
    return { from: "articles a CROSS JOIN statements s ON s.article = a.id", order, ...join(conditions, " AND ") };
  }
  // Statements of an article were stored together: the index of words is asked once for an article, not for each statement.
  const from = "articles a CROSS JOIN statement_words w CROSS JOIN statements s ON s.id = w.rowid AND s.article = a.id";
  const between = `w.rowid BETWEEN (SELECT min(id) FROM statements WHERE article = a.id)
    AND (SELECT max(id) FROM statements WHERE article = a.id)`;
  return { from, order, ...join([matching(driver), { where: between, params: [] }, ...conditions], " AND ") };
}

const matching = ({ table, expression }: Match): Condition => ({ where: `w.${table} MATCH ?`, params: [expression] });

/** Asks one row for its words, instead of listing all rows that have them. */
function askedFor({ table, expression }: Match): Condition {
  const row = table === "statement_words" ? "s.id" : "a.id";
  return {
    where: `EXISTS (SELECT 1 FROM ${table} w WHERE w.rowid = ${row} AND w.${table} MATCH ?)`,
    params: [expression],
  };
}

function drivenBy({ table }: Match, unit: Unit): string {
  if (table === "statement_words")
    return "statement_words w CROSS JOIN statements s ON s.id = w.rowid CROSS JOIN articles a ON a.id = s.article";
  const articles = "article_words w CROSS JOIN articles a ON a.id = w.rowid";
  return unit === "article" ? articles : `${articles} CROSS JOIN statements s ON s.article = a.id`;
}

const isCommon = (db: Database, { table, expression }: Match): boolean =>
  isMore(db, `SELECT 1 FROM ${table} WHERE ${table} MATCH ?`, [expression], COMMON);

/** Whether a selection has more than `most` rows; reads no more of them. */
function isMore(db: Database, select: string, params: (string | number)[], most: number): boolean {
  const count = db
    .prepare(`SELECT count(*) FROM (${select} LIMIT ${most + 1})`)
    .pluck()
    .get(...params);
  return Number(count) > most;
}
