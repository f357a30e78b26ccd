/** The source audit: whom an outlet, a byline or a period quotes, every number with the search that opens it. */
import type { Count, PeriodCount, QuotedSpeaker, AuditCounts, AuditFilter } from "../archive/audit.ts";

/** A number, its share of all statements, and the query of `hearsay search` that lists what was counted. */
export interface Share {
  label: string;
  statements: number;
  articles: number;
  /** 0 to 1, of all statements counted; 0 where there are none. */
  share: number;
  query: string;
}

export interface Audit {
  /** What was counted, in words. */
  scope: string;
  articles: number;
  withStatements: number;
  statements: number;
  kinds: Share[];
  namings: Share[];
  forms: Share[];
  framings: Share[];
  relayed: Share;
  silences: Share;
  /** Articles in which only one speaker is heard, at least twice. */
  singleSource: { articles: string[]; share: number };
  speakers: (Share & Pick<QuotedSpeaker, "role" | "kind">)[];
  periods: PeriodCount[];
}

/** Puts counts into shares, each with its query. */
export function auditView(counts: AuditCounts, filter: AuditFilter): Audit {
  const base = baseQuery(filter);
  const query = (own: string): string => [own, base].filter(Boolean).join(" ");
  const share = (count: Count, label: string, own: string): Share => ({
    label,
    statements: count.statements,
    articles: count.articles,
    share: counts.statements === 0 ? 0 : count.statements / counts.statements,
    query: query(own),
  });
  const shares = (list: Count[], field: string): Share[] =>
    list.map((count) => share(count, count.value, `${field}:${count.value}`));
  return {
    scope: scopeWords(filter),
    articles: counts.articles,
    withStatements: counts.withStatements,
    statements: counts.statements,
    kinds: shares(counts.kinds, "kind"),
    namings: shares(counts.namings, "naming"),
    forms: shares(counts.forms, "form"),
    framings: shares(counts.framings, "framing"),
    relayed: share(counts.relayed, "relayed", "relayed:yes"),
    silences: share(counts.silences, "no comment", "act:silence"),
    singleSource: {
      articles: counts.singleSource,
      share: counts.articles === 0 ? 0 : counts.singleSource.length / counts.articles,
    },
    speakers: counts.speakers.map((s) => ({
      ...share(s, s.value, `speaker:${quoted(s.value)} naming:named`),
      role: s.role,
      kind: s.kind,
    })),
    periods: counts.periods,
  };
}

const quoted = (value: string): string => `"${value.replace(/["\\]/g, " ")}"`;

function baseQuery({ outlet, byline, since, until }: AuditFilter): string {
  return [
    outlet && `outlet:${quoted(outlet)}`,
    byline && `byline:${quoted(byline)}`,
    since && `since:${since}`,
    until && `until:${until}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function scopeWords({ outlet, byline, since, until }: AuditFilter): string {
  const who = outlet ?? "all outlets";
  return `${who}${byline ? `, by ${byline}` : ""}${since ? `, from ${since}` : ""}${until ? `, until ${until}` : ""}`;
}
