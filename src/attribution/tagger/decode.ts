/** From scores to spans. Decisions are made for words (by their first piece), never for parts of words. */
import type { Span } from "../../document.ts";
import { type Crf, type Emissions, marginals, viterbi } from "./crf.ts";
import type { Window } from "./windows.ts";

/** Scores `[pieces][tags]` of one window or of one cue's stretch, row-major. */
export interface Scores {
  values: Float32Array;
  /** Index into `values` of the first piece's first tag. */
  from: number;
  tags: number;
}

/** A cue in a window: half-open range of its pieces, and the probability that it is one. */
export interface Cue {
  pieces: Span;
  confidence: number;
}

/** Source and content of a cue, and how sure the model is of the words it gave to the content. */
export interface Roles {
  source: Span[];
  content: Span[];
  confidence: number;
}

/** A hole of at most this many pieces in a content is filled when neither source nor cue stands in it. */
const LARGEST_HOLE = 12;

const SOURCE = [1, 2];
const CONTENT = [3, 4];

/** Indices of the first pieces of words within `[start, end)`; a stretch always begins a word. */
function wordStarts(window: Window, [start, end]: Span): number[] {
  const starts: number[] = [];
  for (let i = start; i < end; i++) if (i === start || window.first[i]) starts.push(i);
  return starts;
}

function emissionsAt(scores: Scores, starts: readonly number[], base: number): Emissions {
  const { tags } = scores;
  const out = new Float64Array(starts.length * tags);
  starts.forEach((piece, w) => {
    for (let t = 0; t < tags; t++) out[w * tags + t] = scores.values[scores.from + (piece - base) * tags + t] as number;
  });
  return { scores: out, words: starts.length, tags };
}

/**
 * Cues of a window. `outside` is added to the score of "no cue" (negative: propose more and longer ones), `threshold` is the least
 * probability with which a proposed cue is kept.
 */
export function decodeCues(window: Window, scores: Scores, crf: Crf, outside: number, threshold: number): Cue[] {
  const starts = wordStarts(window, [0, window.ids.length]);
  const emissions = emissionsAt(scores, starts, 0);
  const path = viterbi(crf, emissions, [outside, 0, 0]);
  if (path.every((tag) => tag === 0)) return [];
  const probability = marginals(crf, emissions);
  const cues: Cue[] = [];
  for (let w = 0; w < path.length; w++) {
    if (path[w] !== 1) continue;
    let to = w + 1;
    const from = starts[w] as number;
    const stretch = window.stretch[from];
    while (path[to] === 2 && window.stretch[starts[to] as number] === stretch) to++;
    let confidence = 0;
    for (let k = w; k < to; k++) confidence = Math.max(confidence, 1 - (probability[k * 3] as number));
    const inside = from >= window.accept[0] && from < window.accept[1];
    if (inside && confidence >= threshold) cues.push({ pieces: [from, starts[to] ?? window.ids.length], confidence });
  }
  return cues;
}

/** Source and content of one cue from the scores over `scope`, the stretch in which it stands. */
export function decodeRoles(window: Window, cue: Cue, scope: Span, scores: Scores, crf: Crf): Roles {
  const starts = wordStarts(window, scope);
  const emissions = emissionsAt(scores, starts, scope[0]);
  const path = viterbi(crf, emissions);
  const probability = marginals(crf, emissions);
  let sum = 0;
  let words = 0;
  path.forEach((tag, w) => {
    if (!CONTENT.includes(tag)) return;
    sum += (probability[w * 5 + 3] as number) + (probability[w * 5 + 4] as number);
    words++;
  });
  const taken = (piece: number): boolean => piece >= cue.pieces[0] && piece < cue.pieces[1];
  const ends = (w: number): number => starts[w + 1] ?? scope[1];
  const runs = (begin: number, inside: number): Span[] => {
    const found: Span[] = [];
    path.forEach((tag, w) => {
      const last = found.at(-1);
      const from = starts[w] as number;
      if (tag === begin || tag === inside) {
        if (last && last[1] === from) found[found.length - 1] = [last[0], ends(w)];
        else found.push([from, ends(w)]);
      }
    });
    return found;
  };
  const source = runs(SOURCE[0] as number, SOURCE[1] as number);
  const blocked = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (taken(i) || source.some(([s, e]) => i >= s && i < e)) return true;
    return false;
  };
  const content: Span[] = [];
  for (const run of runs(CONTENT[0] as number, CONTENT[1] as number)) {
    const last = content.at(-1);
    if (last && run[0] - last[1] <= LARGEST_HOLE && !blocked(last[1], run[0]))
      content[content.length - 1] = [last[0], run[1]];
    else content.push(run);
  }
  return { source, content, confidence: words === 0 ? 0 : sum / words };
}

/** Pieces of the stretch in which piece `at` stands. */
export function scopeOf(window: Window, at: number): Span {
  const number = window.stretch[at];
  let start = at;
  let end = at;
  while (start > 0 && window.stretch[start - 1] === number) start--;
  while (end < window.ids.length && window.stretch[end] === number) end++;
  return [start, end];
}
