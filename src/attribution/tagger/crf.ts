/** Decoding of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over words. */

/** Scores of moves and starts; illegal ones are very negative. */
export interface Crf {
  /** `[from][to]`. */
  transitions: readonly (readonly number[])[];
  start: readonly number[];
}

/** Row-major scores `[words][tags]`. */
export interface Emissions {
  scores: Float64Array;
  words: number;
  tags: number;
}

const at = (values: ArrayLike<number>, i: number): number => values[i] as number;
const move = (crf: Crf, from: number, to: number): number => (crf.transitions[from] as readonly number[])[to] as number;

/** Most probable tag sequence. `bias` is added to the score of each tag at every word. */
export function viterbi(crf: Crf, { scores, words, tags }: Emissions, bias?: readonly number[]): number[] {
  if (words === 0) return [];
  const back = new Uint8Array(words * tags);
  const plus = (tag: number): number => bias?.[tag] ?? 0;
  let best = Array.from({ length: tags }, (_, t) => at(crf.start, t) + at(scores, t) + plus(t));
  for (let w = 1; w < words; w++) {
    best = Array.from({ length: tags }, (_, to) => {
      let from = 0;
      for (let f = 1; f < tags; f++)
        if (at(best, f) + move(crf, f, to) > at(best, from) + move(crf, from, to)) from = f;
      back[w * tags + to] = from;
      return at(best, from) + move(crf, from, to) + at(scores, w * tags + to) + plus(to);
    });
  }
  const path = new Array<number>(words);
  path[words - 1] = best.indexOf(Math.max(...best));
  for (let w = words - 1; w > 0; w--) path[w - 1] = at(back, w * tags + at(path, w));
  return path;
}

/** Probability of each tag at each word `[words][tags]`, by the forward–backward algorithm. */
export function marginals(crf: Crf, { scores, words, tags }: Emissions): Float64Array {
  const forward = new Float64Array(words * tags);
  const backward = new Float64Array(words * tags);
  for (let t = 0; t < tags; t++) forward[t] = at(crf.start, t) + at(scores, t);
  const terms = new Array<number>(tags);
  for (let w = 1; w < words; w++)
    for (let to = 0; to < tags; to++) {
      for (let f = 0; f < tags; f++) terms[f] = at(forward, (w - 1) * tags + f) + move(crf, f, to);
      forward[w * tags + to] = logSum(terms) + at(scores, w * tags + to);
    }
  for (let w = words - 2; w >= 0; w--)
    for (let f = 0; f < tags; f++) {
      for (let to = 0; to < tags; to++)
        terms[to] = move(crf, f, to) + at(scores, (w + 1) * tags + to) + at(backward, (w + 1) * tags + to);
      backward[w * tags + f] = logSum(terms);
    }
  const total = words === 0 ? 0 : logSum(Array.from(forward.subarray((words - 1) * tags)));
  return forward.map((value, i) => Math.exp(value + at(backward, i) - total));
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}
