/**
 * What a search counts and sorts by: of each statement a few numbers in the first columns of its row (rows.ts). Ten thousand of them leave
 * the database several times faster than the words and names that they stand for.
 */
import type { Database } from "better-sqlite3";
import { labelsPacked } from "../../query/facets.ts";
import { oncePlucked } from "../prepared.ts";

/** The date of `articles a` as a number, 0 for what is not told: 2023 → 20230000, 2023-07-27T10:00 → 20230727. Such numbers sort as the dates do. */
export const DAY_SQL = "CAST(substr(replace(coalesce(a.published, ''), '-', '') || '00000000', 1, 8) AS INTEGER)";
/** The number of the outlet of `articles a`; `NULL` without one. */
export const OUTLET_SQL = "(SELECT id FROM search_values WHERE value = a.outlet)";

/** What is read of a match, over `statement_rows f` or `articles a`: statement, article, day, outlet, profile, labels. */
export const STATEMENT_FACTS = "f.id, f.article, f.day, f.outlet, f.profile, f.labels";
export const ARTICLE_FACTS = `NULL, a.id, ${DAY_SQL}, a.outlet, NULL, NULL`;

/** A date of the query language as such a number, so that they compare as the dates do. */
export const dayOf = (date: string): number =>
  date.startsWith("9999~") ? 99_999_999 : Number(date.replaceAll("-", "").padEnd(8, "0"));

/** The month of a day; `null` without date. */
export const monthOf = (day: number): number | null => (day === 0 ? null : Math.floor(day / 100));

/** What the numbers for speakers, outlets and months stand for; a name stands for itself. */
export function nameOfFact(db: Database): (facet: string, value: string | number) => string {
  const named = oncePlucked<string>(db, "SELECT value FROM search_values WHERE id = ?");
  return (facet, value) => {
    if (typeof value === "string") return value;
    if (facet !== "month") return named.get(value) ?? "";
    const [year, month] = [Math.floor(value / 100), value % 100];
    return String(year).padStart(4, "0") + (month === 0 ? "" : `-${String(month).padStart(2, "0")}`);
  };
}

/** What profiles and labels stand for. Their rows are added and never changed: what was read once stays true. */
interface Known {
  speakers: Map<number, number | null>;
  labels: Map<number, number>;
}
const known = new WeakMap<Database, Known>();

const LABELS_SQL = labelsPacked((list, column) => `instr('${list}', ${column})`);

/** The number of who speaks by a profile, and labels as one number (`labelsPacked`). */
export function tellerOf(db: Database): { speaker(profile: number): number | null; labels(id: number): number } {
  const { speakers, labels } = known.get(db) ?? { speakers: new Map(), labels: new Map() };
  known.set(db, { speakers, labels });
  const speakerOf = oncePlucked<number | null>(db, "SELECT speaker FROM profiles WHERE id = ?");
  const labelsOf = oncePlucked<number>(db, `SELECT ${LABELS_SQL} FROM labels WHERE id = ?`);
  return {
    speaker: (profile) => remembered(speakers, profile, () => speakerOf.get(profile) ?? null),
    labels: (id) => remembered(labels, id, () => labelsOf.get(id) ?? 0),
  };
}

function remembered<Value>(all: Map<number, Value>, id: number, read: () => Value): Value {
  const before = all.get(id);
  if (before !== undefined) return before;
  const value = read();
  all.set(id, value);
  return value;
}
