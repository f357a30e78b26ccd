/** The difference between two tellings, word by word, for display. */
import { align } from "./align.ts";

export interface DiffPart {
  kind: "same" | "removed" | "added";
  /** The words with the marks and blanks that follow them, as they stand: removed and same of the first, added of the later. */
  text: string;
}

/** Words or single marks, with the blanks after them; so the parts of a text joined are the text. */
const UNIT = /(?:[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}])\s*|\s+/gu;

/** A text in the words and marks that are compared. */
export const units = (text: string): string[] => text.match(UNIT) ?? [];

/**
 * From the first telling's words to the later one's. "same" and "removed" parts joined are `first`; "same" and "added"
 * parts joined are `later` but for case, kind of quotation mark and blanks, which count as no difference.
 */
export function diffWords(first: string, later: string): DiffPart[] {
  const [a, b] = [units(first), units(later)];
  const ids = new Map<string, number>();
  const id = (unit: string): number => {
    const key = unit
      .trim()
      .toLowerCase()
      .replace(/[’‘ʼ]/g, "'")
      .replace(/[“”„«»]/g, '"');
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  };
  const pairs = align(a.map(id), b.map(id));
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart["kind"], run: readonly string[]): void => {
    const text = run.join("");
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    add("removed", a.slice(i, x));
    add("added", b.slice(j, y));
    if (x < a.length) add("same", [a[x] as string]);
    i = x + 1;
    j = y + 1;
  }
  return parts;
}
