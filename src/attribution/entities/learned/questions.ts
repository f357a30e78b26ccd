/** Which mentions are asked about, and their candidates; `training/hearsay_training/antecedents.py` does the same. */
import type { Span } from "../../../document.ts";
import { lastStartingBy, merged, overlaps } from "../../spans.ts";
import type { Described } from "./described.ts";
import { OTHER } from "./found.ts";
import { FEATURES, putNobody, putOwn, putPair } from "./features.ts";
import type { Lexicon } from "./vocabulary.ts";
import type { Word } from "./words.ts";

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

/** Whether a mention is worth a question. */
export type Asked = (mention: Described) => boolean;

/** A question for each pronoun, and for each noun that stands for somebody who can speak, in order; of those that `wanted` tells. */
export function questionsOf(mentions: readonly Described[], lexicon: Lexicon, wanted: Asked = () => true): Question[] {
  const named = new Map<string, number>();
  for (const m of mentions) if (m.found.form === "name") named.set(m.head, (named.get(m.head) ?? 0) + 1);
  return mentions.flatMap((m, at) => (canBeAsked(m) && wanted(m) ? [question(mentions, at, named, lexicon)] : []));
}

const canBeAsked = ({ found, kind }: Described): boolean =>
  found.form === "pronoun" || (found.form === "nominal" && kind !== OTHER);

/** Asks for every pronoun, since a run of them answers as one and descriptions hold them anywhere, and for the nouns at some spans. */
export function neededAt(spans: readonly Span[], words: readonly Word[]): Asked {
  const asked = merged(spans);
  return ({ found: { form, start, end } }) => {
    if (form === "pronoun") return true;
    const span: Span = [(words[start] as Word).span[0], (words[end - 1] as Word).span[1]];
    const last = asked[lastStartingBy(asked, span[1] - 1)];
    return last !== undefined && overlaps(last, span);
  };
}

function question(
  mentions: readonly Described[],
  at: number,
  named: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Question {
  const m = mentions[at] as Described;
  const candidates = candidatesOf(mentions, at, lexicon);
  const features = new Float32Array((candidates.length + 1) * FEATURES);
  putOwn(features, 0, m, at);
  for (let row = 1; row <= candidates.length; row++) features.copyWithin(row * FEATURES, 0, FEATURES);
  putNobody(features, 0);
  let [rank, side, seen, seenName] = [0, true, false, false];
  candidates.forEach((place, row) => {
    const c = mentions[place] as Described;
    const before = place < at;
    if (before !== side) [rank, side, seen, seenName] = [0, before, false, false];
    const fit = fits(m, c);
    const isName = c.found.form === "name";
    const base = (row + 1) * FEATURES;
    putPair(features, base, m, c, before, {
      rank: fit ? rank : UNRANKED,
      nearest: !seen,
      nearestName: isName && !seenName,
      nearestFit: fit && rank === 0,
      salience: isName ? (named.get(c.head) ?? 0) : 0,
    });
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
