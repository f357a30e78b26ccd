/**
 * What stretches of an article mean, as short vectors whose cosine tells how alike two are: the encoder's states of their
 * pieces, averaged and mapped by `meaning.bin` (training/hearsay_training/similarity.py).
 */
import type { Span } from "../../document.ts";

/** Collects the encoder's states while an article is read. */
export interface Meanings {
  /** The state of a piece at a place of the text; `values` holds it from `from` on. */
  add(span: Span, values: Float32Array, from: number): void;
  /** The vector of some spans as signed bytes in base64; `null` where no piece was read there. */
  of(spans: readonly Span[]): string | null;
}

/** Rows of `width + 1` weights, the last one the bias. */
export interface MeaningWeights {
  width: number;
  values: Float32Array;
}

/** States are kept as bytes, so that a long article stays small: of a piece `width` bytes and a scale. */
const LEVELS = 127;
/** Numbers of a vector have so many steps to either side: as many pairs of test/archive/trace/paraphrases.json are joined as with more, and an archive packs them in less room. */
const STEPS = 20;

/** Pieces that there is room for at first; twice as many each time it is full. */
const ROOM = 512;

export function makeMeanings({ width, values }: MeaningWeights): Meanings {
  const spans: Span[] = [];
  const scales: number[] = [];
  // All in one: an array for each piece would be as much work for the collector as all other reading.
  let states = new Int8Array(ROOM * width);
  let order: number[] | null = null;
  return {
    add(span, state, from) {
      const at = spans.push(span) - 1;
      if (states.length < spans.length * width) states = doubled(states);
      scales.push(keep(state, from, states, at * width, width));
      order = null;
    },
    of(wanted) {
      order ??= spans.map((_, i) => i).sort((a, b) => (spans[a] as Span)[0] - (spans[b] as Span)[0]);
      const mean = new Float32Array(width);
      let count = 0;
      for (const [start, end] of wanted)
        for (let k = firstFrom(order, spans, start); k < order.length; k++) {
          const i = order[k] as number;
          if ((spans[i] as Span)[0] >= end) break;
          addTo(mean, scales[i] as number, states, i * width);
          count++;
        }
      return count === 0 ? null : packed(mapped(mean, count, width, values));
    },
  };
}

/** Keeps a state as bytes, and gives back their scale. */
function keep(state: Float32Array, from: number, kept: Int8Array, to: number, width: number): number {
  let most = 0;
  for (let i = 0; i < width; i++) most = Math.max(most, Math.abs(state[from + i] as number));
  const scale = most / LEVELS || 1;
  for (let i = 0; i < width; i++) kept[to + i] = Math.round((state[from + i] as number) / scale);
  return scale;
}

function addTo(sum: Float32Array, scale: number, states: Int8Array, from: number): void {
  for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + scale * (states[from + j] as number);
}

function doubled(states: Int8Array): Int8Array<ArrayBuffer> {
  const larger = new Int8Array(2 * states.length);
  larger.set(states);
  return larger;
}

/** Place in `order` of the first piece that begins at `start` or later. */
function firstFrom(order: readonly number[], spans: readonly Span[], start: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[order[middle] as number] as Span)[0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mapped(sum: Float32Array, count: number, width: number, weights: Float32Array): Float32Array {
  const vector = new Float32Array(weights.length / (width + 1));
  for (let row = 0; row < vector.length; row++) {
    const base = row * (width + 1);
    let value = weights[base + width] as number;
    for (let j = 0; j < width; j++) value += ((weights[base + j] as number) * (sum[j] as number)) / count;
    vector[row] = value;
  }
  return vector;
}

/** The vector with its largest value at STEPS, as base64: cosines need no scale. */
function packed(vector: Float32Array): string {
  const most = vector.reduce((max, x) => Math.max(max, Math.abs(x)), 0) || 1;
  return Buffer.from(Int8Array.from(vector, (x) => Math.round((x / most) * STEPS)).buffer).toString("base64");
}
