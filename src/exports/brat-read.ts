/** brat standoff back to attributions, edited there or not. */
import type { Attribution, Span } from "../document.ts";
import { UnreadableError } from "../error.ts";
import { BRAT_LINK, BRAT_NOTE, BRAT_TYPE, BRAT_WITHIN, joined, same, unbroken } from "./brat.ts";
import { codePoints } from "./code-points.ts";
import { CHOICE_NAMES, fromParts, PARTS, type Part, type PartSpans } from "./parts.ts";

interface Marked {
  part: Part;
  spans: Span[];
}
/** What the lines say of one content. */
interface Gathered {
  labels: Record<string, unknown>;
  exact: Partial<Record<Part, Span[]>>;
  parts: PartSpans;
  within: string | null;
}

const PART_OF = new Map<string, Part>(PARTS.map((part) => [BRAT_TYPE[part], part]));
const LINKS = new Set<string>(Object.values(BRAT_LINK));
const LABEL_OF = new Map<string, string>(
  [...CHOICE_NAMES, "negated", "furniture"].map((name) => [name.toLowerCase(), name]),
);

/**
 * Attributions of an `.ann` file against the article's text (the text itself, or the `.txt`); one for each Content, in order.
 * Lines of types that Hearsay does not write are passed over. Throws `UnreadableError` for a broken line, naming it.
 */
export function fromBrat(ann: string, text: string): Attribution[] {
  const convert = codePoints(text);
  const lines = ann.split("\n").map((line) => line.replace(/\r$/, ""));
  const marked = new Map<string, Marked>();
  lines.forEach((line, i) => {
    if (!line.startsWith("T")) return;
    const m = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)/.exec(line);
    if (!m) throw broken(i, "is no text-bound annotation");
    const part = PART_OF.get(m[2] as string);
    if (!part) return;
    const spans = (m[3] as string).split(";").map((pair): Span => {
      const [start = 0, end = 0] = pair.split(" ").map((n) => convert.to16(Number(n)));
      if (start > end || end > text.length) throw broken(i, "points outside the text");
      return [start, end];
    });
    marked.set(m[1] as string, { part, spans });
  });
  const found = new Map<string, Gathered>();
  for (const [id, { part }] of marked)
    if (part === "content") found.set(id, { labels: {}, exact: {}, parts: {}, within: null });
  lines.forEach((line, i) => {
    if (line.startsWith("R")) readLink(line, marked, found);
    else if (line.startsWith("A") || line.startsWith("M")) readLabel(line, found);
    else if (line.startsWith("#"))
      readNote(line, found, convert.to16, () => broken(i, "holds a Hearsay note that is no JSON"));
  });
  const ids = new Map([...found].map(([content, { labels }]) => [content, String(labels.id ?? content)]));
  return [...found].map(([content, { labels, exact, parts, within }]) => {
    const spans: PartSpans = { ...parts, content: marked.get(content)?.spans ?? [] };
    for (const part of PARTS) {
      const seen = spans[part] ?? [];
      const kept = exact[part];
      spans[part] = kept && same(unbroken(text, kept), unbroken(text, seen)) ? kept : joined(text, seen);
    }
    const outer = within === null ? {} : { within: ids.get(within) ?? null };
    return fromParts(spans, { ...labels, ...outer, id: ids.get(content) }, content);
  });
}

const broken = (line: number, what: string): UnreadableError =>
  new UnreadableError(`Line ${line + 1} of the .ann ${what}: brat writes ID, tab, type and offsets, tab, text`);

function readLink(line: string, marked: Map<string, Marked>, found: Map<string, Gathered>): void {
  const m = /^R\S+\t(\S+) Arg1:(\S+) Arg2:(\S+)/.exec(line);
  const own = found.get(m?.[2] ?? "");
  const other = marked.get(m?.[3] ?? "");
  if (!own || !other) return;
  if (m?.[1] === BRAT_WITHIN) own.within = m[3] ?? null;
  else if (LINKS.has(m?.[1] ?? "")) own.parts[other.part] = [...(own.parts[other.part] ?? []), ...other.spans];
}

function readLabel(line: string, found: Map<string, Gathered>): void {
  const m = /^[AM]\S+\t(\S+) (\S+)(?: (\S+))?/.exec(line);
  const name = LABEL_OF.get(m?.[1]?.toLowerCase() ?? "");
  const own = found.get(m?.[2] ?? "");
  if (own && name) own.labels[name] = m?.[3] ?? true;
}

function readNote(
  line: string,
  found: Map<string, Gathered>,
  to16: (offset: number) => number,
  fail: () => UnreadableError,
): void {
  const m = /^#\S+\t(\S+) (\S+)\t(.*)$/.exec(line);
  const own = found.get(m?.[2] ?? "");
  if (!own || m?.[1] !== BRAT_NOTE) return;
  let note: unknown;
  try {
    note = JSON.parse(m[3] ?? "");
  } catch {
    throw fail();
  }
  const { exact, ...labels } = note as Record<string, unknown> & { exact?: Partial<Record<Part, Span[]>> };
  own.labels = { ...labels, ...own.labels };
  for (const part of PARTS) {
    const spans = exact?.[part];
    if (spans) own.exact[part] = spans.map(([s, e]): Span => [to16(s), to16(e)]);
  }
}
