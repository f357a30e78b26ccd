import type { Span } from "../../document.ts";
import type { Content } from "./content.ts";
import type { Identity } from "./speaker.ts";

const RELEASE = /\b(?:press|news|media) releases?\b|\brelease\b(?! (?:of|from|him|her|them)\b)/i;

/** Whether words speak of a press release. */
export const namesRelease = (words: string): boolean => RELEASE.test(words);

/** A telling on its way into a statement. */
export interface Told {
  /** Index of the article, in order of time. */
  article: number;
  span: Span;
  content: Content;
  /** How many content words it has: a stock phrase has few. */
  weight: number;
  /** What the content means, as a unit vector; `null` where the reading has none. */
  meaning: Int8Array | null;
  speaker: Identity | null;
  /** "reportedly" and its like, in the content or around it. */
  hedged: boolean;
  /** Keys of the outlets that the sentence names as where it was said or read, nearest first; never its own. */
  cites: readonly string[];
  /** Where its sentence names no outlet: keys of those from which the article has other words of the same speaker. */
  alongside: readonly string[];
  /** Audience or place, one word ("reporters", "committee"); an outlet as `outlet:key`. */
  venue: string | null;
  /** ISO date of the saying, to the day, when the article tells it. */
  when: string | null;
  /** Told in the present, as it happens ("says", "tells"). */
  live: boolean;
  /** Its sentence, one before it in its paragraph, or one with other words of the same speaker speaks of a press release. */
  namesRelease: boolean;
}
