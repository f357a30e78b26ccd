/** The counts of an audit as SQL that every store runs, over a table `audited t(id, period)` of the articles concerned. */
import type { AuditCounts, Count, NeverQuoted, PeriodCount, QuotedSpeaker } from "../audit.ts";
import { type Named, neverQuoted } from "../named.ts";

const MOST_SPEAKERS = 50;
const MOST_ARTICLES = 1000;
const MOST_NEVER_QUOTED = 25;
/** Names that are looked at for them, the most frequent. */
const MOST_NAMES = 2000;

const LABELS = { kinds: "kind", namings: "naming", forms: "form", framings: "framing", acts: "act" } as const;
const CONFIRMED = "count(*) FILTER (WHERE s.review <> 'suggested') AS confirmed";
const NUMBERS = `count(*) AS statements, count(DISTINCT s.article) AS articles, ${CONFIRMED}`;

/** One query for each part. @param join the join that lets the articles lead, however many statements an index could give. */
export function auditQueries(join: "JOIN" | "CROSS JOIN") {
  const from = `FROM audited t ${join} statements s ON s.article = t.id`;
  const by = (column: string) =>
    `SELECT s.${column} AS value, ${NUMBERS} ${from} GROUP BY s.${column} ORDER BY statements DESC, value`;
  const single = `SELECT t.id ${from} WHERE s.speaker IS NOT NULL GROUP BY t.id HAVING count(DISTINCT s.speaker) = 1 AND count(*) > 1`;
  return {
    whole: `SELECT (SELECT count(*) FROM audited) AS articles, count(DISTINCT s.article) AS "withStatements", count(*) AS statements, ${CONFIRMED},
      (SELECT count(*) FROM audited t JOIN articles a ON a.id = t.id WHERE a.names_known = 1) AS "namesKnown" ${from}`,
    kinds: by(LABELS.kinds),
    namings: by(LABELS.namings),
    forms: by(LABELS.forms),
    framings: by(LABELS.framings),
    acts: by(LABELS.acts),
    relayed: `SELECT 'relayed' AS value, ${NUMBERS} ${from} WHERE s.via IS NOT NULL`,
    silences: `SELECT 'silence' AS value, ${NUMBERS} ${from} WHERE s.act = 'silence'`,
    singleSource: `SELECT doc FROM articles WHERE id IN (${single}) ORDER BY published, doc LIMIT ${MOST_ARTICLES}`,
    speakers: `SELECT s.speaker AS value, max(s.role) AS role, max(s.kind) AS kind, ${NUMBERS} ${from}
      WHERE s.speaker IS NOT NULL AND s.naming = 'named' GROUP BY s.speaker ORDER BY statements DESC, value LIMIT ${MOST_SPEAKERS}`,
    periods: `SELECT t.period, count(DISTINCT t.id) AS articles, count(s.id) AS statements, ${CONFIRMED},
        count(*) FILTER (WHERE s.naming = 'anonymous') AS anonymous, count(*) FILTER (WHERE s.naming = 'role') AS role,
        count(*) FILTER (WHERE s.framing = 'hearsay') AS hearsay, count(*) FILTER (WHERE s.via IS NOT NULL) AS relayed,
        count(*) FILTER (WHERE s.kind = 'government') AS government,
        count(DISTINCT CASE WHEN t.id IN (${single}) THEN t.id END) AS "singleSource"
      FROM audited t LEFT JOIN statements s ON s.article = t.id GROUP BY t.period ORDER BY t.period IS NULL, t.period`,
    named: `SELECT n.key, min(n.name) AS name, min(n.kind) AS kind FROM audited t ${join} named n ON n.article = t.id
      GROUP BY n.key ORDER BY count(*) DESC, n.key LIMIT ${MOST_NAMES}`,
    quoted: `SELECT DISTINCT n.key FROM audited t ${join} statements s ON s.article = t.id ${join} speaker_names n ON n.name = s.speaker`,
  };
}

export type AuditPart = keyof ReturnType<typeof auditQueries>;
/** Rows of each query. */
export type AuditRows = Record<AuditPart, unknown[]>;

/** Whom the articles name and none of them quotes, so far as their articles are to be counted. */
export const unquotedIn = (rows: AuditRows): Named[] =>
  neverQuoted(rows.named as Named[], new Set((rows.quoted as { key: string }[]).map(({ key }) => key))).slice(
    0,
    MOST_NEVER_QUOTED,
  );

/** The audit from the rows of all queries. @param unquoted those of `unquotedIn` with their articles */
export function auditOf(rows: AuditRows, unquoted: readonly NeverQuoted[]): AuditCounts {
  return {
    ...(rows.whole[0] as Pick<AuditCounts, "articles" | "withStatements" | "statements" | "confirmed" | "namesKnown">),
    kinds: rows.kinds as Count[],
    namings: rows.namings as Count[],
    forms: rows.forms as Count[],
    framings: rows.framings as Count[],
    acts: rows.acts as Count[],
    relayed: rows.relayed[0] as Count,
    silences: rows.silences[0] as Count,
    singleSource: (rows.singleSource as { doc: string }[]).map(({ doc }) => doc),
    speakers: rows.speakers as QuotedSpeaker[],
    neverQuoted: [...unquoted].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)),
    periods: rows.periods as PeriodCount[],
  };
}
