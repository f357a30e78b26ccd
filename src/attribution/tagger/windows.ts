/**
 * Packs the stretches of a document (blocks, furniture) into windows, one encoder pass each. Whole stretches in order up
 * to a budget of pieces: nearly all attributions lie in one paragraph, and attention over short windows is cheap.
 * `training/hearsay_training/windows.py` does the same, and says where the figures come from.
 */
import type { Span } from "../../document.ts";
import type { Pieces } from "./wordpiece.ts";

/** Pieces of a packed window, [CLS] and [SEP] left out. */
const BUDGET = 128;
/** A stretch up to this long stands in a window of its own when it exceeds the budget; a longer one is cut. */
const LONGEST = 192;
/** Step between the windows of a stretch that is cut. */
const STRIDE = 96;
/** `[unused1]`: stands between two stretches of a window. */
const BREAK = 2;

export interface Window extends Pieces {
  /** Number of the stretch each piece belongs to; -1 for the break between two. */
  stretch: number[];
  /** Half-open range of the pieces whose cues are taken from this window; the rest is overlap. */
  accept: Span;
}

/** Windows over all stretches in order; every piece is accepted in exactly one. */
export function* packWindows(stretches: Iterable<Pieces>): Generator<Window> {
  let current: Window | null = null;
  let number = -1;
  for (const pieces of stretches) {
    const size = pieces.ids.length;
    number++;
    if (size === 0) continue;
    if (current !== null && (size > LONGEST || current.ids.length + 1 + size > BUDGET)) {
      yield current;
      current = null;
    }
    if (size > LONGEST) {
      yield* cutWindows(pieces, number);
      continue;
    }
    if (current === null) current = { ids: [], spans: [], capital: [], first: [], stretch: [], accept: [0, 0] };
    else {
      const at = (pieces.spans[0] as Span)[0];
      append(current, { ids: [BREAK], spans: [[at, at]], capital: [0], first: [true] }, -1);
    }
    append(current, pieces, number);
  }
  if (current !== null) yield current;
}

function append(window: Window, pieces: Pieces, number: number): void {
  window.ids.push(...pieces.ids);
  window.spans.push(...pieces.spans);
  window.capital.push(...pieces.capital);
  window.first.push(...pieces.first);
  for (let i = 0; i < pieces.ids.length; i++) window.stretch.push(number);
  window.accept = [0, window.ids.length];
}

function* cutWindows(pieces: Pieces, number: number): Generator<Window> {
  const size = pieces.ids.length;
  const margin = (LONGEST - STRIDE) / 2;
  for (let start = 0; start < size - LONGEST + STRIDE; start += STRIDE) {
    const end = Math.min(size, start + LONGEST);
    yield {
      ids: pieces.ids.slice(start, end),
      spans: pieces.spans.slice(start, end),
      capital: pieces.capital.slice(start, end),
      first: pieces.first.slice(start, end).with(0, true),
      stretch: new Array<number>(end - start).fill(number),
      accept: [start === 0 ? 0 : margin, end === size ? end - start : margin + STRIDE],
    };
  }
}
