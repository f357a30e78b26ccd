/**
 * Finds a quotation in the contents of statements, in spite of curly quotes, ellipses, [brackets], case and small
 * edits: the index gives statements that share its rarer words, or failing these short runs of its words; alignment
 * word by word tells how much of it each of them has.
 */
import type { Database } from "better-sqlite3";
import { UsageError } from "../../error.ts";
import { align, type QuotedWord, quotedWords } from "./align.ts";
import type { Piece } from "./highlight.ts";

export interface QuotationOptions {
  /** Hits returned, the most similar first; 20 when not given. */
  limit?: number;
  /** Hits less similar than this are left out; 0.6 when not given. */
  least?: number;
}

export interface QuotationHit {
  statement: number;
  article: number;
  /** 1: the same words but for case, marks, ellipses and brackets. */
  similarity: number;
  /** The content of the statement, with the stretch that is the quotation marked. */
  pieces: Piece[];
}

/** Words of a quotation that are read; a longer one is found by its beginning. */
const WORDS = 120;
/** A word in at most so many statements is rare and looked up alone; up to the second number, together with another. */
const RARE = 3_000;
const MEDIUM = 20_000;
/** Lookups of one sort, and candidates that are aligned. */
const LOOKUPS = 8;
const CANDIDATES = 200;
/** Words of a run that is looked up where all words are common, and how many runs: each reads long lists. */
const RUN = 4;
const RUNS = 3;

/** The statements that hold the quotation or nearly so. Throws a `UsageError` when there are no words in it. */
export function findQuotation(db: Database, quotation: string, options: QuotationOptions = {}): QuotationHit[] {
  const { limit = 20, least = 0.6 } = options;
  const words = quotedWords(quotation.slice(0, 100 * WORDS)).slice(0, WORDS);
  if (words.every((word) => word.inserted))
    throw new UsageError("there are no words in the quotation; write what was said");
  const select = db.prepare<[number], { article: number; content: string | null }>(
    `SELECT s.article, s.content FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = ? AND a.current = 1`,
  );
  const hits = candidates(db, words).flatMap((statement) => {
    const { article, content = null } = select.get(statement) ?? {};
    const found = content === null ? null : align(words, quotedWords(content));
    if (article === undefined || content === null || !found || found.similarity < least) return [];
    const [start, end] = found.span;
    const parts = [content.slice(0, start), content.slice(start, end), content.slice(end)];
    const pieces = parts.map((text, i) => ({ text, hit: i === 1 })).filter((piece) => piece.text !== "");
    return [{ statement, article, similarity: found.similarity, pieces }];
  });
  hits.sort((a, b) => b.similarity - a.similarity || a.statement - b.statement);
  return hits.slice(0, limit);
}

/** Statements worth aligning, those that share most first. */
function candidates(db: Database, words: QuotedWord[]): number[] {
  const own = [...new Set(words.filter((word) => !word.inserted).map((word) => word.word))];
  const count = db.prepare<[string], number>(
    `SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ${MEDIUM + 1})`,
  );
  const counts = new Map(own.map((word) => [word, count.pluck().get(content(`"${word}"`)) ?? 0]));
  const upTo = (most: number) => own.filter((word) => (counts.get(word) ?? 0) > 0 && (counts.get(word) ?? 0) <= most);
  const known = upTo(MEDIUM).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const rare = upTo(RARE).length;
  const found = new Map<number, number>();
  const stretches = inOneGo(words);
  const telling = stretches.filter((stretch) => stretch.some((word) => known.includes(word)));
  collect(db, telling.map(inRow).slice(0, LOOKUPS), found, LOOKUPS);
  collect(
    db,
    known.slice(0, Math.min(rare, LOOKUPS)).map((word) => `"${word}"`),
    found,
    1,
  );
  if (rare < 3) collect(db, pairs(known.slice(0, LOOKUPS / 2)), found, 1);
  if (known.length < 3 && found.size < CANDIDATES) {
    collect(
      db,
      stretches
        .filter((stretch) => !telling.includes(stretch))
        .map(inRow)
        .slice(0, RUNS),
      found,
      LOOKUPS,
    );
    if (found.size === 0) collect(db, runs(stretches), found, 1);
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([id]) => id);
}

const inRow = (words: string[]): string => `"${words.join(" ")}"`;

function pairs(words: string[]): string[] {
  return words.flatMap((word, i) => words.slice(i + 1).map((other) => `"${word}" AND "${other}"`));
}

/** Adds to each statement what the terms that it has are worth. */
function collect(db: Database, terms: string[], found: Map<number, number>, worth: number): void {
  const select = db.prepare<[string], number>(
    `SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ${RARE}`,
  );
  for (const term of terms)
    for (const id of select.pluck().all(content(term))) found.set(id, (found.get(id) ?? 0) + worth);
}

/** The words of the quotation in the stretches between its gaps and its brackets. */
function inOneGo(words: QuotedWord[]): string[][] {
  const stretches: string[][] = [[]];
  for (const word of words) {
    if (word.gap || word.inserted) stretches.push([]);
    if (!word.inserted) stretches.at(-1)?.push(word.word);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The runs of words with most letters, for long words are rarer; where there is no run so long, all the words. */
function runs(stretches: string[][]): string[] {
  const list = stretches.flatMap((stretch) => stretch.slice(RUN - 1).map((_, i) => inRow(stretch.slice(i, i + RUN))));
  if (list.length > 0) return list.sort((a, b) => b.length - a.length).slice(0, RUNS);
  return [[...new Set(stretches.flat())].map((word) => `"${word}"`).join(" AND ")];
}

const content = (terms: string) => `content : (${terms})`;
