/** Are two tellings of one statement? The same content, by the same speaker, on the same occasion. */
import { type Comparison, compareIf, type Likeness, mayBeCut } from "./compare.ts";
import { bare, type Content, inCommon } from "./content.ts";
import { type Evidence, saidFor } from "./evidence.ts";
import { DAY, kinOf, mayMatch } from "./face.ts";
import { type Lexicon, NAME, NUMBER } from "./lexicon.ts";
import { likeness } from "./meaning.ts";
import type { Source } from "./source.ts";
import type { Kinship } from "./speaker.ts";
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

/** Whether `later` tells what `first` tells; `null` when it does not. */
export function match(first: Told, later: Told, ground: Ground): Match | null {
  const { sources, lexicon } = ground;
  const [a, b] = [sources[first.article] as Source, sources[later.article] as Source];
  const kin = kinOf(first, later);
  // Asked first, since most that share keys are different people's, and it is told by their words alone.
  if (kin === "different" && !mayBeVerbatim(first.content, later.content, lexicon)) return null;
  // Whether one article copied the other takes longest to tell: it is asked where nothing else ties the two, or they are alike.
  const likely = mayMatch(first, later, a, b, kin, saidFor(later, b, a)) ?? mayMatch(first, later, a, b, kin);
  if (!likely) return null;
  const comparison = compareIf(
    first.content,
    later.content,
    lexicon,
    (c) => c.words === "exact" || nearlyAlike(c) || alikeAltered(c) || mayBeAnchored(c) || meansAlike(first, later, c),
  );
  if (!comparison) return null;
  const { evidence, told, soon, gap } = (likely.evidence === "none" && mayMatch(first, later, a, b, kin)) || likely;
  const { change } = comparison;
  const near = alike(comparison) || anchored(first, later, comparison, lexicon) || resembles(first, later, comparison);
  if (!near && !(told && nearlyAlike(comparison))) return null;
  const verbatim = change === "exact" || change === "trimmed" || (change !== "changed" && comparison.order >= IN_ORDER);
  // Two people say nearly the same, each for himself.
  if (kin === "different" && !verbatim) return null;
  // Offices that share no word may still be one person's, where the words were passed on or are the same in one cycle.
  if (kin === "namesake" && !told && !(verbatim && soon)) return null;
  if (change === "changed" && !told && (!soon || saidAnew(first, later, a, b))) return null;
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

/** Share of the words of the shorter one that stand in the longer in the same order where one content repeats another word for word. */
const IN_ORDER = 0.9;

/** Whether one content may repeat another word for word: what it does not have at all it does not have in order. */
function mayBeVerbatim(first: Content, later: Content, lexicon: Lexicon): boolean {
  const [a, b] = [bare(first, lexicon), bare(later, lexicon)];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return mayBeCut(longer, shorter) || inCommon(shorter, longer) >= IN_ORDER * shorter.length;
}

/** Alike enough by words to be the same content, altered or not. */
const alike = (c: Comparison): boolean => c.change === "exact" || alikeAltered(c);

const alikeAltered = (c: Likeness): boolean =>
  (c.within && c.overlap >= 0.9 && c.common >= 1) ||
  (c.common >= 2 &&
    (c.jaccard >= 0.5 || (c.jaccard >= 0.35 && c.overlap >= 0.75) || (c.order >= 0.8 && c.jaccard >= 0.4)));

const mayBeAnchored = (c: Likeness): boolean => c.jaccard >= 0.3 && c.common >= 4;

/** Few words in common, but two numbers or names or more among them and none against it. */
function anchored(first: Told, later: Told, c: Comparison, lexicon: Lexicon): boolean {
  if (!mayBeAnchored(c) || c.change === "changed") return false;
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
const nearlyAlike = (c: Likeness): boolean =>
  (c.common >= 2 && (c.jaccard >= 0.38 || (c.order >= 0.7 && c.jaccard >= 0.3))) ||
  (c.common >= 1 && c.order >= 0.8 && c.jaccard >= 0.4);

/**
 * How alike in meaning two contents of one speaker must be where they share few words. Chosen on the pairs marked `choose` in
 * test/archive/trace/paraphrases.json; `node tools/paraphrases.ts` tells what it gives.
 */
const PARAPHRASE = 0.6;

/** By what they mean, confirmed by a content word in common and no number, name or negation against it. */
const resembles = (first: Told, later: Told, c: Comparison): boolean =>
  c.change !== "changed" && meansAlike(first, later, c);

const meansAlike = (first: Told, later: Told, c: Likeness): boolean =>
  c.common >= 1 && (likeness(first.meaning, later.meaning) ?? 0) >= PARAPHRASE;

/** An outlet that tells something else of the same speaker tells what is new, and so does who gives another day for it. */
const saidAnew = (first: Told, later: Told, a: Source, b: Source): boolean =>
  (a.key !== "" && a.key === b.key) || (first.when !== null && later.when !== null && first.when !== later.when);
