/**
 * Searches that few rows answer: those that hold the words, or the name. What else is asked of a statement is looked up in the row of
 * numbers of each (facts.ts), which costs less than to intersect the few with the long lists of labels, dates and outlets in the index.
 */
import type { Database } from "better-sqlite3";
import { after } from "../../query/dates.ts";
import { labelPacked } from "../../query/facets.ts";
import type { Scope } from "../../query/match.ts";
import { and, type Name, type Query } from "../../query/query.ts";
import { oncePlucked } from "../prepared.ts";
import { type Condition, condition, join } from "./conditions.ts";
import { dayOf } from "./facts.ts";
import { toMatch } from "./fts.ts";

/** Rows that are looked up one by one; where words have more, the index intersects them with all else. */
const FEW = 20_000;
/** Names that words like "minister" or "post" stand for. */
const MOST_NAMES = 200;
/** The number of no name: an empty list would leave an index without anything to look for. */
const NOBODY = 0;

/** FROM and the conditions of a search, as in plan.ts. */
export interface Lead extends Condition {
  from: string;
  order: string;
}

/** `null` where the index of all that can be asked is the better way, or the only one. */
export function leadOf(db: Database, query: Query, scope: Scope): Lead | null {
  const items = query.type === "and" ? query.items : [query];
  const told = items.map((item) => toldByFacts(db, item));
  const left = items.filter((_, i) => told[i] === null);
  const facts = told.filter((each) => each !== null);
  const indexed = left.filter((item) => toMatch(bare(item), scope, "statement")?.table === "search_words");
  const others = left.filter((item) => !indexed.includes(item)).map((item) => condition(item, scope, "statement"));
  const long =
    others.length > 0 ? " CROSS JOIN statements s ON s.id = f.id CROSS JOIN articles a ON a.id = f.article" : "";
  if (indexed.some((item) => item.type !== "not")) {
    if (facts.length === 0) return null;
    const match = toMatch(and(indexed), scope, "statement");
    const ids = match ? rowsOf(db, match.expression) : null;
    if (ids === null) return null;
    const { where, params } = join([...facts, ...others], " AND ");
    const from = `json_each(?) j CROSS JOIN search_facts f ON f.id = j.value${long}`;
    return { from, where, params: [JSON.stringify(ids), ...params], order: "" };
  }
  if (indexed.length > 0) return null;
  const index = indexFor(db, items);
  if (index === null) return null;
  return {
    from: `search_facts f INDEXED BY ${index}${long}`,
    ...join([...facts, ...others], " AND "),
    order: "ORDER BY f.id DESC",
  };
}

const bare = (item: Query): Query => (item.type === "not" ? item.item : item);

/** The rows in which the words stand; `null` when they are many. */
function rowsOf(db: Database, expression: string): number[] | null {
  const ids = oncePlucked<number>(db, `SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ${FEW + 1}`).all(
    expression,
  );
  return ids.length > FEW ? null : ids;
}

/** The index by a name that is asked for: an outlet's holds all that is looked at; a speaker's leads to rows, which must be few. */
function indexFor(db: Database, items: readonly Query[]): string | null {
  const names = items.filter((item): item is Name => item.type === "name" && !item.whole);
  const speaker = names.find(({ field }) => field === "speaker");
  if (speaker) {
    const ids = namedIn(db, speaker);
    const rows = `SELECT 1 FROM search_facts WHERE speaker IN (${ids?.join(", ")}) LIMIT ${FEW + 1}`;
    if (ids && (db.prepare<[], number>(`SELECT count(*) FROM (${rows})`).pluck().get() ?? 0) <= FEW)
      return "facts_by_speaker";
  }
  const outlet = names.find(({ field }) => field === "outlet");
  return outlet && namedIn(db, outlet) ? "facts_by_outlet" : null;
}

/** What the row of numbers tells of an item of a query; `null` where it does not tell. */
function toldByFacts(db: Database, item: Query): Condition | null {
  if (item.type !== "not") return toldOf(db, item);
  const told = toldOf(db, item.item);
  return told && { where: `NOT (${told.where})`, params: told.params };
}

function toldOf(db: Database, leaf: Query): Condition | null {
  if (leaf.type === "date")
    return leaf.field === "since"
      ? { where: "f.day >= ?", params: [dayOf(leaf.value)] }
      : { where: "f.day BETWEEN 1 AND ? - 1", params: [dayOf(after(leaf.value))] };
  if (leaf.type === "label") {
    const packed = labelPacked(leaf.field, leaf.value);
    return packed && { where: `(f.labels >> ${packed.shift}) & ${packed.mask} = ?`, params: [packed.place] };
  }
  if (leaf.type !== "name" || leaf.whole || (leaf.field !== "speaker" && leaf.field !== "outlet")) return null;
  const ids = namedIn(db, leaf);
  return ids && { where: `f.${leaf.field} IS NOT NULL AND f.${leaf.field} IN (${ids.join(", ")})`, params: [] };
}

/** The numbers of the names that hold the words; `null` when they are many. */
function namedIn(db: Database, { text, prefix }: Name): number[] | null {
  const ids = oncePlucked<number>(
    db,
    `SELECT rowid FROM search_value_words WHERE search_value_words MATCH ? LIMIT ${MOST_NAMES + 1}`,
  ).all(`"${text.replaceAll('"', '""')}"${prefix ? "*" : ""}`);
  if (ids.length > MOST_NAMES) return null;
  return ids.length > 0 ? ids : [NOBODY];
}
