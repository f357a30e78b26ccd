/** What a trace shows: a statement, its tellings in order of time, what each changed, and whom each got it from. */
import type { Archive } from "../archive/archive.ts";
import { follow } from "../archive/follow.ts";
import { type DiffPart, diffWords } from "../archive/trace/diff.ts";
import type { Answer } from "../archive/trace/query.ts";
import type { Statement, Telling } from "../archive/trace/types.ts";
import { wordsAt } from "../attribution/statements.ts";
import type { Reading } from "../document.ts";
import type { Found } from "../archive/found.ts";

export interface TellingView extends Telling {
  outlet: string | null;
  title: string | null;
  published: string | null;
  url: string | null;
  /** The words as this article has them. */
  content: string;
  /** Against the first telling; empty where the words are the same. */
  diff: DiffPart[];
}

export interface StatementView extends Omit<Statement, "tellings"> {
  content: string;
  tellings: TellingView[];
}

export interface TraceView {
  answer: Answer;
  statements: StatementView[];
  /** Where nothing was found: articles that have these very words, though not as a statement that was found in them. */
  mentions: Found[];
}

/** Statements shown for one question. */
const MOST = 10;

/** What is followed: words (said by a speaker), or a statement of an article. */
export type TraceAsked = { words: string; speaker?: string | undefined } | { doc: string; statement: string };

/** Follows what was asked for; `null` when there is no such statement. */
export const traceAsked = async (archive: Archive, asked: TraceAsked): Promise<TraceView | null> =>
  "words" in asked
    ? traceOfWords(archive, asked.words, asked.speaker)
    : traceOfStatement(archive, asked.doc, asked.statement);

/** Follows words, said by a speaker where one is named. */
export async function traceOfWords(archive: Archive, words: string, speaker?: string): Promise<TraceView> {
  const { answer, hits, readings } = await follow(archive, { words, ...(speaker ? { speaker } : {}) });
  const statements = hits.slice(0, MOST).map(({ statement }) => statementView(statement, readings));
  return { answer, statements, mentions: answer === "not found" ? await mentionsOf(archive, words) : [] };
}

/** Follows a statement of an article, by its id there; `null` when there is none. */
async function traceOfStatement(archive: Archive, doc: string, statement: string): Promise<TraceView | null> {
  const reading = await archive.reading(doc);
  const own = reading?.attributions.find((a) => a.id === statement);
  return reading && own ? traceOfWords(archive, wordsAt(reading.text, own.content)) : null;
}

async function mentionsOf(archive: Archive, words: string): Promise<Found[]> {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const query = { type: "words", field: "text", text: words, exact: true, prefix: false } as const;
  return (await archive.search(query, { in: "text", limit: MOST })).items;
}

/** Fills a statement from the readings that tell it. */
function statementView(statement: Statement, readings: ReadonlyMap<string, Reading>): StatementView {
  const tellings: TellingView[] = [];
  let first = "";
  for (const [i, telling] of statement.tellings.entries()) {
    const { text, article } = readings.get(telling.doc) as Reading;
    const content = text.slice(...telling.span).replace(/\s+/g, " ");
    if (i === 0) first = content;
    const { outlet, title, published, url } = article;
    const diff = i === 0 || telling.change === "exact" ? [] : diffWords(first, content);
    tellings.push({ ...telling, outlet, title, published, url, content, diff });
  }
  return { ...statement, content: first, tellings };
}
