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
/** A word in more statements than this is no rare one. */
const RARE = 3_000;
/** Rare words that are looked up, and candidates that are aligned. */
const LOOKED_UP = 8;
const CANDIDATES = 300;
/** Words of a run that is looked up where rare words are wanting. */
const RUN = 4;

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
    `SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ${RARE + 1})`,
  );
  const counted = own.map((word) => ({ term: `"${word}"`, count: count.pluck().get(content(`"${word}"`)) ?? 0 }));
  const rare = counted.filter((word) => word.count > 0 && word.count <= RARE).sort((a, b) => a.count - b.count);
  const found = new Map<number, number>();
  const stretches = inOneGo(words).map((stretch) => `"${stretch.join(" ")}"`);
  collect(db, stretches, found, LOOKED_UP);
  collect(
    db,
    rare.slice(0, LOOKED_UP).map((word) => word.term),
    found,
    1,
  );
  if (rare.length < 3) collect(db, runs(words), found, 1);
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([id]) => id);
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

/** Runs of words that stand together, spread over the quotation; where it has none so long, all its words. */
function runs(words: QuotedWord[]): string[] {
  const list = inOneGo(words).flatMap((stretch) =>
    stretch.slice(RUN - 1).map((_, i) => `"${stretch.slice(i, i + RUN).join(" ")}"`),
  );
  if (list.length === 0)
    return [
      words
        .filter((word) => !word.inserted)
        .map((word) => `"${word.word}"`)
        .join(" AND "),
    ];
  const step = Math.ceil(list.length / (2 * LOOKED_UP));
  return list.filter((_, i) => i % step === 0);
}

const content = (terms: string) => `content : (${terms})`;
