/**
 * What is asked of two tellings before their words are compared: who speaks, on which occasion, and whether one article had it
 * from the other. Most that share keys are told apart here, and on many machines their words need not travel.
 */
import type { Content } from "./content.ts";
import { type Evidence, evidenceFor, type Origin, saysSo } from "./evidence.ts";
import { type Kinship, kinship, type Who } from "./speaker.ts";
import type { Told } from "./told.ts";

/** A telling without its words. */
export interface Face
  extends Pick<Told, "weight" | "cites" | "alongside" | "venue" | "when" | "live" | "namesRelease"> {
  speaker: Who | null;
  content: Pick<Content, "direct">;
}

/** What is known of two tellings that may be one. */
export interface Chance {
  kin: Kinship;
  evidence: Evidence;
  /** Something says that this very telling was had from there. */
  told: boolean;
  /** Within one news cycle. */
  soon: boolean;
  /** Milliseconds between the two articles. */
  gap: number;
}

export const DAY = 86_400_000;
/** A story is told anew for about this long; later, something must say that it is the old occasion. */
const NEWS_CYCLE = 3 * DAY;
/** Beyond this only a date or a citation says that the old occasion is meant. */
export const LATE = 30 * DAY;
/** Days that a date of saying may differ by (publication in another time zone, "on Tuesday night"). */
const SAME_DAY = 1.5 * DAY;

/** Content words: a stock phrase has fewer than FEW, and nobody hits on LONG by chance. */
const FEW = 3;
const LONG = 10;

/** How the speakers of two tellings stand to each other; whoever is not known is somebody else. */
export const kinOf = (first: Pick<Face, "speaker">, later: Pick<Face, "speaker">): Kinship =>
  first.speaker && later.speaker ? kinship(first.speaker, later.speaker) : "different";

/**
 * Whether `later`, told by the article `b`, may tell what `first` tells in `a`, whatever their words; `null` when it cannot.
 * @param evidence with less of it fewer may
 */
export function mayMatch(
  first: Face,
  later: Face,
  a: Origin,
  b: Origin,
  kin: Kinship = kinOf(first, later),
  evidence: Evidence = evidenceFor(later, b, a),
): Chance | null {
  const told = saysSo(evidence);
  const gap = between(a, b);
  const soon = gap <= NEWS_CYCLE;
  // Two people use one phrase: by a wrong name it is told only where it was passed on, or is so long that no chance explains it.
  const passed = told || (soon && first.content.direct && later.content.direct && first.weight >= LONG);
  if (kin === "different" && !(passed && first.weight >= FEW)) return null;
  if (first.speaker?.naming !== "named" && !told && !soon) return null;
  const chance: Chance = { kin, evidence, told, soon, gap };
  return sameOccasion(first, later, a, b, chance) ? chance : null;
}

/** Milliseconds from one article to the other; none where one is undated, since nothing then speaks for another day. */
export function between(a: Pick<Origin, "time">, b: Pick<Origin, "time">): number {
  const gap = Math.abs(b.time - a.time);
  return Number.isFinite(gap) ? gap : 0;
}

/**
 * The same words on another day are another statement. What the article tells of the day decides; then who cites whom;
 * then audiences that differ, a stock phrase, or a saying told as it happens, once the news cycle is over.
 */
function sameOccasion(first: Face, later: Face, a: Origin, b: Origin, { told, soon, gap }: Chance): boolean {
  const day = (face: Face, { time }: Origin): number => (face.when ? Date.parse(face.when) + DAY / 2 : time);
  const apart = Math.abs(day(later, b) - day(first, a));
  if (later.when && Number.isFinite(apart) && apart > (first.when ? SAME_DAY : SAME_DAY + DAY / 2)) return false;
  if (told) return true;
  if (soon) return true;
  if (gap > LATE) return false;
  const elsewhere = later.venue !== null && first.venue !== later.venue;
  // A sentence that names another outlet was had from there.
  return !elsewhere && !later.live && first.weight >= FEW && later.cites.length === 0;
}
