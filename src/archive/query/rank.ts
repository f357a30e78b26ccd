/** How well matches fit: BM25 of the words that are rare enough to tell anything. */
import type { Database } from "better-sqlite3";
import { type Scope, toMatch, type Unit, type WordTable, wordField } from "./match.ts";
import { and, type Leaf, leaves, type Query, type Words } from "./query.ts";
import { tokenize } from "./tokens.ts";

/** A word in more statements, or articles, than this says little about any of them, and costs much to rank by. */
const COMMON: Record<WordTable, number> = { search_words: 20_000, article_words: 5_000 };

/**
 * The rank of rows (statements, or articles when these are looked for), lower being better; `null` when nothing is
 * asked for that is rare. Excluded words, labels and names do not rank.
 */
export function ranksOf(db: Database, query: Query, scope: Scope, unit: Unit): Map<number, number> | null {
  const table: WordTable = unit === "statement" ? "search_words" : "article_words";
  const tells = (leaf: Leaf): boolean => {
    if (leaf.type !== "words" || (wordField(leaf, scope) === "about") !== (unit === "statement")) return false;
    return hasRare(db, leaf, scope, table);
  };
  const items = (query.type === "and" ? query.items : [query]).filter((item) => item.type !== "not");
  const telling = items.filter((item) => leaves(item).every(tells));
  const match = telling.length > 0 ? toMatch(and(telling), scope, unit) : null;
  if (match === null) return null;
  const rows = db.prepare(`SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ?`).raw().all(match.expression);
  return new Map(rows as [number, number][]);
}

/** Whether one of these words is rare; of a quoted phrase one is enough, for it makes the phrase rare too. */
function hasRare(db: Database, { text, prefix, field }: Words, scope: Scope, table: WordTable): boolean {
  const most = COMMON[table];
  const counted = `SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ${most + 1}`;
  const count = db.prepare<[string], number>(`SELECT count(*) FROM (${counted})`).pluck();
  const words = tokenize(text).map((token) => token.word);
  return words.some((word, i) => {
    const alone: Words = { type: "words", field, text: word, exact: false, prefix: prefix && i === words.length - 1 };
    const match = toMatch(alone, scope, "statement");
    return match !== null && (count.get(match.expression) ?? 0) <= most;
  });
}
