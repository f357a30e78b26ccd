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
  type QuotationHit,
  RARE,
  tooFew,
  wordsOfQuotation,
} from "../../query/quotation.ts";
import type { QuotedWord } from "../../query/align.ts";

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
  const select = db.prepare<[number], { article: number; content: string | null }>(
    `SELECT s.article, s.content FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ? AND a.current = 1`,
  );
  const read = candidates(db, words).flatMap((statement) => {
    const { article, content = null } = select.get(statement) ?? {};
    return article === undefined || content === null ? [] : [{ statement, article, content }];
  });
  return alignAll(words, read, least).slice(0, limit);
}

/** Statements worth aligning, those that share most first. */
function candidates(db: Database, words: readonly QuotedWord[]): number[] {
  const count = db
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ${MEDIUM + 1})`,
    )
    .pluck();
  const select = db
    .prepare<[string], number>(`SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ${RARE}`)
    .pluck();
  const found = new Map<number, number>();
  const collect = (lookups: Lookup[]) => {
    for (const { phrases, worth } of lookups)
      for (const id of select.all(content(phrases))) found.set(id, (found.get(id) ?? 0) + worth);
  };
  const counts = new Map(ownWords(words).map((word) => [word, count.get(content([[word]])) ?? 0]));
  const { first, more, last } = lookupsOf(words, counts);
  collect(first);
  if (tooFew(found)) collect(more);
  if (found.size === 0) collect(last);
  return candidatesOf(found);
}

const content = (phrases: string[][]) => `content : (${phrases.map((words) => `"${words.join(" ")}"`).join(" AND ")})`;
