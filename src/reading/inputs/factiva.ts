/** Exports of Factiva: articles that end in "Document XXXX0000…", with field codes (HD, BY, PD, SN, LP, TD) or plain. */
import { exported, type Exported, isDateLine } from "./export-article.ts";
import type { LineResult } from "./result.ts";

const END = /^[ \t]*(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{3,}\d{6,}[a-z0-9]*[ \t]*$/m;
const CODE =
  /^(HD|BY|CR|WC|PD|ET|SN|SC|SE|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|PUB|IPC|IPD|ART|CLM|AN)(?:[ \t]+(.*))?$/;
const WORDS = /^[\d,.]+ words$/i;
const LANGUAGE =
  /^(?:English|French|German|Spanish|Italian|Portuguese|Dutch|Arabic|Russian|Chinese|Japanese)\b.{0,20}$/;
const RIGHTS = /^(?:\(c\)|©|Copyright\b|Crown Copyright)/i;
/** Printed by Factiva on every page, or standing before the first article. */
const NOISE = /^(?:Page \d+ of \d+\b.*|(?:©|\(c\)) ?\d{4} Factiva.*|Factiva|Dow Jones|Search Summary)$/i;
const NAME = /^(?:by |from )?\p{Lu}[\p{L}'’.-]+(?:[ ,]+(?:and|&|de|van|von|of|in|\p{Lu}[\p{L}'’.-]*)){1,9}$/iu;

/** Whether a text is such an export. */
export const isFactiva = (text: string): boolean =>
  END.test(text) && (/^[ \t]*[\d,.]+ words[ \t]*$/im.test(text) || /^[ \t]*(?:LP|TD)\b/m.test(text));

/** Its articles in order. */
export function* readFactiva(text: string, name: string, base: string): Generator<LineResult> {
  let number = 0;
  const parts = text.split(/^[ \t]*(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{3,}\d{6,}[a-z0-9]*[ \t]*$/m);
  // Behind the last article stands the summary of the search.
  for (const part of parts.slice(0, -1)) {
    const lines = part.split("\n").map((line) => line.trim());
    number++;
    const clean = lines.filter((line) => !NOISE.test(line));
    yield exported(clean.some((line) => /^(?:LP|TD)\b/.test(line)) ? coded(clean) : plain(clean), name, base, number);
  }
}

function coded(lines: readonly string[]): Exported {
  const fields = new Map<string, string>();
  let code = "";
  for (const line of lines) {
    const match = CODE.exec(line);
    if (match) code = match[1] as string;
    if (code) fields.set(code, `${fields.get(code) ?? ""}\n${match ? (match[2] ?? "") : line}`.replace(/^\n+/, ""));
  }
  const one = (name: string): string | null => fields.get(name)?.replace(/\s+/g, " ").trim() || null;
  return {
    title: one("HD"),
    outlet: one("SN"),
    date: one("PD"),
    byline: one("BY"),
    url: null,
    body: [fields.get("LP"), fields.get("TD")].filter(Boolean).join("\n\n"),
  };
}

/** Section, headline, byline, "456 words", date, time, source, its code, page, language, rights; then the text. */
function plain(lines: readonly string[]): Exported {
  const counted = lines.findIndex((line) => WORDS.test(line));
  const dated = lines.findIndex((line, i) => i > counted && isDateLine(line));
  const above = lines.slice(0, Math.max(0, counted)).filter(Boolean).slice(-3);
  const last = above.at(-1) ?? "";
  const byline =
    above.length > 1 && last.length < 90 && NAME.test(last) && last.length < (above.at(-2) ?? "").length ? last : null;
  const titles = byline ? above.slice(0, -1) : above;
  let start = Math.max(counted, dated) + 1;
  for (let i = start; i < Math.min(lines.length, start + 24); i++) {
    const line = lines[i] as string;
    if (RIGHTS.test(line)) {
      start = i + 1;
      break;
    }
    if (LANGUAGE.test(line)) start = i + 1;
  }
  const source = lines.slice(dated + 1).find((line) => line !== "" && !/^\d{1,2}:\d{2}/.test(line));
  return {
    // A section ("News") may stand above the headline, which is the longer of the two.
    title: titles.reduce<string | null>((a, b) => (a === null || b.length >= a.length ? b : a), null),
    outlet: dated >= 0 ? (source ?? null) : null,
    date: lines[dated] ?? null,
    byline,
    url: null,
    body: lines.slice(start).join("\n"),
  };
}
