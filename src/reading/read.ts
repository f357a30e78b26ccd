import type { ArticleInput, Document } from "../document.ts";
import { readHtml } from "./html.ts";
import { readText } from "./text.ts";

/** Reads one article: blocks, metadata, furniture, credits. Pure: no network, clock or files. */
export function readArticle(input: ArticleInput): Document {
  return input.kind === "html" ? readHtml(input) : readText(input);
}
