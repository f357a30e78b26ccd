/** What an audit counts over the statements of an outlet, a byline or a period. */

/** What is counted; everything where nothing is named. Dates are ISO prefixes, `until` is inclusive. */
export interface AuditFilter {
  outlet?: string | null;
  byline?: string | null;
  since?: string | null;
  until?: string | null;
}

export interface Count {
  value: string;
  statements: number;
  articles: number;
  /** Statements that a human accepted, edited or added. */
  confirmed: number;
}

/** Somebody, or some body, whom articles name and nobody quotes. */
export interface NeverQuoted {
  name: string;
  kind: "person" | "organisation";
  /** Articles with the name in title or text. */
  articles: number;
}

export interface QuotedSpeaker extends Count {
  role: string | null;
  kind: string;
}

export interface PeriodCount {
  /** `2024` or `2024-03`; `null` for articles without a date. */
  period: string | null;
  articles: number;
  statements: number;
  confirmed: number;
  anonymous: number;
  role: number;
  hearsay: number;
  relayed: number;
  government: number;
  singleSource: number;
}

export interface AuditCounts {
  articles: number;
  /** Articles in which at least one statement was found. */
  withStatements: number;
  statements: number;
  /** Statements that a human accepted, edited or added. */
  confirmed: number;
  kinds: Count[];
  namings: Count[];
  forms: Count[];
  framings: Count[];
  acts: Count[];
  /** Statements with somebody in between. */
  relayed: Count;
  /** Who was asked and did not answer, or would not. */
  silences: Count;
  /** Articles all of whose statements are one speaker's, with two statements or more. */
  singleSource: string[];
  speakers: QuotedSpeaker[];
  /** Those named most. */
  neverQuoted: NeverQuoted[];
  /** Articles whose names are known: those brought in or read anew since names are kept. */
  namesKnown: number;
  periods: PeriodCount[];
}

/** The periods of the last table. */
export type Period = "month" | "year";
