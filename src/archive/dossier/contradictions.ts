/**
 * Statements of one speaker that may contradict each other: about the same, with another number, a negation that only one has, or
 * another degree of certainty. Candidates for a human to look at, and nothing more: people change their minds, and times change.
 */
import { type Comparison, compare } from "../trace/compare.ts";
import type { Lexicon } from "../trace/lexicon.ts";
import type { Said } from "./contents.ts";

export const OPPOSITIONS = ["negation", "number", "modality"] as const;
export type Opposition = (typeof OPPOSITIONS)[number];

export interface Candidate {
  /** Indices of the statements, the earlier one first. */
  earlier: number;
  later: number;
  /** What differs between them. */
  differs: Opposition[];
  /** Words that both have. */
  shared: string[];
}

/** Words about the matter that both must have to be compared. */
const FEWEST_SHARED = 2;
/** Content words in common, and the least share of them; of fewer words nearly all must be. */
const FEWEST_COMMON = 3;
const NEARLY_ALL = 0.8;
const LEAST_OVERLAP = 0.6;
const LEAST_JACCARD = 0.4;
/** A word in more statements than this leads to too many pairs to be looked at. */
const MOST_WITH_WORD = 60;
const MOST_PAIRS = 20_000;
const MOST_CANDIDATES = 50;

/** The likeliest first. @param said the statements in order of time */
export function contradictionsIn(said: readonly Said[], lexicon: Lexicon): Candidate[] {
  const found: (Candidate & { score: number })[] = [];
  for (const [earlier, later] of pairs(said)) {
    const [a, b] = [said[earlier] as Said, said[later] as Said];
    const comparison = compare(a.content, b.content, lexicon);
    const differs = OPPOSITIONS.filter((kind) => comparison.alterations.includes(kind));
    if (differs.length === 0 || !aboutTheSame(comparison)) continue;
    const shared = [...a.about].filter((sense) => b.about.has(sense)).map((sense) => a.written.get(sense) ?? "");
    found.push({
      earlier,
      later,
      differs,
      shared,
      score: comparison.jaccard + comparison.overlap + (differs.includes("negation") ? 0.5 : 0),
    });
  }
  return found
    .sort((a, b) => b.score - a.score || a.earlier - b.earlier || a.later - b.later)
    .slice(0, MOST_CANDIDATES)
    .map(({ score: _, ...candidate }) => candidate);
}

const aboutTheSame = ({ jaccard, overlap, common }: Comparison): boolean =>
  overlap >= LEAST_OVERLAP && jaccard >= (common >= FEWEST_COMMON ? LEAST_JACCARD : NEARLY_ALL);

/** Pairs that share words enough, found by their words. */
function pairs(said: readonly Said[]): [number, number][] {
  const having = new Map<number, number[]>();
  const common = new Map<number, number>();
  const width = said.length;
  const found: [number, number][] = [];
  for (const [i, { about }] of said.entries()) {
    for (const sense of about) {
      const others = having.get(sense) ?? [];
      if (others.length <= MOST_WITH_WORD)
        for (const j of others) {
          const key = j * width + i;
          const n = (common.get(key) ?? 0) + 1;
          common.set(key, n);
          if (n === FEWEST_SHARED && found.length < MOST_PAIRS) found.push([j, i]);
        }
      others.push(i);
      having.set(sense, others);
    }
  }
  return found;
}
