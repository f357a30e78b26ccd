/** Counts over the statements of an outlet, a byline or a period. */
import { type AuditCounts, type AuditFilter, type Period, PERIOD_LENGTH } from "../audit.ts";
import { auditOf, type AuditPart, auditQueries, type AuditRows, unquotedIn } from "../sql/audit.ts";
import type { OutletNames } from "../outlets/names.ts";
import type { Db } from "./open.ts";
import { registerFunctions } from "./search/conditions.ts";
import { moreOf } from "./words-of-rows.ts";

/** Over the rows themselves: who speaks stays a number until few are left, and what a count does not ask for is not looked up. */
const QUERIES = auditQueries("CROSS JOIN", {
  joined: `CROSS JOIN statement_rows r ON r.article = t.id
    LEFT JOIN profiles p ON p.id = r.profile LEFT JOIN labels l ON l.id = r.labels`,
  of: {
    ...{ article: "r.article", via: moreOf("via"), review: "r.review" },
    ...{ speaker: "p.speaker", role: "p.role", kind: "p.kind", naming: "p.naming" },
    ...{ form: "l.form", act: "l.act", framing: "l.framing" },
  },
  nameOf: (speaker) => `(SELECT value FROM search_values WHERE id = ${speaker})`,
});

/** @param by the periods of `periods`. */
export function auditSqlite(db: Db, filter: AuditFilter, by: Period, outlets: OutletNames): AuditCounts {
  // The articles once, in a table of this connection's own: every count below joins it.
  registerFunctions(db);
  db.exec("CREATE TEMP TABLE IF NOT EXISTS audited(id INTEGER PRIMARY KEY, period TEXT)");
  return db.transaction(() => {
    db.exec("DELETE FROM temp.audited");
    db.prepare(
      `INSERT INTO temp.audited SELECT id, substr(published, 1, ${PERIOD_LENGTH[by]}) FROM articles
       WHERE current = 1 AND (@outlet IS NULL OR outlet COLLATE NOCASE IN (SELECT value FROM json_each(@outlet)))
         AND (@byline IS NULL OR search_has_words(byline, @byline, 0))
         AND (@since IS NULL OR published >= @since)
         AND (@until IS NULL OR substr(published, 1, length(@until)) <= @until)`,
    ).run({
      byline: null,
      since: null,
      until: null,
      ...filter,
      outlet: filter.outlet == null ? null : JSON.stringify(outlets.namesOf(filter.outlet)),
    });
    return counts(db);
  })();
}

function counts(db: Db): AuditCounts {
  const entries = Object.entries(QUERIES) as [AuditPart, string][];
  const rows = Object.fromEntries(entries.map(([part, sql]) => [part, db.prepare(sql).all()])) as AuditRows;
  // By the same index of words that the search uses.
  const count = db
    .prepare(
      "SELECT count(*) FROM article_words w JOIN temp.audited t ON t.id = w.rowid WHERE w.article_words MATCH '{title text} : \"' || ? || '\"'",
    )
    .pluck();
  const unquoted = unquotedIn(rows).map(({ name, kind }) => ({
    name,
    kind,
    articles: count.get(name.replaceAll('"', '""')) as number,
  }));
  return auditOf(rows, unquoted);
}
