/** Pieces of text on a page → lines in the order in which a reader reads them, columns one after the other. */

/** A piece of text as it stands on a page; lengths in points, `y` upwards from the foot of the page. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A line of one column. */
export interface Line extends Piece {
  right: number;
}

/** Pieces on a line that stand further apart than this, in ems, may belong to different columns. */
const APART = 0.9;
/** A gap wider than this, in ems, is a space between words. */
const SPACE = 0.15;
/** A gutter runs in the middle of the page, has lines on both sides, and few lines cross it. */
const MIDDLE = [0.2, 0.8] as const;
const FEWEST_LINES = 3;
const MOST_CROSSING = 0.35;
const STEPS = 120;
/** Columns in columns (three and four columns to a page). */
const DEEPEST = 3;

/** Lines of a page, grouped by the stretch of a column in which they stand, in reading order. */
export function readingOrder(pieces: readonly Piece[]): Line[][] {
  return order(segments(pieces), 0)
    .map(joinLines)
    .filter((lines) => lines.length > 0);
}

/** Pieces that stand on one line and close to each other, joined. */
function segments(pieces: readonly Piece[]): Line[] {
  const sorted = pieces.filter((piece) => piece.text.trim() !== "").sort((a, b) => b.y - a.y);
  const segmented: Line[] = [];
  for (const row of rows(sorted)) {
    let last: Line | null = null;
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const right = piece.x + piece.width;
      if (last && piece.x - last.right < APART * Math.max(last.size, piece.size)) append(last, { ...piece, right });
      else {
        last = { ...piece, right };
        segmented.push(last);
      }
    }
  }
  return segmented;
}

/** Pieces whose feet stand on the same height. They come sorted from the top. */
function rows<T extends Piece>(sorted: readonly T[]): T[][] {
  const list: T[][] = [];
  for (const piece of sorted) {
    const row = list.at(-1);
    const head = row?.[0];
    if (row && head && head.y - piece.y < 0.4 * Math.min(head.size, piece.size)) row.push(piece);
    else list.push([piece]);
  }
  return list;
}

function append(line: Line, next: Line): void {
  const gap = next.x - line.right;
  const spaced = gap > SPACE * next.size && !/\s$/.test(line.text) && !/^\s/.test(next.text);
  // A wide gap and a blank piece of its own say the same.
  line.text += `${spaced ? " " : ""}${next.text}`;
  line.right = Math.max(line.right, next.right);
  line.width = line.right - line.x;
  line.size = Math.max(line.size, next.size);
}

function order(lines: readonly Line[], depth: number): Line[][] {
  const gutter = depth < DEEPEST ? gutterOf(lines) : null;
  if (gutter === null) return [[...lines]];
  const ordered: Line[][] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  let across: Line[] = [];
  const flush = (): void => {
    if (left.length > 0) ordered.push(...order(left, depth + 1));
    if (right.length > 0) ordered.push(...order(right, depth + 1));
    left = [];
    right = [];
  };
  const flushAcross = (): void => {
    if (across.length > 0) ordered.push(across);
    across = [];
  };
  // A headline or picture line across the gutter parts what stands above it from what stands below.
  for (const line of lines) {
    if (line.x < gutter && line.right > gutter) {
      flush();
      across.push(line);
    } else {
      flushAcross();
      (line.right <= gutter ? left : right).push(line);
    }
  }
  flushAcross();
  flush();
  return ordered;
}

/** Where a gutter runs; `null` when the lines stand in one column. */
function gutterOf(lines: readonly Line[]): number | null {
  if (lines.length < 2 * FEWEST_LINES) return null;
  const from = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  const to = lines.reduce((most, line) => Math.max(most, line.right), 0);
  let best: { crossing: number; first: number; last: number } | null = null;
  for (let step = Math.ceil(MIDDLE[0] * STEPS); step <= MIDDLE[1] * STEPS; step++) {
    const x = from + ((to - from) * step) / STEPS;
    const left = lines.filter((line) => line.right <= x);
    const right = lines.filter((line) => line.x >= x);
    const crossing = lines.length - left.length - right.length;
    if (Math.min(beside(left, right), beside(right, left)) < FEWEST_LINES) continue;
    if (crossing > MOST_CROSSING * (left.length + right.length)) continue;
    if (!best || crossing < best.crossing) best = { crossing, first: x, last: x };
    else if (crossing === best.crossing) best.last = x;
  }
  return best ? (best.first + best.last) / 2 : null;
}

/** How many of the lines stand beside the others rather than above or below them all. */
function beside(lines: readonly Line[], others: readonly Line[]): number {
  let top = Number.NEGATIVE_INFINITY;
  let foot = Number.POSITIVE_INFINITY;
  for (const { y } of others) {
    top = Math.max(top, y);
    foot = Math.min(foot, y);
  }
  return lines.filter((line) => line.y <= top + 1 && line.y >= foot - 1).length;
}

/** Segments that turned out to stand in one column, joined where they share a line. */
function joinLines(lines: readonly Line[]): Line[] {
  return rows(lines).map((row) => {
    const [first, ...rest] = row.sort((a, b) => a.x - b.x);
    const line = { ...(first as Line) };
    for (const next of rest) append(line, next);
    return { ...line, text: line.text.replace(/\s+/g, " ").trim() };
  });
}
