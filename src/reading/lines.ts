import type { Span } from "../document.ts";

/** A line that holds anything, without the blanks around it. */
export interface Line {
  span: Span;
  text: string;
  /** A blank line stands before it (or it is the first). */
  apart: boolean;
}

/** Lines of a text in order, blank ones left out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (
      end < text.length &&
      text[end] !== "\n" &&
      text[end] !== "\r" &&
      text[end] !== "\u2028" &&
      text[end] !== "\u2029"
    )
      end++;
    let a = start;
    let b = end;
    while (a < b && isBlank(text.charCodeAt(a))) a++;
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--;
    if (b > a) {
      lines.push({ span: [a, b], text: text.slice(a, b), apart });
      apart = false;
    } else if (end > start || text[start] === "\n") apart = true;
    start = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return lines;
}

const isBlank = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0xfeff || /\s/.test(String.fromCharCode(code));

const WRAPPED_AT_LEAST = 45;
const WRAPPED_AT_MOST = 100;

/**
 * Joins hard-wrapped lines: in a text whose paragraphs are set apart by blank lines and whose lines are cut at a column,
 * a paragraph is all its lines. Elsewhere a line is a paragraph.
 */
export function joinWrapped(text: string, lines: readonly Line[]): Line[] {
  const followers = lines.filter((line) => !line.apart);
  const wide = lines.filter((_, i) => lines[i + 1]?.apart === false);
  const cut = wide.filter(
    (l) => l.text.length >= WRAPPED_AT_LEAST && l.text.length <= WRAPPED_AT_MOST && !/[.!?:]["”’']?$/.test(l.text),
  );
  if (followers.length < 3 || cut.length < 0.5 * wide.length) return [...lines];
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !line.apart && !/^(?:[-*•⋙>#]|\d+[.)])\s?/.test(line.text)) {
      last.span = [last.span[0], line.span[1]];
      last.text = text.slice(...last.span);
    } else joined.push({ ...line });
  }
  return joined;
}
