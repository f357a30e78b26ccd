/** Which mentions are asked about, and their candidates; `training/hearsay_training/antecedents.py` does the same. */
import type { Described } from "./described.ts";
import { OTHER } from "./found.ts";
import { FEATURES, ownFeatures, pairFeatures } from "./features.ts";
import type { Lexicon } from "./vocabulary.ts";

/** Stands for "nobody" among the candidates. */
export const NONE = -1;

export interface Question {
  /** Place of the mention among all. */
  mention: number;
  /** Places of its candidates, "none" first. */
  candidates: readonly number[];
  /** A row of `FEATURES` numbers for each candidate. */
  features: Float32Array;
}

/** A rank that no candidate reaches: of those that do not fit. */
const UNRANKED = 50;

/** A question for each pronoun, and for each noun that stands for somebody who can speak, in order. */
export function questionsOf(mentions: readonly Described[], lexicon: Lexicon): Question[] {
  const named = new Map<string, number>();
  for (const m of mentions) if (m.found.form === "name") named.set(m.head, (named.get(m.head) ?? 0) + 1);
  return mentions.flatMap((m, at) => (isAsked(m) ? [question(mentions, at, named, lexicon)] : []));
}

const isAsked = ({ found, kind }: Described): boolean =>
  found.form === "pronoun" || (found.form === "nominal" && kind !== OTHER);

function question(
  mentions: readonly Described[],
  at: number,
  named: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Question {
  const m = mentions[at] as Described;
  const candidates = candidatesOf(mentions, at, lexicon);
  const own = ownFeatures(m, at);
  const features = new Float32Array((candidates.length + 1) * FEATURES);
  features.set(own, 0);
  features[own.length] = 1;
  let [rank, side, seen, seenName] = [0, true, false, false];
  candidates.forEach((place, row) => {
    const c = mentions[place] as Described;
    const before = place < at;
    if (before !== side) [rank, side, seen, seenName] = [0, before, false, false];
    const fit = fits(m, c);
    const isName = c.found.form === "name";
    const base = (row + 1) * FEATURES;
    features.set(own, base);
    features.set(
      pairFeatures(m, c, before, {
        rank: fit ? rank : UNRANKED,
        nearest: !seen,
        nearestName: isName && !seenName,
        nearestFit: fit && rank === 0,
        salience: isName ? (named.get(c.head) ?? 0) : 0,
      }),
      base + own.length,
    );
    rank += fit ? 1 : 0;
    seen = true;
    seenName ||= isName;
  });
  return { mention: at, candidates: [NONE, ...candidates], features };
}

/** Nearest first on each side, those before the mention first; pronouns and nouns for things only where they can be meant. */
function candidatesOf(mentions: readonly Described[], at: number, { before, after }: Lexicon): number[] {
  const eligible = (i: number): boolean => {
    const { found, kind } = mentions[i] as Described;
    return found.form === "name" || (found.form === "pronoun" ? i < at : kind !== OTHER);
  };
  const candidates: number[] = [];
  for (let i = at - 1; i >= 0 && candidates.length < before; i--) if (eligible(i)) candidates.push(i);
  const most = candidates.length + after;
  for (let i = at + 1; i < mentions.length && candidates.length < most; i++) if (eligible(i)) candidates.push(i);
  return candidates;
}

const CROWDS = new Set(["organisation", "outlet", "group"]);

/** Whether gender, number and kind allow the pair, by the lists alone. */
function fits(m: Described, c: Described): boolean {
  if (m.gender && c.gender && m.gender !== c.gender) return false;
  const pronoun = c.found.form === "pronoun";
  if (m.pronoun === "he" || m.pronoun === "she") return pronoun ? c.pronoun === m.pronoun : c.kind === "person";
  if (m.pronoun === "they") return c.number === "plural" || (!pronoun && CROWDS.has(c.kind));
  if (m.pronoun === "it")
    return c.number === "singular" && (pronoun ? c.pronoun === "it" : c.kind !== "person" && c.kind !== "group");
  return c.found.form === "name" || c.head === m.head;
}
