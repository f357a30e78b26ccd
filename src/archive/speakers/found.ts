/** What an archive is asked about speakers, and what it answers. */
import type { SpeakerEvent } from "./events.ts";
import type { Profile, Speaker } from "./profile.ts";

export interface SpeakerQuery {
  /** Words of the name, or their beginnings; everybody where nothing is asked. */
  like?: string;
  limit: number;
  offset: number;
}

export interface SpeakerList {
  total: number;
  items: Speaker[];
}

/** What became of decisions that were handed over. */
export interface SpeakerDecisions {
  appended: string[];
  known: string[];
  refused: { id: string; reason: string }[];
}

export interface SpokenFilter {
  /** Words that must stand in the content, all of them. */
  about?: string | null;
  /** ISO prefixes; `until` includes the whole of it. */
  since?: string | null;
  until?: string | null;
  limit: number;
  offset: number;
}

/** One statement of a speaker, and where it stands. */
export interface Spoken extends Profile {
  doc: string;
  statement: string;
  outlet: string | null;
  title: string | null;
  published: string | null;
  url: string | null;
  /** UTF-16 units of the article's text, all pieces of the content enclosed. */
  start: number;
  end: number;
  form: string;
  act: string;
  negated: boolean;
  framing: string;
  channel: string | null;
  via: string | null;
  content: string;
  /** Where a human's review of it stands. */
  review: string;
}

export interface SpokenList {
  /** All that the filter lets through. */
  total: number;
  /** The newest of them, those without a date last. */
  items: Spoken[];
}

/** The part of an archive that knows speakers. */
export interface SpeakerArchive {
  /** Speakers who are named, those with most statements first. */
  speakers(query: SpeakerQuery): Promise<SpeakerList>;
  /** All who have a name, whole, or go by it; namesakes one beside the other, those with most statements first. */
  speakersNamed(name: string): Promise<Speaker[]>;
  /** Appends decisions to the log, all or nothing but for those refused; each is kept once, by its id. */
  decideSpeakers(events: readonly SpeakerEvent[]): Promise<SpeakerDecisions>;
  /** The log of decisions, in order. */
  speakerDecisions(): Promise<SpeakerEvent[]>;
  /** Statements of these profiles: a speaker's, say. */
  statementsOf(profiles: readonly Profile[], filter: SpokenFilter): Promise<SpokenList>;
}
