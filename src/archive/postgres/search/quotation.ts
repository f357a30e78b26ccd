/** Finds a quotation in the contents of statements: the index gives those that share its words, alignment tells how much. */
import type { FoundQuotation } from "../../found.ts";
import {
  alignAll,
  type Candidate,
  candidatesOf,
  type Lookup,
  lookupsOf,
  MEDIUM,
  ownWords,
  RARE,
  tooFew,
  wordsOfQuotation,
} from "../../query/quotation.ts";
import { type Filled, STATEMENT_FOUND } from "../../sql/found.ts";
import type { Sql } from "../sql.ts";
import { makeBinder } from "./bind.ts";
import { conditionOf } from "./conditions.ts";

/** Hits less similar than this are left out. */
const LEAST = 0.6;

/** Statements in which a quotation stands, the most similar first. @throws UsageError when there are no words in it */
export async function quotationsPostgres(sql: Sql, quotation: string, limit: number): Promise<FoundQuotation[]> {
  const words = wordsOfQuotation(quotation);
  const own = ownWords(words);
  const binder = makeBinder();
  const counted = own.map(
    (word) =>
      `(SELECT count(*) FROM (SELECT 1 FROM statements s WHERE ${having([[word]], binder)} LIMIT ${MEDIUM + 1}) n)`,
  );
  const [row] = await sql.rows<{ counts: number[] }>(
    `SELECT ARRAY[${counted.join(", ")}]::integer[] AS counts`,
    binder.values,
  );
  const { first, more, last } = lookupsOf(words, new Map(own.map((word, i) => [word, row?.counts[i] ?? 0])));
  const found = new Map<number, number>();
  await collect(sql, first, found);
  if (tooFew(found)) await collect(sql, more, found);
  if (found.size === 0) await collect(sql, last, found);
  const ids = candidatesOf(found);
  const rows = await sql.rows<Candidate & Filled & { n: string }>(
    `SELECT s.id AS row, s.article, ${STATEMENT_FOUND} FROM statements s JOIN articles a ON a.id = s.article
     WHERE s.id = ANY($1::bigint[]) AND a.current = 1`,
    [ids],
  );
  const byId = new Map(
    (rows as unknown as (Filled & { row: number; article: number })[]).map((each) => [each.row, each]),
  );
  const candidates = ids.flatMap((statement) => {
    const each = byId.get(statement);
    return each ? [{ statement, article: each.article, content: each.content ?? "" }] : [];
  });
  return alignAll(words, candidates, LEAST)
    .slice(0, limit)
    .flatMap(({ statement, similarity, pieces }) => {
      const each = byId.get(statement);
      if (!each) return [];
      const { row: _, article: __, ...filled } = each;
      return [{ ...filled, fragments: [{ field: "content" as const, pieces }], similarity }];
    });
}

/** Adds to each statement what the lookups that it answers are worth. */
async function collect(sql: Sql, lookups: readonly Lookup[], found: Map<number, number>): Promise<void> {
  for (const { phrases, worth } of lookups) {
    const binder = makeBinder();
    const rows = await sql.rows<{ id: number }>(
      `SELECT s.id FROM statements s WHERE ${having(phrases, binder)} ORDER BY s.id LIMIT ${RARE}`,
      binder.values,
    );
    for (const { id } of rows) found.set(id, (found.get(id) ?? 0) + worth);
  }
}

/** That a content has all these phrases. */
const having = (phrases: string[][], binder: ReturnType<typeof makeBinder>): string =>
  conditionOf(
    {
      type: "and",
      items: phrases.map((words) => ({
        type: "words",
        field: "about",
        text: words.join(" "),
        exact: true,
        prefix: false,
      })),
    },
    "contents",
    "statement",
    binder,
  );
