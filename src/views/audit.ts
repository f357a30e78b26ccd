/** The source audit: whom an outlet, a byline or a period quotes, every number with the search that opens it. */
import type { AuditCounts, AuditFilter, Count, NeverQuoted, PeriodCount, QuotedSpeaker } from "../archive/audit.ts";
import { printQuery } from "../archive/query/print.ts";
import { and, type DateField, type LabelField, type NameField, type Query } from "../archive/query/query.ts";

/** A number, its share of all statements, and the query of `hearsay search` that lists what was counted. */
export interface Share {
  label: string;
  statements: number;
  articles: number;
  /** Of the statements, those that a human accepted, edited or added. */
  confirmed: number;
  /** 0 to 1, of all statements counted; 0 where there are none. */
  share: number;
  query: string;
}

/** Somebody named and not quoted; the query lists the articles, looked for in whole texts (`--in text`). */
export interface Unquoted extends NeverQuoted {
  query: string;
}

/** A period's counts, and the query for its statements; further labels added to it open the other numbers. */
export interface AuditPeriod extends PeriodCount {
  query: string;
}

export interface Audit {
  /** What was counted, in words. */
  scope: string;
  articles: number;
  withStatements: number;
  statements: number;
  /** Of them, those that a human accepted, edited or added. */
  confirmed: number;
  /** Lists them all. */
  query: string;
  kinds: Share[];
  namings: Share[];
  forms: Share[];
  framings: Share[];
  relayed: Share;
  silences: Share;
  /** Articles in which only one speaker is heard, at least twice. */
  singleSource: { articles: string[]; share: number };
  speakers: (Share & Pick<QuotedSpeaker, "role" | "kind">)[];
  neverQuoted: Unquoted[];
  /** Articles whose names were looked at for them; fewer than `articles` where some were brought in by an earlier version. */
  namesKnown: number;
  periods: AuditPeriod[];
}

/** Puts counts into shares, each with its query. */
export function auditView(counts: AuditCounts, filter: AuditFilter): Audit {
  const base = baseQuery(filter);
  const query = (...own: Query[]): string => printQuery(and([...own, ...base]));
  const share = (count: Count, label: string, ...own: Query[]): Share => ({
    label,
    statements: count.statements,
    articles: count.articles,
    confirmed: count.confirmed,
    share: counts.statements === 0 ? 0 : count.statements / counts.statements,
    query: query(...own),
  });
  const shares = (list: Count[], field: LabelField): Share[] =>
    list.map((count) => share(count, count.value, { type: "label", field, value: count.value }));
  return {
    scope: scopeWords(filter),
    articles: counts.articles,
    withStatements: counts.withStatements,
    statements: counts.statements,
    confirmed: counts.confirmed,
    query: query(),
    kinds: shares(counts.kinds, "kind"),
    namings: shares(counts.namings, "naming"),
    forms: shares(counts.forms, "form"),
    framings: shares(counts.framings, "framing"),
    relayed: share(counts.relayed, "relayed", { type: "flag", field: "relayed", value: true }),
    silences: share(counts.silences, "no comment", { type: "label", field: "act", value: "silence" }),
    singleSource: {
      articles: counts.singleSource,
      share: counts.articles === 0 ? 0 : counts.singleSource.length / counts.articles,
    },
    speakers: counts.speakers.map((s) => ({
      ...share(s, s.value, whole("speaker", s.value), { type: "label", field: "naming", value: "named" }),
      role: s.role,
      kind: s.kind,
    })),
    neverQuoted: counts.neverQuoted.map((named) => ({
      ...named,
      query: query({ type: "words", field: "text", text: named.name, exact: true, prefix: false }),
    })),
    namesKnown: counts.namesKnown,
    periods: counts.periods.map((period) => ({ ...period, query: printQuery(and(inPeriod(period.period, base))) })),
  };
}

const whole = (field: NameField, text: string): Query => ({ type: "name", field, text, prefix: false, whole: true });
const date = (field: DateField, value: string): Query => ({ type: "date", field, value });

function baseQuery({ outlet, byline, since, until }: AuditFilter): Query[] {
  return [
    ...(outlet ? [whole("outlet", outlet)] : []),
    ...(byline ? [{ type: "name", field: "byline", text: byline, prefix: false } as const] : []),
    ...(since ? [date("since", since)] : []),
    ...(until ? [date("until", until)] : []),
  ];
}

/** The statements of a period inside what is counted: what lies in both; articles without a date are those that are not since year 0. */
function inPeriod(period: string | null, base: readonly Query[]): Query[] {
  return period === null
    ? [...base, { type: "not", item: date("since", "0001") }]
    : [...base, date("since", period), date("until", period)];
}

function scopeWords({ outlet, byline, since, until }: AuditFilter): string {
  const who = outlet ?? "all outlets";
  return `${who}${byline ? `, by ${byline}` : ""}${since ? `, from ${since}` : ""}${until ? `, until ${until}` : ""}`;
}
