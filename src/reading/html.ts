import type { ArticleInput, Document } from "../document.ts";

/** Reads a page. */
export function readHtml(_input: ArticleInput): Document {
  throw new Error("not written yet");
}
