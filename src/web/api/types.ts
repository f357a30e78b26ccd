/** What the server answers, as types: those of the views, so that page and server cannot drift apart. */
import type { ArticleHead } from "../../archive/archive.ts";
import type { ReaderView } from "../../views/reader.ts";

export type { ArticleHead, Totals } from "../../archive/archive.ts";
export type { Found, FoundQuotation, SearchResult } from "../../archive/found.ts";
export type { Facet, FacetValue } from "../../archive/query/facets.ts";
export type { Attribution, Form, Framing, Kind, Naming, Reading, Review, Span } from "../../document.ts";
export type { Outlet } from "../../archive/outlets/outlet.ts";
export type { SpeakerList } from "../../archive/speakers/found.ts";
export type { Audit, Share } from "../../views/audit.ts";
export type { Dossier } from "../../views/dossier.ts";
export type { StatementView, TellingView, TraceView } from "../../views/trace.ts";

export type Article = ReaderView;

export interface Articles {
  total: number;
  items: ArticleHead[];
}
