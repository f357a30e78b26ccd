/**
 * Searches that few rows answer: those that hold the words, or the name. What else is asked of a statement is told by the numbers in
 * the row of each (facts.ts), which costs less than to intersect the few with the long lists of labels, dates and outlets in the index.
 */
import type { Database } from "better-sqlite3";
import { after } from "../../query/dates.ts";
import { and, type LabelField, type Query } from "../../query/query.ts";
import { oncePlucked } from "../prepared.ts";
import { type Condition, condition, join, matchOf, type Sense } from "./conditions.ts";
import { dayOf } from "./facts.ts";

/** Rows that are looked up one by one; where words have more, the index intersects them with all else. */
const FEW = 20_000;

/** FROM and the conditions of a search, as in plan.ts. */
export interface Lead extends Condition {
  from: string;
  order: string;
}

/** `null` where the index of all that can be asked is the better way, or the only one. */
export function leadOf(db: Database, query: Query, sense: Sense): Lead | null {
  const items = query.type === "and" ? query.items : [query];
  const told = new Map(items.flatMap((item) => entry(item, toldByFacts(db, item, sense))));
  const left = items.filter((item) => !told.has(item));
  const indexed = left.filter((item) => matchOf(bare(item), sense)?.table === "search_words");
  const leading = indexed.length > 0 ? indexed : nameAmong([...told.keys()]);
  if (!leading.some((item) => item.type !== "not")) return null;
  const facts = [...told].flatMap(([item, condition]) => (leading.includes(item) ? [] : [condition]));
  if (facts.length === 0) return null;
  const match = matchOf(and(leading), sense);
  const ids = match ? rowsOf(db, match.expression) : null;
  if (ids === null) return null;
  const others = left.filter((item) => !indexed.includes(item)).map((item) => condition(item, sense));
  const { where, params } = join([...facts, ...others], " AND ");
  const long =
    others.length > 0 ? " CROSS JOIN statements s ON s.id = f.id CROSS JOIN articles a ON a.id = f.article" : "";
  const from = `json_each(?) j CROSS JOIN statement_rows f ON f.id = j.value${long}`;
  return { from, where, params: [JSON.stringify(ids), ...params], order: "" };
}

const entry = <T>(item: Query, value: T | null): [Query, T][] => (value === null ? [] : [[item, value]]);

/** Where no words are looked for, the statements of a name lead: a speaker has fewer than an outlet. */
function nameAmong(items: readonly Query[]): Query[] {
  const names = items.filter((item) => item.type === "name");
  return [names.find(({ field }) => field === "speaker") ?? names[0] ?? []].flat();
}

const bare = (item: Query): Query => (item.type === "not" ? item.item : item);

/** The rows in which the words stand, the most recently added first, since a search may be cut off; `null` when they are many. */
function rowsOf(db: Database, expression: string): number[] | null {
  const ids = oncePlucked<number>(
    db,
    `SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT ${FEW + 1}`,
  ).all(expression);
  return ids.length > FEW ? null : ids;
}

/** What the numbers of a row tell of an item of a query; `null` where they do not tell. */
function toldByFacts(db: Database, item: Query, sense: Sense): Condition | null {
  if (item.type !== "not") return toldOf(db, item, sense);
  const told = toldOf(db, item.item, sense);
  return told && { where: `NOT (${told.where})`, params: told.params };
}

function toldOf(db: Database, leaf: Query, { numbersOf }: Sense): Condition | null {
  if (leaf.type === "date")
    return leaf.field === "since"
      ? { where: "f.day >= ?", params: [dayOf(leaf.value)] }
      : { where: "f.day BETWEEN 1 AND ? - 1", params: [dayOf(after(leaf.value))] };
  if (leaf.type === "label" && leaf.field !== "review") return labelled(db, leaf.field, leaf.value);
  if (leaf.type === "flag" && leaf.field === "negated") return labelled(db, "negated", leaf.value ? 1 : 0);
  if (leaf.type !== "name" || (leaf.field !== "speaker" && leaf.field !== "outlet")) return null;
  const ids = numbersOf(leaf);
  if (ids === null) return null;
  if (leaf.field === "outlet") return { where: `f.outlet IS NOT NULL AND ${among("f.outlet", ids).where}`, params: [] };
  return { where: `f.profile IN (SELECT id FROM profiles WHERE ${among("speaker", ids).where})`, params: [] };
}

type Labelled = Exclude<LabelField, "review"> | "negated";

const labelled = (db: Database, column: Labelled, value: string | number): Condition =>
  among("f.labels", oncePlucked<number>(db, `SELECT id FROM labels WHERE ${column} = ?`).all(value));

const among = (column: string, ids: readonly number[]): Condition => ({
  where: `${column} IN (${ids.join(", ")})`,
  params: [],
});
