/** Names of articles and statements in linked data. */
import type { Document } from "../document.ts";

/** What names an article: its id and what is known of it. */
export type Named = Pick<Document, "doc" | "article">;

/** Prefix of the labels' names in linked data. */
export const LABEL_NAMESPACE = "urn:hearsay:label:";

const part = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/** The article's address without a fragment where it has one of the web, else `urn:hearsay:article:ID`. */
export function articleIri({ doc, article }: Named): string {
  const url = article.url?.replace(/#.*$/s, "");
  return url && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(url) ? url : `urn:hearsay:article:${part(doc)}`;
}

/** `urn:hearsay:statement:ID:a1`. */
export const statementIri = (doc: string, id: string): string => `urn:hearsay:statement:${part(doc)}:${part(id)}`;
