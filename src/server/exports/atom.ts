/** A search as an Atom feed (RFC 4287), so that a feed reader tells when something new is found. */
import { createHash } from "node:crypto";
import type { Found, SearchResult } from "../../archive/found.ts";

export interface FeedOf {
  /** Address of the server, without a closing slash. */
  base: string;
  /** Path of the feed. */
  path: string;
  /** The query as it was given. */
  q: string;
  /** The time, for a feed without a dated entry. */
  now: Date;
}

export function atomFeed({ query, items }: SearchResult, { base, path, q, now }: FeedOf): string {
  const updated = items.map((item) => instant(item.published)).find((date) => date !== null) ?? now.toISOString();
  const self = `${base}${path}?q=${encodeURIComponent(q)}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${xml(`Hearsay: ${query}`)}</title>
<id>${xml(urn(`search ${query}`))}</id>
<updated>${updated}</updated>
<author><name>Hearsay</name></author>
<link rel="self" href="${xml(self)}"/>
<link rel="alternate" href="${xml(`${base}/search?q=${encodeURIComponent(q)}`)}"/>
${items.map((item) => entry(item, base, updated)).join("\n")}
</feed>
`;
}

function entry(item: Found, base: string, updated: string): string {
  const words = item.content ?? item.fragments.map((f) => f.pieces.map((p) => p.text).join("")).join(" … ");
  const title = [item.speaker, item.outlet, item.title].filter(Boolean).join(" · ") || item.doc;
  const link = `${base}/articles/${encodeURIComponent(item.doc)}${item.statement ? `#${encodeURIComponent(item.statement)}` : ""}`;
  return `<entry><title>${xml(title)}</title><id>${xml(urn(`${item.doc} ${words}`))}</id><updated>${instant(item.published) ?? updated}</updated><link href="${xml(link)}"/><content type="text">${xml(words)}</content></entry>`;
}

/** An id that stays the same while the article and the words do. */
const urn = (text: string): string => `urn:sha256:${createHash("sha256").update(text).digest("hex")}`;

/** A date as Atom wants it; one without a time is midnight. `null` for none. */
function instant(published: string | null): string | null {
  const time = Date.parse(published ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Text in XML 1.0: marks escaped, characters that XML does not have left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (ch) => `&#${ch.charCodeAt(0)};`);
