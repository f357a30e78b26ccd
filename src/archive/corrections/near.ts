/**
 * Words found again when a few of their letters have changed: approximate matching by edit distance (Sellers 1980) with Ukkonen's
 * cut-off (1985), in a window around where they should stand that a budget bounds.
 */
import type { Span } from "../../document.ts";
import { agreement, type Context, foldUnit } from "./context.ts";

/** Steps that near matching may still take. One step is one cell of a table; a million take some milliseconds. */
export interface Budget {
  left: number;
}

/** A budget for one place, or for as many as share it. */
export const budgetOf = (steps = 50_000_000): Budget => ({ left: steps });

/** Shorter words are too much like others to be recognised when changed. */
const SHORTEST = 12;
/** Longer words are recognised by their two ends. */
const LONGEST = 400;
/** Share of the letters that may have changed. */
const MOST_CHANGED = 0.3;
/** Context tells where the words end: so many units on each side count, and so many of them outweigh one edit. */
const CONTEXT_COUNTED = 12;
const CONTEXT_PER_EDIT = 4;
const BONUS = (2 * CONTEXT_COUNTED) / CONTEXT_PER_EDIT;
/** How much longer or shorter, in its own length, a long passage may have become between its ends. */
const MOST_STRETCHED = 0.5;

export interface Near {
  span: Span;
  /** Share of the letters that changed, 0 to 1; of a long passage, in its two ends. */
  changed: number;
}

/** Words with their surroundings. */
type Quote = Context & { exact: string };

/** The stretch of `text` that is most like the words, among equals the nearest to `hint`; `null` when none is like enough. */
export function findNear(text: string, quote: Quote, hint: number, budget: Budget): Near | null {
  const { exact, prefix, suffix } = quote;
  if (exact.length < SHORTEST) return null;
  if (exact.length <= LONGEST) return search(text, quote, hint, budget);
  const part = LONGEST >> 1;
  const head = search(text, { exact: exact.slice(0, part), prefix, suffix: "" }, hint, budget);
  if (!head) return null;
  const tail = search(
    text,
    { exact: exact.slice(-part), prefix: "", suffix },
    head.span[0] + exact.length - part,
    budget,
  );
  if (!tail) return null;
  const span: Span = [head.span[0], tail.span[1]];
  const length = span[1] - span[0];
  if (tail.span[0] < head.span[1] || Math.abs(length - exact.length) > MOST_STRETCHED * exact.length) return null;
  return { span, changed: (head.changed + tail.changed) / 2 };
}

function search(text: string, quote: Quote, hint: number, budget: Budget): Near | null {
  const { exact } = quote;
  const m = exact.length;
  const most = Math.floor(m * MOST_CHANGED);
  const reach = Math.floor(budget.left / m / 2);
  const from = Math.max(0, Math.min(hint, text.length) - reach);
  const to = Math.min(text.length, hint + m + reach);
  const pattern = Uint16Array.from({ length: m }, (_, i) => foldUnit(exact.charCodeAt(i)));
  // Column j of the table: edits[i] turns the first i units of the pattern into the text from begins[i] to j.
  const edits = Int32Array.from({ length: m + 1 }, (_, i) => i);
  const begins = new Int32Array(m + 1).fill(from);
  let best: Candidate | null = null;
  // Rows above `top` hold more than `most` edits and are not looked at.
  let top = Math.min(m, most);
  for (let j = from; j < to && budget.left > 0; j++) {
    const unit = foldUnit(text.charCodeAt(j));
    let diagonal = 0;
    let diagonalBegin = j;
    begins[0] = j + 1;
    const last = Math.min(m, top + 1);
    budget.left -= last;
    for (let i = 1; i <= last; i++) {
      const old = i > top ? most + 1 : (edits[i] as number);
      const oldBegin = begins[i] as number;
      let least = diagonal + (pattern[i - 1] === unit ? 0 : 1);
      let begin = diagonalBegin;
      if (old + 1 < least) [least, begin] = [old + 1, oldBegin];
      const below = (edits[i - 1] as number) + 1;
      if (below < least) [least, begin] = [below, begins[i - 1] as number];
      edits[i] = least;
      begins[i] = begin;
      diagonal = old;
      diagonalBegin = oldBegin;
    }
    top = last;
    while ((edits[top] as number) > most) top--;
    if (top < m) continue;
    const found = { start: begins[m] as number, end: j + 1, edits: edits[m] as number, cost: edits[m] as number };
    if (best && found.edits > best.edits + BONUS) continue;
    found.cost -= agreement(text, [found.start, found.end], quote, CONTEXT_COUNTED) / CONTEXT_PER_EDIT;
    if (!best || better(found, best, hint, m)) best = found;
  }
  if (!best || best.end <= best.start) return null;
  return { span: toWords(text, [best.start, best.end], exact), changed: best.edits / m };
}

type Candidate = { start: number; end: number; edits: number; cost: number };

/** Fewer edits, context reckoned in; else nearer to the hint; else nearer to the length of the pattern. */
function better(a: Candidate, b: Candidate, hint: number, length: number): boolean {
  const off = (c: Candidate): number => Math.abs(c.end - c.start - length);
  const far = (c: Candidate): number => Math.abs(c.start - hint);
  return (a.cost - b.cost || far(a) - far(b) || off(a) - off(b)) < 0;
}

const WORD = /^[\p{L}\p{N}\p{M}]$/u;
/** A word longer than this is none, and its edge is left alone. */
const LONGEST_WORD = 40;

const word = (text: string, at: number): boolean => WORD.test(text.charAt(at));

/** The span without blanks that the words did not have, out to the edges of words it cut, and never half a surrogate pair. */
function toWords(text: string, [start, end]: Span, exact: string): Span {
  let [s, e] = [start, end];
  while (s < e - 1 && /\s/.test(text.charAt(s)) && !/^\s/.test(exact)) s++;
  while (e > s + 1 && /\s/.test(text.charAt(e - 1)) && !/\s$/.test(exact)) e--;
  for (let n = 0; n < LONGEST_WORD && s > 0 && word(text, s) && word(text, s - 1); n++) s--;
  for (let n = 0; n < LONGEST_WORD && e < text.length && word(text, e) && word(text, e - 1); n++) e++;
  return whole(text, [s, e]);
}

/** The span with the other half of a surrogate pair that it cuts. */
export function whole(text: string, [start, end]: Span): Span {
  const cuts = (at: number): boolean =>
    at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return [cuts(start) ? start - 1 : start, cuts(end) ? end + 1 : end];
}
