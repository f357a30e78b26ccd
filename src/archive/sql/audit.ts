/** The counts of an audit as SQL that every store runs, over a table `audited t(id, period)` of the articles concerned. */
import type { AuditCounts, Count, NeverQuoted, PeriodCount, QuotedSpeaker } from "../audit.ts";
import { type Named, neverQuoted } from "../named.ts";

const MOST_SPEAKERS = 50;
const MOST_ARTICLES = 1000;
const MOST_NEVER_QUOTED = 25;
/** Names that are looked at for them, the most frequent. */
const MOST_NAMES = 2000;

/** How a store reaches the statements of `audited t`. */
export interface AuditedStatements {
  /** Joins that give them, the articles leading however many statements an index could give. */
  joined: string;
  /** SQL for their columns; `speaker` may be a number that stands for the name. */
  of: Record<
    "article" | "speaker" | "role" | "kind" | "naming" | "form" | "act" | "framing" | "via" | "review",
    string
  >;
  /** SQL for the name of such a speaker. */
  nameOf: (speaker: string) => string;
}

/** One query for each part. @param join the join of tables that leads from the left one */
export function auditQueries(join: "JOIN" | "CROSS JOIN", { joined, of, nameOf }: AuditedStatements) {
  const from = `FROM audited t ${joined}`;
  const confirmed = `count(*) FILTER (WHERE ${of.review} <> 'suggested') AS confirmed`;
  const numbers = `count(*) AS statements, count(DISTINCT ${of.article}) AS articles, ${confirmed}`;
  const by = (column: keyof typeof of) =>
    `SELECT ${of[column]} AS value, ${numbers} ${from} GROUP BY ${of[column]} ORDER BY statements DESC, value`;
  const single = `SELECT t.id ${from} WHERE ${of.speaker} IS NOT NULL GROUP BY t.id HAVING count(DISTINCT ${of.speaker}) = 1 AND count(*) > 1`;
  return {
    whole: `SELECT (SELECT count(*) FROM audited) AS articles, count(DISTINCT ${of.article}) AS "withStatements", count(*) AS statements, ${confirmed},
      (SELECT count(*) FROM audited WHERE id NOT IN (SELECT id FROM articles WHERE names_known = 0)) AS "namesKnown" ${from}`,
    kinds: by("kind"),
    namings: by("naming"),
    forms: by("form"),
    framings: by("framing"),
    acts: by("act"),
    relayed: `SELECT 'relayed' AS value, ${numbers} ${from} WHERE ${of.via} IS NOT NULL`,
    silences: `SELECT 'silence' AS value, ${numbers} ${from} WHERE ${of.act} = 'silence'`,
    singleSource: `SELECT doc FROM articles WHERE id IN (${single}) ORDER BY published, doc LIMIT ${MOST_ARTICLES}`,
    speakers: `SELECT ${nameOf(of.speaker)} AS value, max(${of.role}) AS role, max(${of.kind}) AS kind, ${numbers} ${from}
      WHERE ${of.speaker} IS NOT NULL AND ${of.naming} = 'named' GROUP BY ${of.speaker} ORDER BY statements DESC, value LIMIT ${MOST_SPEAKERS}`,
    periods: periodsOf(from, single, of),
    named: `SELECT n.key, min(n.name) AS name, min(n.kind) AS kind FROM audited t ${join} named n ON n.article = t.id
      GROUP BY n.key ORDER BY count(*) DESC, n.key LIMIT ${MOST_NAMES}`,
    quoted: `SELECT DISTINCT n.key FROM (SELECT DISTINCT ${of.speaker} AS speaker ${from}) q ${join} speaker_names n ON n.name = ${nameOf("q.speaker")}`,
  };
}

/** Statements are counted apart from articles, of which some have none. */
function periodsOf(from: string, single: string, of: AuditedStatements["of"]): string {
  const counts = {
    statements: "count(*)",
    confirmed: `count(*) FILTER (WHERE ${of.review} <> 'suggested')`,
    anonymous: `count(*) FILTER (WHERE ${of.naming} = 'anonymous')`,
    role: `count(*) FILTER (WHERE ${of.naming} = 'role')`,
    hearsay: `count(*) FILTER (WHERE ${of.framing} = 'hearsay')`,
    relayed: `count(*) FILTER (WHERE ${of.via} IS NOT NULL)`,
    government: `count(*) FILTER (WHERE ${of.kind} = 'government')`,
    singleSource: `count(DISTINCT CASE WHEN t.id IN (${single}) THEN t.id END)`,
  } satisfies Record<Exclude<keyof PeriodCount, "period" | "articles">, string>;
  const each = (column: (name: string, count: string) => string): string =>
    Object.entries(counts)
      .map(([name, count]) => `${column(name, count)} AS "${name}"`)
      .join(", ");
  return `SELECT p.period, p.articles, ${each((name) => `coalesce(c."${name}", 0)`)}
    FROM (SELECT period, count(*) AS articles FROM audited GROUP BY period) p
      LEFT JOIN (SELECT t.period, ${each((_, count) => count)} ${from} GROUP BY t.period) c ON c.period IS NOT DISTINCT FROM p.period
    ORDER BY p.period IS NULL, p.period`;
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
