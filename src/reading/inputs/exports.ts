/** Exports of news databases: which one a text comes from, and what their readers share. */
import { EXIT } from "../../error.ts";
import { isFactiva, readFactiva } from "./factiva.ts";
import { isNexis, readNexis } from "./nexis.ts";
import { isProquest, readProquest } from "./proquest.ts";
import { failure, type LineResult } from "./result.ts";

/** The databases give 500 articles a file at most; more is no export of theirs, but no reason to stop. */
export const MOST_ARTICLES = 10_000;

const READERS = [
  [isNexis, readNexis],
  [isProquest, readProquest],
  [isFactiva, readFactiva],
] as const;

/** The articles of an export of Nexis, ProQuest or Factiva; `null` when the text is none. */
export function exportOf(text: string, name: string, base: string): Generator<LineResult> | null {
  const plain = text.replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n");
  const reader = READERS.find(([is]) => is(plain))?.[1];
  return reader ? bounded(reader(plain, name, base), name) : null;
}

function* bounded(results: Iterable<LineResult>, name: string): Generator<LineResult> {
  let count = 0;
  for (const result of results) {
    if (++count > MOST_ARTICLES) {
      yield failure(name, `has more than ${MOST_ARTICLES} articles; the rest was left out, split it`, EXIT.limit);
      return;
    }
    yield result;
  }
}
