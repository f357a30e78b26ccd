/** The dossier: what a speaker said over time and by topic, each statement once with its tellings, and what may contradict. */
import type { Archive } from "../archive/archive.ts";
import { saidIn } from "../archive/dossier/contents.ts";
import { contradictionsIn, type Opposition } from "../archive/dossier/contradictions.ts";
import { type TellingRow, type Told, toldBy } from "../archive/dossier/tellings.ts";
import { topicsOf } from "../archive/dossier/topics.ts";
import {
  type Profile,
  profileKey,
  type Speaker,
  type SpeakerProfile,
  speakerLabel,
} from "../archive/speakers/profile.ts";
import { type DiffPart, diffWords } from "../archive/trace/diff.ts";
import { newLexicon } from "../archive/trace/lexicon.ts";
import { speakerBy } from "./speakers.ts";

export interface DossierFilter {
  /** Words that must stand in the statements. */
  about?: string | null;
  since?: string | null;
  until?: string | null;
}

/** One telling of a statement. */
export interface DossierTelling extends Omit<TellingRow, keyof Profile> {
  /** Name and office as this article has them. */
  name: string;
  role: string | null;
  /** Whether a human said that this is the speaker, or it only seems so. */
  standing: "confirmed" | "suggested";
}

export interface DossierStatement {
  /** Its place in the dossier, `d1`, `d2`, … in order of time. */
  id: string;
  content: string;
  /** Words of the topics it belongs to; empty where it shares none with another. */
  topic: string[];
  /** In order of time. */
  tellings: DossierTelling[];
  /** Tellings got from nobody else's article, as far as can be told. */
  independent: number;
}

/** An office with the time it was told in. */
export interface RoleOverTime {
  role: string | null;
  statements: number;
  first: string | null;
  last: string | null;
  standing: "confirmed" | "suggested";
  /** Why it is taken for this speaker's. */
  reason: string;
}

export interface Contradiction {
  /** Ids of the statements. */
  earlier: string;
  later: string;
  differs: Opposition[];
  shared: string[];
  diff: DiffPart[];
}

export interface Dossier {
  /** How a user names the speaker: "Jonas Vik (goalkeeper)" where others have the name. */
  label: string;
  speaker: Omit<Speaker, "profiles">;
  roles: RoleOverTime[];
  filter: { about: string | null; since: string | null; until: string | null };
  /** Rows that the filter lets through; the newest `shown` of them are below. */
  total: number;
  shown: number;
  /** Of those shown: how many are the speaker's by a human's decision, and how many seem to be. */
  confirmed: number;
  suggested: number;
  periods: { period: string | null; statements: number }[];
  topics: { words: string[]; statements: string[] }[];
  statements: DossierStatement[];
  /** Candidates, never verdicts: same matter, but another number, a negation that one lacks, or another certainty. */
  contradictions: Contradiction[];
}

/** Rows that a dossier shows. */
export const MOST_ROWS = 500;
const MONTH = 7;

/** `null` when nobody has the name. */
export async function dossierOf(archive: Archive, name: string, filter: DossierFilter = {}): Promise<Dossier | null> {
  const speaker = await speakerBy(archive, name);
  if (!speaker) return null;
  const { items, total } = await archive.statementsOf(speaker.profiles, { ...filter, limit: MOST_ROWS, offset: 0 });
  const told = await toldBy(archive, items);
  const lexicon = newLexicon();
  const said = told.map((statement) => saidIn(statement, [speaker.name, ...speaker.aliases], lexicon));
  const { topics } = topicsOf(said);
  const id = (i: number): string => `d${i + 1}`;
  const topicOf = new Map(topics.flatMap(({ words, statements }) => statements.map((i) => [i, words] as const)));
  const standing = new Map(speaker.profiles.map((p) => [profileKey(p), p.standing]));
  const statements = told.map((t, i) => statementOf(t, id(i), topicOf.get(i) ?? [], standing));
  const confirmed = items.filter((row) => standing.get(profileKey(row)) === "confirmed").length;
  const { profiles, ...head } = speaker;
  return {
    label: speakerLabel(speaker),
    speaker: head,
    roles: rolesOf(profiles),
    filter: { about: filter.about ?? null, since: filter.since ?? null, until: filter.until ?? null },
    total,
    shown: items.length,
    confirmed,
    suggested: items.length - confirmed,
    periods: periodsOf(told),
    topics: topics.map(({ words, statements: list }) => ({ words, statements: list.map(id) })),
    statements,
    contradictions: contradictionsIn(said, lexicon).map(({ earlier, later, differs, shared }) => ({
      earlier: id(earlier),
      later: id(later),
      differs,
      shared,
      diff: diffWords(statements[earlier]?.content ?? "", statements[later]?.content ?? ""),
    })),
  };
}

/** Offices in order of time; "Managing Director" and "managing director" are one. */
function rolesOf(profiles: readonly SpeakerProfile[]): RoleOverTime[] {
  const byRole = new Map<string, RoleOverTime>();
  for (const { role, statements, first, last, standing, reason } of profiles) {
    const key = `${role?.toLowerCase() ?? ""} ${standing}`;
    const known = byRole.get(key);
    if (!known) byRole.set(key, { role, statements, first, last, standing, reason });
    else {
      known.statements += statements;
      known.first = earlier(known.first, first, 1);
      known.last = earlier(known.last, last, -1);
    }
  }
  return [...byRole.values()].sort((a, b) => ((a.first ?? "~") < (b.first ?? "~") ? -1 : 1));
}

/** The earlier of two ISO dates, or the later one where `sign` is -1; one that is not told does not count. */
const earlier = (a: string | null, b: string | null, sign: 1 | -1): string | null =>
  a === null || (b !== null && (b < a ? sign : -sign) > 0) ? b : a;

function statementOf(
  { tellings }: Told,
  id: string,
  topic: string[],
  standing: ReadonlyMap<string, "confirmed" | "suggested">,
): DossierStatement {
  return {
    id,
    content: tellings[0]?.content ?? "",
    topic,
    tellings: tellings.map(({ kind, ...row }) => ({
      ...row,
      standing: standing.get(profileKey({ ...row, kind })) ?? "suggested",
    })),
    independent: tellings.filter(({ relay }) => relay === null).length,
  };
}

/** Statements by the month of their first telling. */
function periodsOf(told: readonly Told[]): Dossier["periods"] {
  const counts = new Map<string | null, number>();
  for (const { tellings } of told) {
    const period = tellings[0]?.published?.slice(0, MONTH) ?? null;
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].map(([period, statements]) => ({ period, statements }));
}
