/**
 * How well matches fit: BM25 (Robertson and Zaragoza 2009, §3) of the words that are rare enough to tell anything, with
 * the constants and the length of a row that SQLite's FTS5 uses, so that both stores rank alike.
 */
import type { Scope, Unit } from "../../query/match.ts";
import { and, type Query, wantedLeaves, type Words } from "../../query/query.ts";
import { COMMON, countedWords, tellingItems } from "../../query/rank.ts";
import type { Sql } from "../sql.ts";
import { phraseIn } from "../words.ts";
import { makeBinder } from "./bind.ts";
import { conditionOf, type Sought, soughtBy } from "./conditions.ts";

const K1 = 1.2;
const B = 0.75;
/** A word in half of all rows or more would count against its rows. */
const LEAST_WEIGHT = 1e-6;
/** Rows from which the mean length is taken, the latest; where there are more, their number is PostgreSQL's estimate. */
const SAMPLE = 50_000;

const TABLE: Record<Unit, string> = { statement: "statements", article: "articles" };
/** In an article's query nothing is joined; of a statement only its own words rank. */
const FROM: Record<Unit, string> = { statement: "statements s", article: "articles a" };
const ROW: Record<Unit, string> = { statement: "s", article: "a" };

/** Score of each of these rows, the higher the better; `null` when nothing is asked for that is rare. */
export async function scoresOf(
  sql: Sql,
  query: Query,
  scope: Scope,
  unit: Unit,
  ids: readonly number[],
): Promise<Map<number, number> | null> {
  const counted = countedWords(query, scope, unit);
  const counts = await countEach(sql, counted, scope, unit, COMMON[unit] + 1);
  const rare = new Set(counted.filter((_, i) => (counts[i] ?? 0) <= COMMON[unit]).map(keyOf));
  const telling = tellingItems(query, scope, unit, (word) => rare.has(keyOf(word)));
  if (telling.length === 0) return null;
  const phrases = wantedLeaves(and(telling)).filter((leaf): leaf is Words => leaf.type === "words");
  const having = await countEach(sql, phrases, scope, unit, null);
  const { rows, mean } = await lengths(sql, unit);
  const weights = having.map((n) => Math.max(LEAST_WEIGHT, Math.log((rows - n + 0.5) / (n + 0.5))));
  const binder = makeBinder();
  const row = ROW[unit];
  const times = phrases.map(
    (phrase) => `${(soughtBy(phrase, scope) ?? []).map((each) => timesIn(each, binder)).join(" + ")}`,
  );
  const found = await sql.rows<{ id: number; size: number; times: number[] }>(
    `SELECT ${row}.id, ${row}.size, ARRAY[${times.join(", ")}]::integer[] AS times FROM ${FROM[unit]} WHERE ${row}.id = ANY(${binder.bind(ids)}::bigint[])`,
    binder.values,
  );
  return new Map(
    found.map(({ id, size, times: each }) => {
      const length = K1 * (1 - B + (B * size) / mean);
      const score = each.reduce((sum, n, i) => sum + ((weights[i] ?? 0) * n * (K1 + 1)) / (n + length), 0);
      return [id, score];
    }),
  );
}

const keyOf = ({ field, text, prefix }: Words): string => `${field} ${text} ${prefix}`;

/** SQL for how often the words stand in a row in their field. */
function timesIn({ field, words, prefix }: Sought, binder: ReturnType<typeof makeBinder>): string {
  const column = `${field === "content" ? "s" : "a"}.${field}_words`;
  const phrase = `${binder.bind(phraseIn(words, prefix))}::text`;
  return `(length(${column}) - length(replace(${column}, ${phrase}, ''))) / length(${phrase})`;
}

/** How many rows have each of these, counted to `most`. */
async function countEach(
  sql: Sql,
  words: readonly Words[],
  scope: Scope,
  unit: Unit,
  most: number | null,
): Promise<number[]> {
  if (words.length === 0) return [];
  const binder = makeBinder();
  const limit = most === null ? "" : `LIMIT ${most}`;
  const counts = words.map(
    (word) =>
      `(SELECT count(*) FROM (SELECT 1 FROM ${FROM[unit]} WHERE ${conditionOf(word, scope, unit, binder)} ${limit}) n)`,
  );
  const [row] = await sql.rows<{ counts: number[] }>(
    `SELECT ARRAY[${counts.join(", ")}]::integer[] AS counts`,
    binder.values,
  );
  return row?.counts ?? [];
}

async function lengths(sql: Sql, unit: Unit): Promise<{ rows: number; mean: number }> {
  const [row] = await sql.rows<{ rows: number; mean: number | null }>(
    `SELECT CASE WHEN count(*) < ${SAMPLE} THEN count(*)::float8
         ELSE greatest(count(*), (SELECT reltuples FROM pg_class WHERE oid = '${TABLE[unit]}'::regclass))::float8 END AS rows,
       avg(size)::float8 AS mean FROM (SELECT size FROM ${TABLE[unit]} ${unit === "article" ? "WHERE current = 1" : ""} ORDER BY id DESC LIMIT ${SAMPLE}) n`,
  );
  return { rows: row?.rows ?? 0, mean: row?.mean || 1 };
}
