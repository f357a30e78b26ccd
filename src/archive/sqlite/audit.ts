/** Counts over the statements of an outlet, a byline or a period. */
import type { AuditCounts, AuditFilter, Count, NeverQuoted, Period, PeriodCount, QuotedSpeaker } from "../audit.ts";
import { type Named, neverQuoted } from "../named.ts";
import { registerFunctions } from "../query/sqlite.ts";
import type { Db } from "./open.ts";

const MOST_SPEAKERS = 50;
const MOST_ARTICLES = 1000;
const MOST_NEVER_QUOTED = 25;
/** Names that are looked at for them, the most frequent. */
const MOST_NAMES = 2000;

/** How much of an ISO date names a period. */
const PERIOD = { month: 7, year: 4 } as const satisfies Record<Period, number>;

/** @param by the periods of `periods`. */
export function auditSqlite(db: Db, filter: AuditFilter, by: Period): AuditCounts {
  // The articles once, in a table of this connection's own: every count below joins it.
  registerFunctions(db);
  db.exec("CREATE TEMP TABLE IF NOT EXISTS audited(id INTEGER PRIMARY KEY, period TEXT)");
  return db.transaction(() => {
    db.exec("DELETE FROM temp.audited");
    db.prepare(
      `INSERT INTO temp.audited SELECT id, substr(published, 1, ${PERIOD[by]}) FROM articles
       WHERE current = 1 AND (@outlet IS NULL OR outlet = @outlet COLLATE NOCASE)
         AND (@byline IS NULL OR search_has_words(byline, @byline, 0))
         AND (@since IS NULL OR published >= @since)
         AND (@until IS NULL OR substr(published, 1, length(@until)) <= @until)`,
    ).run({ outlet: null, byline: null, since: null, until: null, ...filter });
    return counts(db);
  })();
}

function counts(db: Db): AuditCounts {
  // CROSS: the articles lead, however many statements an index could give.
  const from = "FROM temp.audited t CROSS JOIN statements s ON s.article = t.id";
  const number =
    "count(*) AS statements, count(DISTINCT s.article) AS articles, count(*) FILTER (WHERE s.review <> 'suggested') AS confirmed";
  const by = (column: "kind" | "naming" | "form" | "framing" | "act"): Count[] =>
    db
      .prepare(`SELECT s.${column} AS value, ${number} ${from} GROUP BY s.${column} ORDER BY statements DESC, value`)
      .all() as Count[];
  const that = (value: string, test: string): Count =>
    db.prepare(`SELECT ? AS value, ${number} ${from} WHERE ${test}`).get(value) as Count;
  const whole = db
    .prepare(
      `SELECT (SELECT count(*) FROM temp.audited) AS articles, count(DISTINCT s.article) AS withStatements, count(*) AS statements,
         count(*) FILTER (WHERE s.review <> 'suggested') AS confirmed, (SELECT count(*) FROM temp.audited t JOIN articles a ON a.id = t.id WHERE a.names_known = 1) AS namesKnown ${from}`,
    )
    .get() as Pick<AuditCounts, "articles" | "withStatements" | "statements" | "confirmed" | "namesKnown">;
  const single = `SELECT t.id ${from} WHERE s.speaker IS NOT NULL GROUP BY t.id HAVING count(DISTINCT s.speaker) = 1 AND count(*) > 1`;
  return {
    ...whole,
    kinds: by("kind"),
    namings: by("naming"),
    forms: by("form"),
    framings: by("framing"),
    acts: by("act"),
    relayed: that("relayed", "s.via IS NOT NULL"),
    silences: that("silence", "s.act = 'silence'"),
    singleSource: db
      .prepare(`SELECT doc FROM articles WHERE id IN (${single}) ORDER BY published, doc LIMIT ${MOST_ARTICLES}`)
      .pluck()
      .all() as string[],
    speakers: db
      .prepare(
        `SELECT s.speaker AS value, max(s.role) AS role, max(s.kind) AS kind, ${number} ${from}
         WHERE s.speaker IS NOT NULL AND s.naming = 'named' GROUP BY s.speaker ORDER BY statements DESC, value LIMIT ${MOST_SPEAKERS}`,
      )
      .all() as QuotedSpeaker[],
    neverQuoted: unquoted(db),
    periods: db
      .prepare(
        `SELECT t.period, count(DISTINCT t.id) AS articles, count(s.id) AS statements, count(*) FILTER (WHERE s.review <> 'suggested') AS confirmed,
           count(*) FILTER (WHERE s.naming = 'anonymous') AS anonymous, count(*) FILTER (WHERE s.naming = 'role') AS role,
           count(*) FILTER (WHERE s.framing = 'hearsay') AS hearsay, count(*) FILTER (WHERE s.via IS NOT NULL) AS relayed,
           count(*) FILTER (WHERE s.kind = 'government') AS government,
           count(DISTINCT CASE WHEN t.id IN (${single}) THEN t.id END) AS singleSource
         FROM temp.audited t LEFT JOIN statements s ON s.article = t.id GROUP BY t.period ORDER BY t.period IS NULL, t.period`,
      )
      .all() as PeriodCount[],
  };
}

/** Whom the articles name and none of them quotes; counted by the same index of words that the search uses. */
function unquoted(db: Db): NeverQuoted[] {
  const named = db
    .prepare(
      `SELECT n.key, min(n.name) AS name, min(n.kind) AS kind FROM temp.audited t CROSS JOIN named n ON n.article = t.id
       GROUP BY n.key ORDER BY count(*) DESC, n.key LIMIT ${MOST_NAMES}`,
    )
    .all() as Named[];
  const quoted = db
    .prepare(
      `SELECT DISTINCT n.key FROM temp.audited t CROSS JOIN statements s ON s.article = t.id CROSS JOIN speaker_names n ON n.name = s.speaker`,
    )
    .pluck()
    .all() as string[];
  const count = db
    .prepare(
      "SELECT count(*) FROM article_words w JOIN temp.audited t ON t.id = w.rowid WHERE w.article_words MATCH '{title text} : \"' || ? || '\"'",
    )
    .pluck();
  return neverQuoted(named, new Set(quoted))
    .slice(0, MOST_NEVER_QUOTED)
    .map(({ name, kind }) => ({ name, kind, articles: count.get(name.replaceAll('"', '""')) as number }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}
