/** Counts over the statements of an outlet, a byline or a period. */
import { type AuditCounts, type AuditFilter, type Period, PERIOD_LENGTH } from "../audit.ts";
import {
  auditOf,
  type AuditedStatements,
  type AuditPart,
  auditQueries,
  type AuditRows,
  unquotedIn,
} from "../sql/audit.ts";
import type { OutletNames } from "../outlets/names.ts";
import type { Query } from "../query/query.ts";
import { outletNamesIn } from "./outlets.ts";
import { type Binder, makeBinder } from "./search/bind.ts";
import { conditionOf } from "./search/conditions.ts";
import type { Database, Sql } from "./sql.ts";

const STATEMENTS: AuditedStatements = {
  joined: "JOIN statements s ON s.article = t.id",
  of: {
    ...{ article: "s.article", speaker: "s.speaker", role: "s.role", kind: "s.kind", naming: "s.naming" },
    ...{ form: "s.form", act: "s.act", framing: "s.framing", via: "s.via", review: "s.review" },
  },
  nameOf: (speaker) => speaker,
};
const QUERIES = Object.entries(auditQueries("JOIN", STATEMENTS)) as [AuditPart, string][];

/** @param by the periods of `periods`. All numbers are of one moment. */
export async function auditPostgres(db: Database, filter: AuditFilter, by: Period): Promise<AuditCounts> {
  const binder = makeBinder();
  const where = articlesOf(filter, await outletNamesIn(db), binder);
  return db.transaction(async (sql) => {
    // The articles once, in a table of this transaction's own: every count joins it.
    await sql.rows('CREATE TEMP TABLE audited(id bigint PRIMARY KEY, period text COLLATE "C") ON COMMIT DROP');
    await sql.rows(
      `INSERT INTO audited SELECT a.id, substr(a.published, 1, ${PERIOD_LENGTH[by]}) FROM articles a WHERE ${where.join(" AND ")}`,
      binder.values,
    );
    await sql.rows("ANALYZE audited");
    const rows = {} as AuditRows;
    for (const [part, query] of QUERIES) rows[part] = await sql.rows(query);
    const named = unquotedIn(rows);
    const counts = await articlesWith(
      sql,
      named.map(({ name }) => name),
    );
    return auditOf(
      rows,
      named.map(({ name, kind }, i) => ({ name, kind, articles: counts[i] ?? 0 })),
    );
  }, "snapshot");
}

/** The conditions of a filter. */
function articlesOf({ outlet, byline, since, until }: AuditFilter, outlets: OutletNames, binder: Binder): string[] {
  const where = ["a.current = 1"];
  const asked = (query: Query) => where.push(conditionOf(query, "contents", "article", binder));
  if (outlet != null)
    asked(outlets.expand({ type: "name", field: "outlet", text: outlet, prefix: false, whole: true }));
  if (byline != null) asked({ type: "name", field: "byline", text: byline, prefix: false });
  if (since != null) where.push(`a.published >= ${binder.bind(since)}`);
  // An end includes the whole of it.
  if (until != null) where.push(`substr(a.published, 1, ${until.length}) <= ${binder.bind(until)}`);
  return where;
}

/** In how many of the articles each name stands, in title or text. */
async function articlesWith(sql: Sql, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const binder = makeBinder();
  const counts = names.map((text) => {
    const words = { type: "words", field: "text", text, exact: true, prefix: false } as const;
    return `(SELECT count(*) FROM articles a JOIN audited t ON t.id = a.id WHERE ${conditionOf(words, "text", "article", binder)})`;
  });
  const [row] = await sql.rows<{ counts: number[] }>(
    `SELECT ARRAY[${counts.join(", ")}]::integer[] AS counts`,
    binder.values,
  );
  return row?.counts ?? [];
}
