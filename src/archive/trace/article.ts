/** A reading as the trace needs it. */
import type { Reading } from "../../document.ts";
import { stretchesOf } from "../../reading/parts.ts";
import { outletOf } from "../publisher.ts";
import type { TraceArticle } from "./types.ts";

/** Takes from a reading what the trace looks at; furniture is left aside. */
export function articleOf(reading: Reading): TraceArticle {
  const { doc, text, article, credits, attributions, blocks } = reading;
  return {
    doc,
    outlet: outletOf(article),
    title: article.title,
    published: article.published,
    url: article.url,
    text,
    blocks: stretchesOf({ blocks, furniture: [] }),
    credits,
    attributions,
  };
}
