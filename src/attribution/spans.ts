/** Small arithmetic on lists of spans, each list in order and without overlaps. */
import type { Span } from "../document.ts";

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
export const touches = (list: readonly Span[], span: Span): boolean => list.some((s) => overlaps(s, span));

/** From the first start to the last end; `null` for an empty list. */
export function hull(list: readonly Span[]): Span | null {
  const [head] = list;
  if (!head) return null;
  let [start, end] = head;
  for (const [s, e] of list) {
    start = Math.min(start, s);
    end = Math.max(end, e);
  }
  return [start, end];
}

/** The list with `cut` taken out. */
export function without(list: readonly Span[], cut: Span): Span[] {
  return list.flatMap((span): Span[] => {
    if (!overlaps(span, cut)) return [span];
    const left: Span = [span[0], Math.min(span[1], cut[0])];
    const right: Span = [Math.max(span[0], cut[1]), span[1]];
    return [left, right].filter(([s, e]) => e > s);
  });
}

/** Sorted, and those that touch or overlap made one. */
export function merged(list: readonly Span[]): Span[] {
  const sorted = [...list].sort((a, b) => a[0] - b[0]);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span[0] <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], span[1])];
    else out.push(span);
  }
  return out;
}

/** The last element of an ordered list of spans that starts at or before `at`; -1 when there is none. Binary search. */
export function lastStartingBy(list: readonly { readonly span: Span }[] | readonly Span[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle] as { span: Span } | Span;
    const start = "span" in item ? item.span[0] : item[0];
    if (start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
