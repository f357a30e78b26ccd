/** What a search of an archive returns: statements or articles with what was found marked, and counts of their values. */
import type { Facets } from "./query/facets.ts";
import type { Piece } from "./query/highlight.ts";
import type { Scope, Unit } from "./query/match.ts";

export interface SearchOptions {
  /** Hits returned; 20 when not given. Nothing is returned past the first 10,000 matches. */
  limit?: number;
  /** Hits passed over before the first one returned. */
  offset?: number;
  /** `relevance` (the newest first where no word is rare enough to rank by) or `newest` by date of publication. */
  order?: "relevance" | "newest";
  /** Where free words are looked for; `contents` when not given. */
  in?: Scope;
}

export interface Fragment {
  field: "content" | "title" | "text";
  /** Plain text in pieces; joined they are the passage. */
  pieces: Piece[];
}

/** A statement, or an article, that was found. */
export interface Found {
  /** The article, and the statement in it; `null` where articles are listed. */
  doc: string;
  statement: string | null;
  title: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  speaker: string | null;
  role: string | null;
  cue: string | null;
  form: string | null;
  framing: string | null;
  via: string | null;
  content: string | null;
  fragments: Fragment[];
}

/** A statement that holds a quotation, and how much of the quotation it holds: 1 for the same words but for marks. */
export type FoundQuotation = Found & { similarity: number };

export interface SearchResult {
  /** The query as understood, in canonical form. */
  query: string;
  /** What the items are. */
  unit: Unit;
  items: Found[];
  /** Number of matches, at most 10,000. */
  total: number;
  /** There are more than `total`; facets then cover so many only, and the newest come first. */
  more: boolean;
  facets: Facets;
}
