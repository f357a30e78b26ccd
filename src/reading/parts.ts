import type { Document, Span } from "../document.ts";

/** Blocks and furniture in order of the text: the stretches over which no sentence, quotation or window reaches. */
export function stretchesOf(doc: Pick<Document, "blocks" | "furniture">): Span[] {
  return [...doc.blocks, ...doc.furniture].map((part) => part.span).sort((a, b) => a[0] - b[0]);
}
