/** Lines of pages in reading order → paragraphs. */
import { type Line, type Piece, readingOrder } from "./columns.ts";

/** What stands on one page; `height` in points. */
export interface Page {
  height: number;
  pieces: Piece[];
}

/** Page numbers and running heads stand this close to the edge, as a share of the height. */
const MARGIN = 0.09;
const PAGE_NUMBER = /^(?:page |p\. ?)?[-–—|· ]*\d{1,4}[-–—|· ]*(?:(?:of|\/) ?\d{1,4})?$/i;
/** What browsers print in the margin: the time and title above, the address below. */
const PRINTED = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d{2}(?: ?[AP]M)?(?: .*)?$|^[a-z]+:\/\/\S+(?: \d+\/\d+)?$/i;
/** A line is another paragraph when it stands so much further below than lines usually do. */
const WIDE_GAP = 1.35;
/** …or begins so far to the right, in ems. */
const INDENT = 0.7;
const OTHER_SIZE = 0.12;
/** A line ends short when it leaves this share of its column free. */
const SHORT = 0.12;
const ENDS = /[.!?:…]["”’')\]]*$/;
const HYPHEN = /\p{Ll}[-\u00ad\u2010]$/u;
/** Before these a hyphen is part of the word. */
const COMPOUND =
  /(?:^|\P{L})(?:self|well|co|non|anti|pro|ex|long|short|high|low|mid|half|so|part|full|one|two|three|four|five|six|seven|eight|nine|ten)-$/iu;

/** A document's text, paragraphs apart by a blank line: with each paragraph in one line, and in the lines in which it is set. */
export interface Text {
  text: string;
  lines: string;
}

/** The paragraphs of a document; page numbers and the heads that every page repeats are left out. */
export function paragraphsOf(pages: readonly Page[]): Text {
  const repeated = runningHeads(pages);
  const paragraphs: Line[][] = [];
  for (const { height, pieces } of pages)
    for (const column of readingOrder(pieces)) {
      const lines = column.filter((line) => !(inMargin(line, height) && isFurniture(line.text, repeated)));
      for (const [i, paragraph] of split(lines).entries()) {
        const before = paragraphs.at(-1);
        if (i === 0 && before && goesOn(before, paragraph)) before.push(...paragraph);
        else paragraphs.push(paragraph);
      }
    }
  return {
    text: paragraphs.map(join).filter(Boolean).join("\n\n"),
    lines: paragraphs.map((lines) => lines.map((line) => line.text).join("\n")).join("\n\n"),
  };
}

const inMargin = (line: Piece, height: number): boolean => line.y < MARGIN * height || line.y > (1 - MARGIN) * height;
const isFurniture = (text: string, repeated: ReadonlySet<string>): boolean =>
  PAGE_NUMBER.test(text) || PRINTED.test(text) || repeated.has(shape(text));
const shape = (text: string): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();

/** What stands in the margin of half the pages and two at least. */
function runningHeads(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { height, pieces } of pages) {
    const edge = pieces.filter((piece) => inMargin(piece, height));
    const shapes = new Set(readingOrder(edge).flatMap((lines) => lines.map((line) => shape(line.text))));
    for (const text of shapes) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
}

/** Paragraphs of one stretch of a column. */
function split(lines: readonly Line[]): Line[][] {
  const left = quantile(
    lines.map((line) => line.x),
    0.1,
  );
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  const gaps = lines.slice(1).map((line, i) => ((lines[i] as Line).y - line.y) / line.size);
  const usual =
    quantile(
      gaps.filter((gap) => gap > 0.5),
      0.3,
    ) || 1.2;
  const indented = (line: Line): boolean => line.x - left > INDENT * line.size;
  const short = (line: Line): boolean => line.right < right - SHORT * (right - left);
  const paragraphs: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const breaks =
      !before ||
      Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size) ||
      (gaps[i - 1] as number) > WIDE_GAP * usual ||
      (indented(line) && (!indented(before) || short(before) || ENDS.test(before.text))) ||
      (short(before) && ENDS.test(before.text));
    if (breaks) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  });
  return paragraphs;
}

/** Whether a paragraph goes on in the next column or page. */
function goesOn(before: readonly Line[], after: readonly Line[]): boolean {
  const [last, first] = [before.at(-1) as Line, after[0] as Line];
  if (Math.abs(last.size - first.size) > OTHER_SIZE * last.size || ENDS.test(last.text)) return false;
  return /^[\p{Ll}(“‘"']/u.test(first.text) || HYPHEN.test(last.text) || (before.length > 1 && after.length > 1);
}

function join(lines: readonly Line[]): string {
  let text = "";
  for (const line of lines) {
    const cut = HYPHEN.test(text) && /^\p{Ll}/u.test(line.text);
    if (cut) text = (COMPOUND.test(text) ? text : text.slice(0, -1)) + line.text;
    else text += `${text ? " " : ""}${line.text}`;
  }
  return text.replace(/\u00ad/g, "").trim();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
