/** Names in a query → the numbers under which the archive keeps the names that they stand for (`search_values`). */
import type { Database } from "better-sqlite3";
import type { Name } from "../../query/query.ts";
import { oncePlucked } from "../prepared.ts";
import { type NumbersOf, phrase } from "./fts.ts";

/** Names that words like "minister" or "post" stand for; of more the statements are looked at one by one. */
const MOST_NAMES = 500;

/** Numbers in the archive as it is; each name is looked up once. */
export function numbersIn(db: Database): NumbersOf {
  const known = new Map<Name, number[] | null>();
  return (name) => {
    const numbers = known.get(name) ?? (name.whole ? whole(db, name) : holding(db, name));
    known.set(name, numbers);
    return numbers;
  };
}

/** Those that hold the words in a row; `null` when they are many. */
function holding(db: Database, { text, prefix }: Name): number[] | null {
  const ids = oncePlucked<number>(
    db,
    `SELECT rowid FROM search_value_words WHERE search_value_words MATCH ? LIMIT ${MOST_NAMES + 1}`,
  ).all(phrase(text, prefix));
  return ids.length > MOST_NAMES ? null : ids;
}

/** Speakers are told apart by how they are written; outlets and bylines are not, by their capitals. */
function whole(db: Database, { field, text }: Name): number[] {
  const exact = oncePlucked<number>(db, "SELECT id FROM search_values WHERE value = ?").all(text);
  if (field !== "outlet" && field !== "byline") return exact;
  const alike = oncePlucked<number>(
    db,
    `SELECT v.id FROM search_value_words w CROSS JOIN search_values v ON v.id = w.rowid
     WHERE w.search_value_words MATCH ? AND v.value = ? COLLATE NOCASE`,
  ).all(phrase(text, false), text);
  return [...new Set([...exact, ...alike])];
}
