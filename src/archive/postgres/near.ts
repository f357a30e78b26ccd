/** Articles that may hold a telling of some words: those that have most of the rarer ones, by the index of words. */
import { tokenize } from "../query/tokens.ts";
import { MOST_NEAR, telling, wordsToLookUp, worthLooking } from "../query/near.ts";
import type { Sql } from "./sql.ts";
import { queryWord } from "./words.ts";

/** A word in more articles than this is left out where others are rarer, for it says little and costs much. */
const COMMON = 5_000;

/** Ids (`articles.doc`) of current articles, the most alike first. */
export async function articlesNear(sql: Sql, words: string): Promise<string[]> {
  const wanted = wordsToLookUp(words).flatMap((word) => tokenize(word).map((token) => token.word));
  if (wanted.length === 0) return [];
  const queries = wanted.map((word) => `${queryWord("title", word, false)} | ${queryWord("text", word, false)}`);
  const counts = await sql.rows<{ n: number }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM articles a WHERE a.words @@ q::tsquery LIMIT ${COMMON + 1}) n) AS n
     FROM unnest($1::text[]) WITH ORDINALITY AS w(q, place) ORDER BY place`,
    [queries],
  );
  const [{ all } = { all: 0 }] = await sql.rows<{ all: number }>("SELECT coalesce(max(id), 0) AS all FROM articles");
  const rare = queries.map((query, i) => ({ query, n: counts[i]?.n ?? 0 })).filter(({ n }) => n > 0 && n <= COMMON);
  const used = rare.length > 0 ? rare : queries.map((query) => ({ query, n: COMMON }));
  const rows = await sql.rows<{ doc: string; id: number; score: number }>(
    `SELECT a.doc, a.id, (SELECT sum(w.weight) FROM unnest($2::text[], $3::float8[]) AS w(q, weight) WHERE a.words @@ w.q::tsquery) AS score
     FROM articles a WHERE a.current = 1 AND a.words @@ $1::tsquery ORDER BY score DESC, a.id DESC LIMIT ${MOST_NEAR}`,
    [
      used.map(({ query }) => `(${query})`).join(" | "),
      used.map(({ query }) => query),
      used.map(({ n }) => telling(Math.max(all, n), n)),
    ],
  );
  return worthLooking(rows).map(({ doc }) => doc);
}
