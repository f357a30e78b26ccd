import type { Document, Span } from "../document.ts";

/** Sentences of a document in order; none reaches over a block or piece of furniture. */
export function findSentences(_doc: Pick<Document, "text" | "blocks" | "furniture">): Span[] {
  throw new Error("not written yet");
}
