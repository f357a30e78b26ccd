/** What came with the page: an article's view, where the server has drawn its page already. */
import type { Article } from "../api/types.ts";

/** The article at an address; `version` is `null` where none is named. */
export interface Given {
  doc: string;
  version: number | null;
  view: Article;
}

let kept: Given | null = null;

/** Keeps it for whoever opens this article first; `null` forgets it. */
export function give(given: Given | null): void {
  kept = given;
}

/** The view that came for this article, once: what is asked for again has changed meanwhile. */
export function given(doc: string, version: number | null): Article | null {
  if (kept === null || kept.doc !== doc || kept.version !== version) return null;
  const { view } = kept;
  kept = null;
  return view;
}
