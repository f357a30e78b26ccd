/** The difference between two long texts: what surely stays is fixed sentence by sentence, and words are compared in between. */
import { type DiffPart, diffWords, units } from "./diff.ts";

/** A line or a sentence, with the blanks after it; so the sentences of a text joined are the text. */
const SENTENCE = /[^\n.!?]*(?:[.!?]+["'”’)\]]*\s+|\n\s*|[.!?]+|$)/gu;
/** So many words and marks of one text times those of the other are compared at once; more are shown as removed and added whole. */
const CELLS = 250_000;

/**
 * From the first text to the later one, in the parts of `diffWords`. Sentences that stand once in each text, and in the same order, are
 * the same (patience diff, Cohen 2003); time grows with n log n in the length of the texts.
 */
export function diffText(first: string, later: string): DiffPart[] {
  const [a, b] = [sentences(first), sentences(later)];
  const parts: DiffPart[] = [];
  const add = (part: DiffPart): void => {
    const last = parts.at(-1);
    if (part.text === "") return;
    if (last?.kind === part.kind) last.text += part.text;
    else parts.push({ ...part });
  };
  let [i, j] = [0, 0];
  for (const [x, y] of [...fixed(a, b), [a.length, b.length] as const]) {
    for (const part of between(a.slice(i, x).join(""), b.slice(j, y).join(""))) add(part);
    if (x < a.length) add({ kind: "same", text: a[x] as string });
    [i, j] = [x + 1, y + 1];
  }
  return parts;
}

const sentences = (text: string): string[] => (text.match(SENTENCE) ?? []).filter((one) => one !== "");

function between(first: string, later: string): DiffPart[] {
  if (first === later) return [{ kind: "same", text: first }];
  if (units(first).length * units(later).length <= CELLS) return diffWords(first, later);
  return [
    { kind: "removed", text: first },
    { kind: "added", text: later },
  ];
}

/** Pairs of sentences that stand once in each, the most of them that keep their order: the longest increasing run. */
function fixed(a: readonly string[], b: readonly string[]): [number, number][] {
  const [inA, inB] = [once(a), once(b)];
  const pairs = [...inA].flatMap(([key, x]): [number, number][] => {
    const y = inB.get(key);
    return y === undefined || y < 0 || x < 0 ? [] : [[x, y]];
  });
  pairs.sort(([x], [y]) => x - y);
  /** `tails[n]`: index of the pair that ends the run of n + 1 pairs whose end stands first. */
  const tails: number[] = [];
  const before = pairs.map(([, y], at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as [number, number])[1] < y) low = middle + 1;
      else high = middle;
    }
    tails[low] = at;
    return tails[low - 1] ?? -1;
  });
  const run: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) run.push(pairs[at] as [number, number]);
  return run.reverse();
}

/** Where each sentence stands that stands once; -1 for the others. */
function once(list: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  list.forEach((one, at) => {
    const key = one.trim();
    found.set(key, found.has(key) || key === "" ? -1 : at);
  });
  return found;
}
