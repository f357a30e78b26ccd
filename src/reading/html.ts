/** A page → Document: `text` is made from the article part of the page, furniture kept in place and labelled. */
import type { ArticleInput, ArticleMeta, Block, Document, Furniture, MetaField } from "../document.ts";
import { findCredits } from "./credits.ts";
import { judgeLine } from "./furniture.ts";
import type { Line } from "./lines.ts";
import { blocksOf, type RawBlock } from "./page/blocks.ts";
import { type Node, parsePage } from "./page/dom.ts";
import { type Judged, judgeBlocks } from "./page/judge.ts";
import { articleOf } from "./page/main-text.ts";
import { readMeta } from "./page/metadata.ts";
import { wordKey } from "./page/word-key.ts";

const BREAK = "\n\n";

/** Reads a page. */
export function readHtml(input: ArticleInput): Document {
  const document = parsePage(input.body);
  const { meta, declared } = readMeta(document);
  // Credits often stand outside the article part, so they are read from the whole page before anything is removed.
  const page = document.body ? blocksOf(document.body as Node) : [];
  const article = articleOf(document, () => parsePage(input.body));
  const judged = article ? judgeBlocks(blocksOf(article), declared) : [];
  const { text, blocks, furniture } = layOut(judged, meta.title);
  for (const [field, value] of Object.entries(input.given ?? {}) as [MetaField, string | null][]) {
    if (!value) continue;
    meta[field] = value;
    meta.from[field] = "given";
  }
  return { doc: input.id, text, blocks, article: meta, furniture, credits: creditsOf(text, furniture, blocks, page) };
}

function layOut(
  judged: readonly Judged[],
  title: ArticleMeta["title"],
): Pick<Document, "text" | "blocks" | "furniture"> {
  let text = "";
  const blocks: Block[] = [];
  const furniture: Furniture[] = [];
  const put = (words: string): [number, number] => {
    if (text) text += BREAK;
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  if (title) blocks.push({ kind: "headline", span: put(title) });
  const titleKey = wordKey(title ?? "");
  for (const block of judged) {
    if (titleKey && wordKey(block.text) === titleKey) continue;
    const span = put(block.text);
    if (block.furniture) furniture.push({ kind: block.furniture.kind, span, reason: block.furniture.reason });
    else blocks.push({ kind: block.kind, span });
  }
  return { text, blocks, furniture };
}

/** Credits in the text with their spans, and those that stand elsewhere on the page without. */
function creditsOf(
  text: string,
  furniture: readonly Furniture[],
  blocks: readonly Block[],
  page: readonly RawBlock[],
): Document["credits"] {
  const lines: Line[] = [...blocks, ...furniture].map(({ span }) => ({ span, text: text.slice(...span), apart: true }));
  const found = findCredits(lines, furniture);
  const known = new Set(lines.map((line) => line.text));
  let under: "teaser" | "credit" | null = null;
  for (const block of page) {
    const judged = judgeLine(block.text, under);
    under = judged.under;
    if (known.has(block.text) || block.text.length > 300 || judged.verdict?.kind !== "credit") continue;
    known.add(block.text);
    const line: Line = { span: [0, block.text.length], text: block.text, apart: true };
    const [credit] = findCredits([line], [{ kind: "credit", span: line.span, reason: "" }]);
    if (credit) found.push({ ...credit, span: null });
  }
  return found;
}
