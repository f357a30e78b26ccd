/** Exports of Nexis Uni and of the older LexisNexis: "Body … Load-Date: … End of Document", or "1 of 12 DOCUMENTS". */
import { exported, type Exported, isDateLine } from "./export-article.ts";
import { empty, type LineResult } from "./result.ts";

const END = /^[ \t]*End of Document[ \t]*$/im;
const NUMBERED = /^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*$/im;
/** Lines of the head: their label and what it says. */
const LABEL =
  /^(?:Copyright\b|Section|Length|Byline|Dateline|Highlight|Headline|Correction|Series|Distribution|Link to (?:Image|PDF))\b/i;
const FIELD = /^(Section|Length|Byline|Dateline|Highlight|Headline|Load-Date)\s*:\s*(.*)$/i;
/** What follows the body. "Graphic" heads the captions of pictures that are not in the export. */
const FOOT =
  /^(?:Load-Date\s*:|Classification$|Graphic$|GRAPHIC:|Notes$|Language\s*:|Publication-Type\s*:|Journal Code\s*:)/i;

/** Whether a text is such an export. */
export const isNexis = (text: string): boolean =>
  (END.test(text) && /^[ \t]*Body[ \t]*$/m.test(text) && /^[ \t]*(?:Load-Date|Length|Copyright)\b/im.test(text)) ||
  (NUMBERED.test(text) && /^[ \t]*(?:LOAD-DATE|LENGTH):/m.test(text));

/** Its articles in order. */
export function* readNexis(text: string, name: string, base: string): Generator<LineResult> {
  const modern = END.test(text);
  const parts = text.split(modern ? /^[ \t]*End of Document[ \t]*$/im : /^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*$/im);
  let number = 0;
  for (const part of modern ? parts : parts.slice(1)) {
    const lines = part.split("\n").map((line) => line.trim());
    // What stands behind the last article: nothing, or the database's own words.
    if (modern && part === parts.at(-1) && !lines.includes("Body")) continue;
    number++;
    const read = modern ? readModern(lines) : readNumbered(lines);
    yield read
      ? exported(read, name, base, number)
      : empty(`${name}: article ${number}`, "has no Body, so it is no article of a Nexis export; export it again");
  }
}

function readModern(lines: readonly string[]): Exported | null {
  const start = lines.indexOf("Body");
  if (start < 0) return null;
  const head = lines.slice(0, start).filter(Boolean);
  // A cover page (user, job number, list of documents) stands before the first article: count back from the date.
  const dated = lastIndex(head, isDateLine);
  const labelled = head.findIndex((line, i) => i > dated && LABEL.test(line));
  const date = dated >= 0 ? dated : Math.max(0, labelled);
  return {
    title: head[date - 2] ?? head[0] ?? null,
    outlet: date >= 2 ? (head[date - 1] ?? null) : null,
    date: head[dated] ?? field(lines, "load-date"),
    byline: field(head, "byline"),
    url: null,
    body: bodyOf(lines.slice(start + 1)),
  };
}

/** The older layout: outlet, date, title, labels, body, LOAD-DATE. */
function readNumbered(lines: readonly string[]): Exported | null {
  const dated = lines.findIndex(isDateLine);
  if (dated < 0) return null;
  const filled = lines.findIndex((line, i) => i > dated && line !== "" && !/^(?:\p{L}+ )?Edition\b/iu.test(line));
  let start = filled + 1;
  for (let i = filled; i < Math.min(lines.length, filled + 30); i++) {
    const line = lines[i] as string;
    if (FOOT.test(line)) break;
    if (FIELD.test(line)) start = i + 1;
  }
  return {
    title:
      field(lines.slice(0, start), "headline") ?? (LABEL.test(lines[filled] ?? "") ? null : (lines[filled] ?? null)),
    outlet: lines.slice(0, dated).filter(Boolean).at(-1) ?? null,
    date: lines[dated] ?? null,
    byline: field(lines.slice(0, start), "byline"),
    url: null,
    body: bodyOf(lines.slice(start)),
  };
}

function bodyOf(lines: readonly string[]): string {
  const foot = lines.findIndex((line) => FOOT.test(line));
  return (foot < 0 ? lines : lines.slice(0, foot)).join("\n");
}

function field(lines: readonly string[], name: string): string | null {
  for (const line of lines) {
    const match = FIELD.exec(line);
    if (match?.[1]?.toLowerCase() === name) return match[2] || null;
  }
  return null;
}

const lastIndex = (lines: readonly string[], is: (line: string) => boolean): number => {
  for (let i = lines.length - 1; i >= 0; i--) if (is(lines[i] as string)) return i;
  return -1;
};
