/**
 * The article in order of its text, cut where marks begin and end, so that every shell can show the same marks: each piece of text
 * tells whose words it is. Pieces joined are the text of their block.
 */
import { type Came, howItCame } from "../attribution/relay.ts";
import type { Attribution, BlockKind, Furniture, Reading, Span } from "../document.ts";

export type MarkRole = "source" | "cue" | "content";

/** What a stretch of text is, where it is part of a statement. */
export interface Mark {
  /** The statement to which the shortest span over these words belongs, and what the words are in it. */
  of: Attribution;
  role: MarkRole;
  /** The statement whose content gives the words their tint; that of `of` where they are nobody's content. */
  tint: Attribution;
  /** What the words are in `of`, and `content` where they are anybody's. */
  roles: MarkRole[];
  /** How `of` came, and how `tint` came. */
  came: Came;
  tintCame: Came;
  /** All statements that have these words. */
  over: Attribution[];
  /** The statement for which this is the place to jump to. */
  anchor: Attribution | null;
  /** Further statements that begin here and have no words of their own to jump to. */
  also: Attribution[];
}

export interface Segment {
  span: Span;
  mark: Mark | null;
}

/** A stretch of the article in pieces, and the statements whose first words stand in it. */
export interface Marked {
  span: Span;
  segments: Segment[];
  begun: Attribution[];
}

/** Neighbouring list items, and neighbouring furniture, are one part. */
export type Part =
  | { kind: Exclude<BlockKind, "list">; text: Marked }
  | { kind: "list"; items: Marked[] }
  | { kind: "furniture"; items: { furniture: Furniture; text: Marked }[] };

interface Cut {
  role: MarkRole;
  span: Span;
  a: Attribution;
}

/** Blocks and furniture in order of the text with the marks of `statements`. */
export function articleParts(reading: Reading, statements: readonly Attribution[]): Part[] {
  const mark = marker(reading, statements);
  const pieces = [
    ...reading.blocks.map((block) => ({ ...block, furniture: null })),
    ...reading.furniture.map((furniture) => ({ kind: "furniture" as const, span: furniture.span, furniture })),
  ].sort((x, y) => x.span[0] - y.span[0]);
  const parts: Part[] = [];
  for (const { kind, span, furniture } of pieces) {
    const text = mark(span);
    const last = parts.at(-1);
    if (kind === "furniture") {
      if (last?.kind === "furniture") last.items.push({ furniture, text });
      else parts.push({ kind, items: [{ furniture, text }] });
    } else if (kind === "list") {
      if (last?.kind === "list") last.items.push(text);
      else parts.push({ kind, items: [text] });
    } else parts.push({ kind, text });
  }
  return parts;
}

/** Cuts stretches at every edge of a marked span, so that overlapping marks nest nowhere. Stretches must be asked for in order. */
function marker(reading: Reading, statements: readonly Attribution[]): (span: Span) => Marked {
  const cuts = statements
    .flatMap((a): Cut[] =>
      (["content", "source", "cue"] as const).flatMap((role) => a[role].map((span) => ({ role, span, a }))),
    )
    .sort((x, y) => x.span[0] - y.span[0]);
  const ends = new Map<string, number>();
  for (const { a, span } of cuts) ends.set(a.id, Math.max(span[1], ends.get(a.id) ?? 0));
  const anchored = new Set<string>();
  let next = 0;
  let active: Cut[] = [];
  return ([start, end]) => {
    for (let cut = cuts[next]; cut && cut.span[0] < end; cut = cuts[++next]) active.push(cut);
    active = active.filter((c) => c.span[1] > start);
    const edges = new Set([start, end]);
    for (const { span } of active) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
    const sorted = [...edges].sort((a, b) => a - b);
    const segments: Segment[] = [];
    const begun: Attribution[] = [];
    for (let i = 0; i + 1 < sorted.length; i++) {
      const span: Span = [sorted[i] as number, sorted[i + 1] as number];
      const covering = active.filter((c) => c.span[0] <= span[0] && c.span[1] >= span[1]);
      const mark = markOf(covering, reading);
      if (mark) {
        // Each statement gets one place to jump to; where two begin with the same words and one ends there, an empty one.
        const fresh = mark.over.filter((b) => !anchored.has(b.id));
        mark.anchor = fresh.find((b) => b === mark.of) ?? fresh[0] ?? null;
        mark.also = fresh.filter((b) => b !== mark.anchor && (ends.get(b.id) ?? 0) <= span[1]);
        for (const b of [...(mark.anchor ? [mark.anchor] : []), ...mark.also]) {
          anchored.add(b.id);
          begun.push(b);
        }
      }
      segments.push({ span, mark });
    }
    return { span: [start, end], segments, begun };
  };
}

function markOf(covering: readonly Cut[], reading: Reading): Mark | null {
  const innermost = shortest(covering);
  if (!innermost) return null;
  const of = innermost.a;
  const content = shortest(covering.filter((c) => c.role === "content"));
  const roles = [...new Set(covering.filter((c) => c.a === of || c.role === "content").map((c) => c.role))];
  const tint = content?.a ?? of;
  return {
    of,
    role: innermost.role,
    tint,
    roles,
    came: howItCame(of, reading),
    tintCame: howItCame(tint, reading),
    over: [...new Set(covering.map((c) => c.a))],
    anchor: null,
    also: [],
  };
}

const shortest = (cuts: readonly Cut[]): Cut | undefined =>
  cuts.reduce<Cut | undefined>(
    (best, c) => (best && best.span[1] - best.span[0] < c.span[1] - c.span[0] ? best : c),
    undefined,
  );

/** How many lines of text a stretch has. */
export const linesIn = (text: string, span: Span): number =>
  text
    .slice(...span)
    .split("\n")
    .filter((line) => line.trim() !== "").length;
