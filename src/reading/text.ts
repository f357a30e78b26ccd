/** Plain text → Document. `doc.text` is the given text itself, so every offset points into what was handed over. */
import type { ArticleInput, ArticleMeta, Block, BlockKind, Document, Furniture } from "../document.ts";
import { findCredits } from "./credits.ts";
import { findDate } from "./dates.ts";
import { emptyMeta } from "./empty-meta.ts";
import { judgeLine, type Under } from "./furniture.ts";
import { joinWrapped, type Line, linesOf } from "./lines.ts";

const LONGEST_HEADLINE = 200;
const LONGEST_HEADING = 110;
const HEADLINE_WITHIN = 3;
const DATE_LINE = /\d{4}$/;
const ENDS_SENTENCE = /[.!?:;,…]["”’')\]]*$/;

/** Reads a plain-text article. */
export function readText(input: ArticleInput): Document {
  const { body: text } = input;
  const lines = joinWrapped(text, linesOf(text));
  const blocks: Block[] = [];
  const furniture: Furniture[] = [];
  const title = input.given?.title?.trim();
  const headline = headlineOf(lines, title);
  let under: Under = null;
  lines.forEach((line, i) => {
    if (line === headline) {
      blocks.push({ kind: "headline", span: line.span });
      return;
    }
    const judged = judgeLine(line.text, under);
    under = judged.under;
    const { verdict } = judged;
    const cut = line.span[0] + (verdict ? verdict.from : line.text.length);
    if (cut > line.span[0]) {
      let end = cut;
      while (end > line.span[0] && /\s/.test(text[end - 1] as string)) end--;
      if (end > line.span[0])
        blocks.push({ kind: verdict ? "caption" : kindOf(line, lines[i + 1]), span: [line.span[0], end] });
    }
    if (verdict) furniture.push({ kind: verdict.kind, span: [cut, line.span[1]], reason: verdict.reason });
  });
  return {
    doc: input.id,
    text,
    blocks,
    article: metaOf(input, lines, headline),
    furniture,
    credits: findCredits(lines, furniture),
  };
}

/** The line that is the article's own title: the one given, or a first line that stands like one. */
function headlineOf(lines: readonly Line[], title: string | undefined): Line | null {
  const head = lines.slice(0, HEADLINE_WITHIN);
  const norm = (s: string): string =>
    s
      .replace(/^#+\s*/, "")
      .replace(/\s+/g, " ")
      .toLowerCase();
  if (title) return head.find((line) => norm(line.text) === norm(title)) ?? null;
  const first = lines[0];
  if (!first || lines.length < 2 || first.text.length > LONGEST_HEADLINE) return null;
  if (/^#\s/.test(first.text)) return first;
  return ENDS_SENTENCE.test(first.text) && !/[?!]["”’']?$/.test(first.text) ? null : first;
}

function kindOf({ text }: Line, next: Line | undefined): BlockKind {
  if (/^#{1,6}\s/.test(text)) return "heading";
  if (/^>\s?/.test(text)) return "quotation";
  if (/^(?:[-*•]|\d{1,2}[.)])\s+\S/.test(text)) return "list";
  const short = text.length <= LONGEST_HEADING && next !== undefined;
  const bare = !ENDS_SENTENCE.test(text) || (/\?$/.test(text) && !/["“”]/.test(text));
  return short && bare && /^[\p{Lu}\p{N}‘“"']/u.test(text) && !/["”’]$/.test(text) && !DATE_LINE.test(text)
    ? "heading"
    : "paragraph";
}

const BYLINE = /^by (\p{Lu}[^,|·\d]{2,80}?)(?:\s*(?:[,|·]|\s[–—-]\s)\s*(.{2,120}))?$/iu;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const OUTLET_AND_DATE = /^([\p{Lu}][^,|·\d]{2,60}?)\s*(?:[,|·]|\s[–—-]\s)\s*((?:\p{L}+,? )?.{0,20}\d{4})\.?$/u;

/** Title, byline, outlet and date where the head of the text states them plainly; what is given from outside wins. */
function metaOf(input: ArticleInput, lines: readonly Line[], headline: Line | null): ArticleMeta {
  const meta = emptyMeta();
  const set = (field: keyof typeof meta & string, value: string | null | undefined, from: "given" | "text"): void => {
    if (!value || field === "from") return;
    meta[field as "title"] = value;
    meta.from[field as "title"] = from;
  };
  if (headline) set("title", headline.text.replace(/^#+\s*/, ""), "text");
  for (const { text } of lines.slice(0, 6)) {
    if (text.length > 140) continue;
    const byline = BYLINE.exec(text);
    if (byline && !ENDS_SENTENCE.test(text)) {
      set("byline", byline[1]?.trim(), "text");
      const rest = (byline[2] ?? "")
        .split(/\s*[,|·]\s*/)
        .filter((part) => part && !/\d/.test(part) && !WEEKDAY.test(part));
      if (!meta.outlet) set("outlet", rest[0], "text");
    }
    const pair = OUTLET_AND_DATE.exec(text);
    if (pair && !byline && !WEEKDAY.test(pair[1] as string) && findDate(text) && !/^\p{Lu}+$/u.test(pair[1] as string))
      set("outlet", pair[1], "text");
    if (!meta.published) set("published", findDate(text.slice(0, 100)), "text");
  }
  const tail = lines.slice(-3).map((line) => line.text);
  if (!meta.published)
    set("published", findDate(tail.find((t) => /published|reporting by|©/i.test(t) && t.length < 200) ?? ""), "text");
  for (const [field, value] of Object.entries(input.given ?? {})) set(field as "title", value, "given");
  return meta;
}
