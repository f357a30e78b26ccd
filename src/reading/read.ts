import type { ArticleInput, Document } from "../document.ts";

/** Reads one article: blocks, metadata, furniture, credits. Pure: no network, clock or files. */
export function readArticle(_input: ArticleInput): Document {
  throw new Error("not written yet");
}
