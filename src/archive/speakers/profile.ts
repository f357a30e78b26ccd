/** What an archive's articles say of speakers who are named, and the speakers that are made of it. Pure. */

/** A name as articles have it, with what kind they take it for and the office they tell: the least that can be joined or split. */
export interface Profile {
  name: string;
  kind: string;
  role: string | null;
}

/** A profile with its statements. */
export interface ProfileCount extends Profile {
  statements: number;
  /** Statements that a human accepted, edited or added: that it was said so, not that these profiles are one speaker. */
  reviewed: number;
  /** ISO dates of the first and last article with it; `null` where none is dated or nobody asked. */
  first: string | null;
  last: string | null;
}

/** How a profile came to its speaker. `confirmed`: a human put it there; `suggested`: it seems so, for the reason given. */
export interface SpeakerProfile extends ProfileCount {
  standing: "confirmed" | "suggested";
  reason: string;
}

/** Somebody, or some body, across articles. */
export interface Speaker {
  /** The name with most statements, or the one a human gave first. */
  name: string;
  kind: string;
  /** Office by which namesakes are told apart, the one with most statements; `null` when none is told. */
  role: string | null;
  /** Other names it goes by: those articles use, and those that a human gave. */
  aliases: string[];
  /** Q-number, given by a human. */
  wikidata: string | null;
  statements: number;
  /** Statements of profiles that a human put here. */
  confirmed: number;
  /** Statements of profiles that only seem to belong here; with `confirmed` they are all. */
  suggested: number;
  /** Statements that a human accepted, edited or added. */
  reviewed: number;
  profiles: SpeakerProfile[];
  /** Others of the same name who are kept apart, with the reason. */
  namesakes: { name: string; role: string | null; reason: string }[];
}

/** Equal for equal profiles. */
export const profileKey = ({ name, kind, role }: Profile): string => `${name}\u0000${kind}\u0000${role ?? ""}`;

/** Stands for the office of whom none is told. */
export const NO_OFFICE = "no office told";

/** "Jonas Vik (goalkeeper)": how a user names one of several namesakes. */
export function speakerLabel({ name, role, namesakes }: Pick<Speaker, "name" | "role" | "namesakes">): string {
  return namesakes.length > 0 ? `${name} (${role ?? NO_OFFICE})` : name;
}
