/** The sentences of an article, block by block: of most that a search comes by no more than a block or two is looked at. */
import type { Span } from "../../document.ts";
import { sentencesOf } from "../../reading/sentences.ts";
import type { TraceArticle } from "./types.ts";

const known = new WeakMap<TraceArticle, Map<Span, readonly Span[]>>();

/** Sentences of one of an article's blocks, in order; worked out once. */
function sentencesIn(article: TraceArticle, block: Span): readonly Span[] {
  const blocks = known.get(article) ?? new Map<Span, readonly Span[]>();
  known.set(article, blocks);
  const sentences = blocks.get(block) ?? sentencesOf(article.text, block);
  blocks.set(block, sentences);
  return sentences;
}

/** Sentences of the blocks that a test lets through, in order. */
export const sentencesWhere = (article: TraceArticle, wanted: (block: Span) => boolean): Span[] =>
  article.blocks.filter(wanted).flatMap((block) => sentencesIn(article, block));
