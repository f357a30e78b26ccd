/**
 * brat standoff (https://brat.nlplab.org/standoff.html): the text, and beside it a line for each part, link and label.
 * Offsets are in code points. Links go out from the content, which every attribution has.
 */
import type { Attribution, Reading, Span } from "../document.ts";
import { codePoints } from "./code-points.ts";
import { CHOICE_NAMES, CHOICES, labelsOf, PARTS, type Part, partSpans } from "./parts.ts";
import { fileNames, zipText } from "./zip.ts";

/** How brat calls each part. */
export const BRAT_TYPE: Readonly<Record<Part, string>> = {
  source: "Source",
  cue: "Cue",
  content: "Content",
  channel: "Channel",
  when: "When",
};
/** The link from a content to each other part. */
export const BRAT_LINK: Readonly<Record<Exclude<Part, "content">, string>> = {
  source: "SaidBy",
  cue: "SignalledBy",
  channel: "SaidThrough",
  when: "SaidOn",
};
/** The link from a content to the content in which it stands. */
export const BRAT_WITHIN = "Within";
/** The kind of note in which what brat has no line for is kept as JSON. */
export const BRAT_NOTE = "Hearsay";

/** brat wants one line a piece: at line breaks (all that Python knows) and tabs a span is split, as brat's own editor does. */
const BREAK = /[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]+/g;
const BREAKS = new RegExp(BREAK.source);

/** Spans without the line breaks inside them, ascending. */
export function unbroken(text: string, spans: readonly Span[]): Span[] {
  const pieces = spans.flatMap(([start, end]): Span[] => {
    const out: Span[] = [];
    let from = start;
    for (const m of text.slice(start, end).matchAll(BREAK)) {
      const at = start + m.index;
      if (at > from) out.push([from, at]);
      from = at + m[0].length;
    }
    if (end > from) out.push([from, end]);
    return out;
  });
  return pieces.sort((a, b) => a[0] - b[0]);
}

/** Pieces between which only a line break and blanks stand are one: the way back from `unbroken`. */
export function joined(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans) {
    const last = out.at(-1);
    const gap = last ? text.slice(last[1], start) : "";
    if (last && gap.trim() === "" && BREAKS.test(gap)) out.splice(-1, 1, [last[0], end]);
    else out.push([start, end]);
  }
  return out;
}

export interface BratFiles {
  /** Contents of the `.txt`: the text, each CR as LF so that no reader shifts offsets. */
  txt: string;
  /** Contents of the `.ann`. */
  ann: string;
}

/** One article as its pair of files. */
export function toBrat(reading: Reading): BratFiles {
  const { text } = reading;
  const convert = codePoints(text);
  const lines: string[] = [];
  const next = { T: 1, R: 1, A: 1, N: 1 };
  const contents = new Map<string, string>();
  const known = new Set(reading.attributions.map((a) => a.id));
  const nested = (a: Attribution): boolean => a.within !== null && a.within !== a.id && known.has(a.within);
  const part = (name: Part, spans: readonly Span[]): string => {
    const id = `T${next.T++}`;
    const words = spans.map((s) => text.slice(...s)).join(" ");
    const offsets = spans.map(([s, e]) => `${convert.from16(s)} ${convert.from16(e)}`).join(";");
    lines.push(`${id}\t${BRAT_TYPE[name]} ${offsets}\t${words.replace(BREAK, " ")}`);
    return id;
  };
  const link = (name: string, from: string, to: string): void => {
    lines.push(`R${next.R++}\t${name} Arg1:${from} Arg2:${to}`);
  };
  for (const a of reading.attributions) {
    const pieces = unbroken(text, a.content);
    const content = part("content", pieces.length > 0 ? pieces : a.content);
    contents.set(a.id, content);
    const exact: Partial<Record<Part, readonly Span[]>> = {};
    for (const name of PARTS) {
      const spans = partSpans(a, name);
      const own = unbroken(text, spans);
      if (!same(joined(text, own), spans))
        exact[name] = spans.map(([s, e]): Span => [convert.from16(s), convert.from16(e)]);
      if (name !== "content" && own.length > 0) link(BRAT_LINK[name], content, part(name, own));
    }
    for (const name of CHOICE_NAMES) lines.push(`A${next.A++}\t${title(name)} ${content} ${a[name]}`);
    if (a.negated) lines.push(`A${next.A++}\tNegated ${content}`);
    if (a.furniture) lines.push(`A${next.A++}\tFurniture ${content}`);
    lines.push(`#${next.N++}\t${BRAT_NOTE} ${content}\t${note(a, exact, nested(a))}`);
  }
  for (const a of reading.attributions)
    if (nested(a)) link(BRAT_WITHIN, contents.get(a.id) ?? "", contents.get(a.within ?? "") ?? "");
  const ann = lines.map((line) => `${line}\n`).join("");
  return { txt: text.replaceAll("\r", "\n"), ann };
}

const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** The same spans in the same order. */
export const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((s, i) => s[0] === b[i]?.[0] && s[1] === b[i]?.[1]);

/** What has no line of its own (`within` has one where it is `linked`): names, date, confidence, reasons; and the exact pieces where brat's splitting hides them. */
function note(a: Attribution, exact: Partial<Record<Part, readonly Span[]>>, linked: boolean): string {
  const { form, act, negated, framing, kind, naming, furniture, within, ...rest } = labelsOf(a);
  const outer = linked || within === null ? {} : { within };
  const json = JSON.stringify({ ...rest, ...outer, ...(Object.keys(exact).length > 0 ? { exact } : {}) });
  return json.replace(/[\u007f-\u009f\u2028\u2029]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** `annotation.conf`, which brat needs beside the files. */
export function bratConf(): string {
  const links = Object.entries(BRAT_LINK).map(
    ([name, link]) => `${link} Arg1:Content, Arg2:${BRAT_TYPE[name as Part]}`,
  );
  return [
    "[entities]",
    ...PARTS.map((name) => BRAT_TYPE[name]),
    "[relations]",
    ...links,
    `${BRAT_WITHIN} Arg1:Content, Arg2:Content`,
    "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
    "[events]",
    "[attributes]",
    ...CHOICE_NAMES.map((name) => `${title(name)} Arg:Content, Value:${CHOICES[name].join("|")}`),
    "Negated Arg:Content",
    "Furniture Arg:Content",
    "",
  ].join("\n");
}

/** A ZIP of `ID.txt` and `ID.ann` for each article, and `annotation.conf`. */
export function toBratZip(readings: Iterable<Reading>): Uint8Array {
  const all = [...readings];
  const names = fileNames(all.map((r) => r.doc));
  return zipText([
    ["annotation.conf", bratConf()],
    ...all.flatMap((reading, i) => {
      const { txt, ann } = toBrat(reading);
      return [[`${names[i]}.txt`, txt] as const, [`${names[i]}.ann`, ann] as const];
    }),
  ]);
}
