import type { Document, Span } from "../document.ts";

/** A stretch in quotation marks (or the part of one that stands in one block, when the marks are re-opened). */
export interface Quotation {
  /** With its marks. */
  span: Span;
  /** Without its marks. */
  inner: Span;
  /** The opening mark as it stands. */
  mark: string;
  /** False when no closing mark stands in the block (the speech goes on in the next one, or the mark was forgotten). */
  closed: boolean;
  /** Index of the quotation this one stands inside; `null` at top level. */
  inside: number | null;
  /** Index of the quotation in the block before, when this one re-opens it. */
  continues: number | null;
}

/** Quotations of a document in order, outer before inner; none reaches over a block. */
export function findQuotations(_doc: Pick<Document, "text" | "blocks" | "furniture">): Quotation[] {
  throw new Error("not written yet");
}
