import type { TraceArticle } from "../src/archive/trace/types.ts";
import type { Reading } from "../src/document.ts";

/** An article of the generator as a reading: no model has read it, the generator knows who says what. */
export const readingOf = ({
  doc,
  outlet,
  title,
  published,
  url,
  text,
  blocks,
  credits,
  attributions,
}: TraceArticle): Reading => ({
  doc,
  text,
  blocks: blocks.map((span) => ({ kind: "paragraph", span })),
  article: { title, byline: null, outlet, published, modified: null, language: "en", url, from: {} },
  furniture: [],
  credits: [...credits],
  attributions: [...attributions],
});
