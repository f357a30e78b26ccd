/** What the server answers, as types: those of the views, so that page and server cannot drift apart. */
import type { ArticleHead } from "../../archive/archive.ts";
import type { Attribution, Review } from "../../document.ts";
import type { ReaderView } from "../../views/reader.ts";

export type { ArticleHead } from "../../archive/archive.ts";
export type { Found, FoundQuotation, SearchResult } from "../../archive/found.ts";
export type { Facet, FacetValue } from "../../archive/query/facets.ts";
export type { Attribution, Form, Framing, Kind, Naming, Reading, Review, Span } from "../../document.ts";
export type { Audit, Share } from "../../views/audit.ts";
export type { StatementView, TellingView, TraceView } from "../../views/trace.ts";

/** How many statements of an article stand in each state of review. */
export type ReviewCounts = Record<Review, number>;

/** Where the server keeps corrections, heads carry counts and readers what was rejected. */
export type Head = ArticleHead & { review?: ReviewCounts };
export type Article = ReaderView & { rejected?: Attribution[] };

export interface Articles {
  total: number;
  items: Head[];
}
