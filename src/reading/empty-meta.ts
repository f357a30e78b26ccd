import type { ArticleMeta } from "../document.ts";

/** Metadata of an article of which nothing is known yet. */
export const emptyMeta = (): ArticleMeta => ({
  title: null,
  byline: null,
  outlet: null,
  published: null,
  modified: null,
  language: null,
  url: null,
  from: {},
});
