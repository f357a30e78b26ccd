/** Are two tellings of one statement? The same content, by the same speaker, on the same occasion. */
import { type Comparison, compare } from "./compare.ts";
import { type Evidence, evidenceFor, saysSo } from "./evidence.ts";
import { CONTENT, type Lexicon, NAME, NUMBER } from "./lexicon.ts";
import { likeness } from "./meaning.ts";
import type { Source } from "./source.ts";
import { type Kinship, kinship } from "./speaker.ts";
import type { Told } from "./told.ts";

export interface Match {
  comparison: Comparison;
  kin: Kinship;
  evidence: Evidence;
  /** Higher is better; only for choosing among statements. */
  score: number;
}

export interface Ground {
  sources: readonly Source[];
  lexicon: Lexicon;
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

/** Whether `later` tells what `first` tells; `null` when it does not. */
export function match(first: Told, later: Told, ground: Ground): Match | null {
  const { sources, lexicon } = ground;
  const [a, b] = [sources[first.article] as Source, sources[later.article] as Source];
  // Cheap questions first: most contents that share a key are by somebody else.
  const kin = first.speaker && later.speaker ? kinship(first.speaker, later.speaker) : "different";
  const evidence = evidenceFor(later, b, a);
  const told = saysSo(evidence);
  const gap = between(a, b);
  const soon = gap <= NEWS_CYCLE;
  const mayBeOne = told || (soon && first.content.direct && later.content.direct && weightOf(first, lexicon) >= LONG);
  if (kin === "different" && !mayBeOne) return null;
  const comparison = compare(first.content, later.content, lexicon);
  const { change } = comparison;
  const near = alike(comparison) || anchored(first, later, comparison, lexicon) || resembles(first, later, comparison);
  if (!near && !(told && nearlyAlike(comparison))) return null;
  const telling = weightOf(first, lexicon) >= FEW;
  const verbatim = change === "exact" || change === "trimmed" || (change !== "changed" && comparison.order >= 0.9);
  // Two people use one phrase, or say nearly the same. Only passing it on, or a length that no chance explains, makes it
  // one statement by a wrong name.
  if (kin === "different" && !(verbatim && telling)) return null;
  // Offices that share no word may still be one person's, where the words were passed on or are the same in one cycle.
  if (kin === "namesake" && !told && !(verbatim && soon)) return null;
  if ((change === "changed" || first.speaker?.naming !== "named") && !told && !soon) return null;
  if (change === "changed" && !told && saidAnew(first, later, a, b)) return null;
  if (!sameOccasion(first, later, { a, b, told, soon, telling })) return null;
  const score =
    comparison.jaccard +
    comparison.order +
    (comparison.change === "exact" ? 1 : 0) +
    (kin === "same" ? 1 : 0) +
    // Of two occasions the nearer one is meant.
    -Math.min(1, gap / (60 * DAY)) +
    { cited: 2, release: 1.5, alongside: 0.5, credit: 0.5, copied: 0.5, none: 0 }[evidence];
  return { comparison, kin, evidence, score };
}

/** Alike enough by words to be the same content, altered or not. */
const alike = (c: Comparison): boolean =>
  c.change === "exact" ||
  (c.within && c.overlap >= 0.9 && c.common >= 1) ||
  (c.common >= 2 &&
    (c.jaccard >= 0.5 || (c.jaccard >= 0.35 && c.overlap >= 0.75) || (c.order >= 0.8 && c.jaccard >= 0.4)));

/** Few words in common, but two numbers or names or more among them and none against it. */
function anchored(first: Told, later: Told, c: Comparison, lexicon: Lexicon): boolean {
  if (c.jaccard < 0.3 || c.common < 4 || c.change === "changed") return false;
  const anchors = (t: Told): Set<number> =>
    new Set(
      Array.from(t.content.words)
        .filter((w) => (w & NAME) !== 0 || (lexicon.classOf(w) & NUMBER) !== 0)
        .map((w) => lexicon.senseOf(w)),
    );
  const mine = anchors(later);
  return [...anchors(first)].filter((s) => mine.has(s)).length >= 2;
}

/** Alike enough when something says that the one was had from the other. */
const nearlyAlike = (c: Comparison): boolean =>
  (c.common >= 2 && (c.jaccard >= 0.38 || (c.order >= 0.7 && c.jaccard >= 0.3))) ||
  (c.common >= 1 && c.order >= 0.8 && c.jaccard >= 0.4);

/**
 * How alike in meaning two contents of one speaker must be where they share few words. Chosen on the pairs marked `choose` in
 * test/archive/trace/paraphrases.json; `node tools/paraphrases.ts` tells what it gives.
 */
const PARAPHRASE = 0.6;

/** By what they mean, confirmed by a content word in common and no number, name or negation against it. */
const resembles = (first: Told, later: Told, c: Comparison): boolean =>
  c.common >= 1 && c.change !== "changed" && (likeness(first.meaning, later.meaning) ?? 0) >= PARAPHRASE;

/** How many content words a telling has: a stock phrase has few. */
export const weightOf = (told: Told, lexicon: Lexicon): number =>
  new Set(
    Array.from(told.content.words)
      .filter((w) => (lexicon.classOf(w) & CONTENT) !== 0)
      .map((w) => lexicon.senseOf(w)),
  ).size;

/** Milliseconds from one article to the other; none where one is undated, since nothing then speaks for another day. */
export function between(a: Source, b: Source): number {
  const gap = Math.abs(b.time - a.time);
  return Number.isFinite(gap) ? gap : 0;
}

/** An outlet that tells something else of the same speaker tells what is new, and so does who gives another day for it. */
const saidAnew = (first: Told, later: Told, a: Source, b: Source): boolean =>
  (a.key !== "" && a.key === b.key) || (first.when !== null && later.when !== null && first.when !== later.when);

interface Facts {
  a: Source;
  b: Source;
  told: boolean;
  soon: boolean;
  telling: boolean;
}

/**
 * The same words on another day are another statement. What the article tells of the day decides; then who cites whom;
 * then audiences that differ, a stock phrase, or a saying told as it happens, once the news cycle is over.
 */
function sameOccasion(first: Told, later: Told, { a, b, told, soon, telling }: Facts): boolean {
  const day = (t: Told, s: Source): number => (t.when ? Date.parse(t.when) + DAY / 2 : s.time);
  const apart = Math.abs(day(later, b) - day(first, a));
  if (later.when && Number.isFinite(apart) && apart > (first.when ? SAME_DAY : SAME_DAY + DAY / 2)) return false;
  if (told) return true;
  if (soon) return true;
  if (between(a, b) > LATE) return false;
  const elsewhere = later.venue !== null && first.venue !== later.venue;
  // A sentence that names another outlet was had from there.
  return !elsewhere && !later.live && telling && later.cites.length === 0;
}
