/**
 * Finds a quotation in the contents of statements, in spite of curly quotes, ellipses, [brackets], case and small
 * edits: the index gives statements that share its words, alignment word by word tells how much each of them has.
 */
import type { Database } from "better-sqlite3";
import {
  alignAll,
  candidatesOf,
  type Lookup,
  lookupsOf,
  MEDIUM,
  ownWords,
  partOf,
  type QuotationHit,
  RARE,
  standsIn,
  tooFew,
  wordsOfQuotation,
} from "../../query/quotation.ts";
import type { QuotedWord } from "../../query/align.ts";
import { once, oncePlucked } from "../prepared.ts";
import { countingIn } from "./counted.ts";

export interface QuotationOptions {
  /** Hits returned, the most similar first; 20 when not given. */
  limit?: number;
  /** Hits less similar than this are left out; 0.6 when not given. */
  least?: number;
}

/** The statements that hold the quotation or nearly so. Throws a `UsageError` when there are no words in it. */
export function findQuotation(db: Database, quotation: string, options: QuotationOptions = {}): QuotationHit[] {
  const { limit = 20, least = 0.6 } = options;
  const words = wordsOfQuotation(quotation);
  const select = once<{ article: number; content: string | null }>(
    db,
    "SELECT s.article, s.content FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ? AND a.current = 1",
  );
  const read = candidates(db, words).flatMap((statement) => {
    const { article, content = null } = select.get(statement) ?? {};
    return article === undefined || content === null ? [] : [{ statement, article, content }];
  });
  return alignAll(words, read, least).slice(0, limit);
}

/** Statements worth aligning, those that share most first. */
function candidates(db: Database, words: readonly QuotedWord[]): number[] {
  const count = countingIn(db, "search_words", MEDIUM + 1);
  const counts = new Map(ownWords(words).map((word) => [word, count(content([[word]]))]));
  const found = new Map<number, number>();
  const collect = (lookups: Lookup[]) => {
    for (const { phrases, worth } of lookups)
      for (const id of having(db, phrases, counts)) found.set(id, (found.get(id) ?? 0) + worth);
  };
  const { first, more, last } = lookupsOf(words, counts);
  collect(first);
  if (tooFew(found)) collect(more);
  if (found.size === 0) collect(last);
  return candidatesOf(found);
}

const content = (phrases: readonly (readonly string[])[]) =>
  phrases.map((words) => `"${words.join(" ")}"`).join(" AND ");

/** Statements that are read to see whether words stand in a row in them. */
const READ = 100;

/** The statements that have these phrases, or the first of them. */
function having(db: Database, phrases: string[][], counts: ReadonlyMap<string, number>): number[] {
  const select = oncePlucked<number>(db, "SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ?");
  const [row, ...others] = phrases;
  const hint = row && others.length === 0 ? partOf(row, counts) : null;
  // A long row of words is slow to look up: the index goes through the lists of all its words. What has its rarest is soon read.
  const ids = hint ? select.all(content(hint), READ + 1) : [];
  if (!row || !hint || ids.length > READ) return select.all(content(phrases), RARE);
  const contentOf = oncePlucked<string>(db, "SELECT content FROM statements WHERE id = ?");
  return ids.filter((id) => standsIn(row, contentOf.get(id) ?? ""));
}
