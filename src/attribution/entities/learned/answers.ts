/** From the scorer's probabilities to whom each mention stands for; `training/hearsay_training/antecedents.py` does the same. */
import type { Described } from "./described.ts";
import { NONE, type Question } from "./questions.ts";

/** Probabilities of a question's candidates: among all, and among those that are no pronouns. */
export interface Shares {
  linked: readonly number[];
  named: readonly number[];
}

export interface Answer {
  /** Place of the mention (no pronoun) that is meant; `NONE` for nobody. */
  mention: number;
  /** 0 to 1. */
  probability: number;
}

/** Probabilities from scores, two softmaxes. */
export function sharesOf({ candidates }: Question, scores: ArrayLike<number>, mentions: readonly Described[]): Shares {
  const all = Array.from(scores);
  const pronoun = candidates.map((c) => c !== NONE && mentions[c]?.found.form === "pronoun");
  return { linked: softmax(all), named: softmax(all.map((s, i) => (pronoun[i] ? -Infinity : s))) };
}

export function softmax(scores: readonly number[]): number[] {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  const powers = new Array<number>(scores.length);
  let total = 0;
  for (let i = 0; i < powers.length; i++) {
    const power = Math.exp((scores[i] as number) - top);
    powers[i] = power;
    total += power;
  }
  for (let i = 0; i < powers.length; i++) powers[i] = (powers[i] as number) / total;
  return powers;
}

/** What a candidate is counted under: a person's name and a noun by the last word, another name by all its words. */
export function keyOf(mentions: readonly Described[], place: number): string {
  if (place === NONE) return "";
  const m = mentions[place] as Described;
  return m.found.form === "nominal" || m.kind === "person" ? m.head : `=${m.words.join(" ")}`;
}

/** A pronoun joins the run of the pronoun of its class that is its likeliest candidate of all; a run answers as one. */
function runsOf(
  mentions: readonly Described[],
  asked: readonly Question[],
  shares: readonly Shares[],
): Map<number, number> {
  const runs = new Map<number, number>();
  asked.forEach(({ mention, candidates }, i) => {
    const { linked } = shares[i] as Shares;
    const best = candidates[linked.indexOf(Math.max(...linked))] as number;
    const { pronoun } = mentions[mention] as Described;
    const joined = pronoun && mentions[best]?.pronoun === pronoun ? runs.get(best) : undefined;
    runs.set(mention, joined ?? mention);
  });
  return runs;
}

interface Run {
  size: number;
  totals: Map<string, number>;
  places: Map<string, Set<number>>;
}

/** For each question whom the mention stands for: the likeliest by the mean over its run. */
export function answersTo(
  mentions: readonly Described[],
  asked: readonly Question[],
  shares: readonly Shares[],
): Answer[] {
  const runOf = runsOf(mentions, asked, shares);
  const runs = new Map<number, Run>();
  asked.forEach(({ mention, candidates }, i) => {
    const id = runOf.get(mention) as number;
    const run = runs.get(id) ?? { size: 0, totals: new Map(), places: new Map() };
    runs.set(id, run);
    run.size++;
    candidates.forEach((place, k) => {
      if (place !== NONE && mentions[place]?.found.form === "pronoun") return;
      const key = keyOf(mentions, place);
      run.totals.set(key, (run.totals.get(key) ?? 0) + (shares[i]?.named[k] as number));
      const places = run.places.get(key);
      if (places) places.add(place);
      else run.places.set(key, new Set([place]));
    });
  });
  return asked.map(({ mention, candidates }, i) => {
    const { totals, places, size } = runs.get(runOf.get(mention) as number) as Run;
    const [key, total] = [...totals].reduce((best, next) => (next[1] > best[1] ? next : best));
    const meant = places.get(key) as Set<number>;
    let [chosen, most] = [null as number | null, -1];
    candidates.forEach((place, k) => {
      const share = shares[i]?.named[k] as number;
      if (share > most && meant.has(place)) [chosen, most] = [place, share];
    });
    const near = [...meant].reduce((a, b) => (Math.abs(b - mention) < Math.abs(a - mention) ? b : a));
    return { mention: chosen ?? near, probability: total / size };
  });
}
