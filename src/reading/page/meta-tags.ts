/** What meta tags say, and what they call the fields of an article. */
import type { MetaField, MetaOrigin } from "../../document.ts";
import type { Dom } from "./dom.ts";

/** Names of tags that tell a field, the most trusted first. */
export const META: readonly [MetaField, MetaOrigin, readonly string[]][] = [
  ["title", "open-graph", ["og:title"]],
  [
    "title",
    "meta",
    [
      "twitter:title",
      "parsely-title",
      "sailthru.title",
      "dc.title",
      "dcterms.title",
      "citation_title",
      "headline",
      "title",
    ],
  ],
  [
    "byline",
    "meta",
    [
      "parsely-author",
      "sailthru.author",
      "author",
      "article:author_name",
      "byl",
      "dc.creator",
      "dcterms.creator",
      "citation_author",
      "article:author",
      "og:article:author",
      "cxenseparse:author",
      "creator",
      "authors",
      "rbauthors",
    ],
  ],
  ["outlet", "open-graph", ["og:site_name"]],
  [
    "outlet",
    "meta",
    [
      "application-name",
      "publisher",
      "dc.publisher",
      "article:publisher_name",
      "citation_journal_title",
      "apple-mobile-web-app-title",
      "twitter:app:name:iphone",
    ],
  ],
  [
    "published",
    "meta",
    [
      "article:published_time",
      "og:article:published_time",
      "parsely-pub-date",
      "sailthru.date",
      "pubdate",
      "publishdate",
      "publish-date",
      "publish_date",
      "date",
      "dc.date",
      "dc.date.issued",
      "dcterms.date",
      "dcterms.created",
      "datepublished",
      "originalpublicationdate",
      "article:published",
      "article_date_original",
      "cxenseparse:recs:publishtime",
      "og:pubdate",
      "citation_publication_date",
      "citation_date",
      "ptime",
      "rnews:datepublished",
      "published_at",
      "article.published",
      "release_date",
      "og:published_time",
      "displaydate",
      "article.created",
      "created",
    ],
  ],
  [
    "modified",
    "meta",
    [
      "article:modified_time",
      "og:updated_time",
      "lastmod",
      "last-modified",
      "dcterms.modified",
      "dc.date.modified",
      "datemodified",
      "utime",
      "revised",
    ],
  ],
  ["language", "meta", ["og:locale", "content-language", "language", "dc.language"]],
  ["url", "open-graph", ["og:url"]],
];

/** All meta tags by name, in lower case; several authors are listed. */
export function metaTags(document: Dom): Map<string, string> {
  const tags = new Map<string, string>();
  for (const el of document.querySelectorAll("meta")) {
    const name = (
      el.getAttribute("property") ??
      el.getAttribute("name") ??
      el.getAttribute("itemprop") ??
      el.getAttribute("http-equiv") ??
      ""
    )
      .toLowerCase()
      .trim();
    const content = el.getAttribute("content")?.trim();
    if (!name || !content) continue;
    const known = tags.get(name);
    if (known === undefined) tags.set(name, content);
    else if (/author|creator/.test(name) && !known.includes(content)) tags.set(name, `${known}, ${content}`);
  }
  return tags;
}
