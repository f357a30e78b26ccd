/** Columns of what a search found, the same in every store. */
import type { Found } from "../found.ts";

export type Filled = Omit<Found, "fragments">;

/** Over `statements s JOIN articles a`. */
export const STATEMENT_FOUND =
  "a.doc, s.n AS statement, a.title, a.outlet, a.published, a.url, s.speaker, s.role, s.cue, s.form, s.framing, s.via, s.content";

/** Over `articles a`. */
export const ARTICLE_FOUND = `a.doc, NULL AS statement, a.title, a.outlet, a.published, a.url, NULL AS speaker, NULL AS role, NULL AS cue,
  NULL AS form, NULL AS framing, NULL AS via, NULL AS content`;
