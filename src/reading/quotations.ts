/**
 * Quotation marks as newspapers use them: curly, straight, single (with apostrophes inside), « », „ “, ‹ ›, nested,
 * re-opened at the head of each paragraph, never closed. One pass over each block, linear in its length.
 */
import type { Document, Span } from "../document.ts";
import { stretchesOf } from "./parts.ts";

/** A stretch in quotation marks (or the part of one that stands in one block, when the marks are re-opened). */
export interface Quotation {
  /** With its marks. */
  span: Span;
  /** Without its marks. */
  inner: Span;
  /** The opening mark as it stands. */
  mark: string;
  /** False when no closing mark stands in the block (the speech goes on in the next one, or the mark was forgotten). */
  closed: boolean;
  /** Index of the quotation this one stands inside; `null` at top level. */
  inside: number | null;
  /** Index of the quotation in the block before, when this one re-opens it. */
  continues: number | null;
}

/** Closing marks that fit an opening one. */
const CLOSES: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "‹": "›",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
  "'": "'",
};
const SINGLES = new Set(["‘", "’", "'"]);
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
/** What may stand before an opening mark. */
const BEFORE_OPENING = /[\s([{—–\-/“„«‹‘"'…:;,]/;
/** Words that begin with an apostrophe. */
const ELISION = /^(?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b|cos\b)/i;
/** Deeper nesting than any newspaper prints is taken for noise. */
const DEEPEST = 8;

type Turn = "open" | "close" | null;

interface Open {
  index: number;
  mark: string;
}

/** Quotations of a document in order, outer before inner; none reaches over a block. */
export function findQuotations(doc: Pick<Document, "text" | "blocks" | "furniture">): Quotation[] {
  const found: Quotation[] = [];
  let unclosed: number | null = null;
  for (const span of stretchesOf(doc)) {
    const from = found.length;
    scanBlock(doc.text, span, found);
    const head = found[from];
    if (head && unclosed !== null && head.span[0] === firstInk(doc.text, span) && head.mark === found[unclosed]?.mark)
      head.continues = unclosed;
    unclosed = null;
    for (let i = found.length - 1; i >= from; i--) {
      const q = found[i];
      if (q && !q.closed && q.inside === null) {
        unclosed = i;
        break;
      }
    }
  }
  return found;
}

function firstInk(text: string, [start, end]: Span): number {
  let at = start;
  while (at < end && SPACE.test(text[at] as string)) at++;
  return at;
}

function scanBlock(text: string, [start, end]: Span, out: Quotation[]): void {
  const open: Open[] = [];
  const first = out.length;
  const singleClosers = closersAhead(text, start, end);
  for (let at = start; at < end; at++) {
    const mark = text[at] as string;
    const turn = turnOf(text, at, start, end, open, singleClosers);
    if (turn === "open" && open.length < DEEPEST) {
      open.push({ index: out.length, mark });
      const inside = open.at(-2)?.index ?? null;
      out.push({ span: [at, end], inner: [at + 1, end], mark, closed: false, inside, continues: null });
    } else if (turn === "close") {
      const level = open.findLastIndex((o) => CLOSES[o.mark]?.includes(mark));
      const target = out[open[level]?.index ?? -1];
      if (target) {
        target.span = [target.span[0], at + 1];
        target.inner = [target.inner[0], at];
        target.closed = true;
        // What was opened inside and never closed ends where its outer quotation does.
        for (const { index } of open.slice(level + 1)) {
          const inner = out[index] as Quotation;
          inner.span = [inner.span[0], at];
          inner.inner = [inner.inner[0], at];
        }
        open.length = level;
      }
    }
  }
  dropStraySingles(out, first);
}

/** An opening single mark that was never closed was an apostrophe, unless it begins its block (a speech that goes on). */
function dropStraySingles(out: Quotation[], first: number): void {
  const stray = (q: Quotation | undefined): boolean => q !== undefined && !q.closed && SINGLES.has(q.mark);
  if (!out.slice(first).some(stray)) return;
  const kept: Quotation[] = [];
  const indexOf = new Map<number, number>();
  out.slice(first).forEach((q, i) => {
    if (stray(q) && !(i === 0 && q.mark === "‘" && q.inner[1] - q.inner[0] > 40)) return;
    indexOf.set(first + i, first + kept.length);
    kept.push(q);
  });
  const parentOf = (q: Quotation): number | null => {
    let parent = q.inside;
    while (parent !== null && !indexOf.has(parent)) parent = out[parent]?.inside ?? null;
    return parent === null ? null : (indexOf.get(parent) ?? null);
  };
  const parents = kept.map(parentOf);
  kept.forEach((q, i) => {
    q.inside = parents[i] ?? null;
  });
  out.length = first;
  for (const q of kept) out.push(q);
}

/**
 * For each offset from `start`: 1 when the next telling single mark from there on can only close (it follows
 * punctuation), 0 when it opens or there is none.
 */
function closersAhead(text: string, start: number, end: number): Uint8Array {
  const ahead = new Uint8Array(end - start + 1);
  for (let at = end - 1; at >= start; at--) {
    const mark = text[at] as string;
    const next = ahead[at - start + 1] as number;
    ahead[at - start] = next;
    if (!SINGLES.has(mark) || (LETTER.test(text[at + 1] ?? "") && LETTER.test(text[at - 1] ?? ""))) continue;
    if (/[.,!?…”"]/.test(text[at - 1] ?? "") && !LETTER.test(text[at + 1] ?? "")) ahead[at - start] = 1;
    else if (mark !== "’" && BEFORE_OPENING.test(text[at - 1] ?? " ")) ahead[at - start] = 0;
  }
  return ahead;
}

function turnOf(text: string, at: number, start: number, end: number, open: readonly Open[], ahead: Uint8Array): Turn {
  const mark = text[at] as string;
  const before = at > start ? (text[at - 1] as string) : " ";
  const after = at + 1 < end ? (text[at + 1] as string) : " ";
  const isOpen = (m: string): boolean => open.some((o) => o.mark === m);
  switch (mark) {
    case "“":
      return isOpen("„") ? "close" : "open";
    case "„":
    case "«":
    case "‹":
      return "open";
    case "”":
    case "»":
    case "›":
      return "close";
    case '"':
      if (isOpen('"')) return "close";
      // 6' 2" tall: a closing look with nothing open is a unit of length.
      return SPACE.test(after) || (LETTER.test(before) && !LETTER.test(after)) ? null : "open";
    case "‚":
      return BEFORE_OPENING.test(before) && LETTER.test(after) ? "open" : null;
    case "‘":
    case "’":
    case "'":
      return singleTurn(
        text,
        at,
        mark,
        before,
        after,
        isOpen(mark === "’" ? "‘" : mark),
        ahead[at - start + 1] as number,
      );
    default:
      return null;
  }
}

function singleTurn(
  text: string,
  at: number,
  mark: string,
  before: string,
  after: string,
  opened: boolean,
  ahead: number,
): Turn {
  const joined = LETTER.test(before) && LETTER.test(after);
  if (joined) return null;
  const opening = mark !== "’" && BEFORE_OPENING.test(before) && !SPACE.test(after);
  if (opening && !(opened && mark === "'")) return ELISION.test(text.slice(at + 1, at + 8)) ? null : "open";
  if (mark === "‘" || !opened || SPACE.test(before)) return null;
  if (!LETTER.test(before)) return "close";
  // "the farmers' union": a possessive when the word goes on and a mark that can only close stands further on.
  const possessive = /[sxz]/i.test(before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) && ahead > 0;
  return possessive ? null : "close";
}
