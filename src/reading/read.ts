import type { ArticleInput, Document } from "../document.ts";
import { readText } from "./text.ts";

/**
 * Reads one article: blocks, metadata, furniture, credits. Pure: no network, clock or files. The page reader is loaded
 * for the first page, since it takes longer to load than a text takes to read.
 */
export async function readArticle(input: ArticleInput): Promise<Document> {
  if (input.kind === "text") return readText(input);
  const { readHtml } = await import("./html.ts");
  return readHtml(input);
}
