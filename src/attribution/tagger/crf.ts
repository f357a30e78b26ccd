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

/** Scores of moves in one row after the other, `[from][to]`: these loops run for every word of every article. */
function movesOf({ transitions }: Crf, tags: number): Float64Array {
  const moves = new Float64Array(tags * tags);
  transitions.forEach((row, from) => {
    moves.set(row, from * tags);
  });
  return moves;
}

/** Most probable tag sequence. `bias` is added to the score of each tag at every word. */
export function viterbi(crf: Crf, { scores, words, tags }: Emissions, bias?: readonly number[]): number[] {
  if (words === 0) return [];
  const moves = movesOf(crf, tags);
  const plus = Float64Array.from({ length: tags }, (_, t) => bias?.[t] ?? 0);
  const back = new Uint8Array(words * tags);
  let best = new Float64Array(tags);
  let next = new Float64Array(tags);
  for (let t = 0; t < tags; t++) best[t] = at(crf.start, t) + at(scores, t) + at(plus, t);
  for (let w = 1; w < words; w++) {
    for (let to = 0; to < tags; to++) {
      let from = 0;
      let top = at(best, 0) + at(moves, to);
      for (let f = 1; f < tags; f++) {
        const value = at(best, f) + at(moves, f * tags + to);
        if (value > top) [from, top] = [f, value];
      }
      back[w * tags + to] = from;
      next[to] = top + at(scores, w * tags + to) + at(plus, to);
    }
    [best, next] = [next, best];
  }
  const path = new Array<number>(words);
  path[words - 1] = best.indexOf(Math.max(...best));
  for (let w = words - 1; w > 0; w--) path[w - 1] = at(back, w * tags + at(path, w));
  return path;
}

/** Probability of each tag at each word `[words][tags]`, by the forward–backward algorithm. */
export function marginals(crf: Crf, { scores, words, tags }: Emissions): Float64Array {
  const moves = movesOf(crf, tags);
  const forward = new Float64Array(words * tags);
  const backward = new Float64Array(words * tags);
  for (let t = 0; t < tags; t++) forward[t] = at(crf.start, t) + at(scores, t);
  const terms = new Float64Array(tags);
  for (let w = 1; w < words; w++)
    for (let to = 0; to < tags; to++) {
      for (let f = 0; f < tags; f++) terms[f] = at(forward, (w - 1) * tags + f) + at(moves, f * tags + to);
      forward[w * tags + to] = logSum(terms) + at(scores, w * tags + to);
    }
  for (let w = words - 2; w >= 0; w--)
    for (let f = 0; f < tags; f++) {
      for (let to = 0; to < tags; to++)
        terms[to] = at(moves, f * tags + to) + at(scores, (w + 1) * tags + to) + at(backward, (w + 1) * tags + to);
      backward[w * tags + f] = logSum(terms);
    }
  const total = words === 0 ? 0 : logSum(forward.subarray((words - 1) * tags));
  return forward.map((value, i) => Math.exp(value + at(backward, i) - total));
}

function logSum(values: Float64Array): number {
  let top = -Infinity;
  for (let i = 0; i < values.length; i++) top = Math.max(top, at(values, i));
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp(at(values, i) - top);
  return top + Math.log(sum);
}
