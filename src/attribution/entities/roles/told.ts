/** What an article tells a person or body to be, as one recogniser reads it beside the name. */
import type { Mention } from "../names.ts";

/** How much a told role says; where two are told, the higher one is shown, the earlier of two equals. */
export const RANK = {
  /** Whose child, widow, friend. */
  relation: 1,
  /** "who ran the gatehouse for 22 years". */
  activity: 2,
  /** "of Orbis Securities". */
  affiliation: 3,
  office: 4,
  /** With the body or place it belongs to: "mayor of Brannick". */
  placed: 5,
} as const;

export interface Told {
  /** Without an article before it. */
  words: string;
  /** Offset of the words, UTF-16 units: from where a pronoun in them is resolved. */
  at: number;
  rank: number;
}

/** Reads the words around one mention; `[]` to decline. */
export type RoleReader = (text: string, mention: Mention) => Told[];
