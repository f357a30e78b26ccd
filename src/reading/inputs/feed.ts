/** RSS, RDF, Atom and JSON Feed: an article an entry. */
import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { EXIT, HearsayError, UnreadableError } from "../../error.ts";
import { decodeText } from "./decode.ts";
import type { Fetched } from "./fetch.ts";
import { article, empty, failure, isoDate, type LineResult, slugger } from "./result.ts";

/** No feed is larger than this, in characters. */
export const LARGEST_FEED = 32 * 1024 * 1024;
/** A feed has no more entries than this; the rest is reported. */
export const MOST_ENTRIES = 20_000;
/** Elements of a feed nest no deeper; marked up contents stand escaped or in CDATA. */
const DEEPEST = 500;

/** What the four formats have in common. `undefined` where the feed does not say. */
interface Entry {
  title?: string | undefined;
  url?: string | undefined;
  published?: string | undefined;
  modified?: string | undefined;
  byline?: string | undefined;
  outlet?: string | undefined;
  html?: string | undefined;
  text?: string | undefined;
}

/**
 * Articles of a feed in its order; with `linked` the page of each entry instead of what the feed has of it. Throws `UnreadableError` where the feed as a whole
 * cannot be read.
 */
export async function* readFeed(
  text: string,
  name: string,
  base: string,
  linked?: (address: string) => Promise<Fetched>,
): AsyncGenerator<LineResult> {
  refuseHostile(text, name);
  let entries: Entry[];
  try {
    entries = entriesOf(text);
  } catch {
    // The parser's own words ("Invalid feed format") say no more than ours.
    throw new UnreadableError(`${name}: looks like a feed and is broken; fetch it again`);
  }
  const idOf = slugger(base);
  let number = 0;
  for (const entry of entries) {
    number++;
    if (number > MOST_ENTRIES) {
      yield failure(name, `has more than ${MOST_ENTRIES} entries; the rest was left out`, EXIT.limit);
      return;
    }
    const { html, text: plain, ...given } = entry;
    const where = `${name}: entry ${number}${entry.title ? ` (${entry.title.replace(/\s+/g, " ").slice(0, 60)})` : ""}`;
    if (linked && entry.url) yield await linkedPage(entry.url, idOf(entry.url, number), known(given), linked);
    else if (!html?.trim() && !plain?.trim())
      yield empty(where, "has no text in the feed; add --linked to read the page it leads to");
    else if (html?.trim()) yield article(idOf(entry.url, number), asPage(html, entry.title), "html", known(given));
    else yield article(idOf(entry.url, number), plain as string, "text", known(given));
  }
}

/** The page that an entry leads to, with what the feed says of it. */
async function linkedPage(
  address: string,
  id: string,
  given: Record<string, string>,
  linked: (address: string) => Promise<Fetched>,
): Promise<LineResult> {
  try {
    const { bytes, charset, html, url } = await linked(address);
    return article(id, decodeText(bytes, charset), html ? "html" : "text", { ...given, url });
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    return { ok: false, name: address, error };
  }
}

const known = ({ title, url, published, modified, byline, outlet }: Entry): Record<string, string> => ({
  title: title ?? "",
  url: url ?? "",
  published: isoDate(published) ?? "",
  modified: isoDate(modified) ?? "",
  byline: byline ?? "",
  outlet: outlet ?? "",
});

/** The contents of an entry as a page of one article. */
export function asPage(html: string, title: string | undefined): string {
  const escaped = (title ?? "").replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<!doctype html><html><head><title>${escaped}</title></head><body><article>${html}</article></body></html>`;
}

/** Entity declarations (XXE, "billion laughs"), bottomless markup and mere size, before any parser sees them. */
function refuseHostile(text: string, name: string): void {
  if (text.length > LARGEST_FEED)
    throw new UnreadableError(`${name}: is a feed larger than ${LARGEST_FEED / 1024 / 1024} MB; split it`, EXIT.limit);
  if (/^\s*\{/.test(text)) return;
  const root = /<(?:rss|feed|rdf:RDF)[\s>]/i.exec(text)?.index ?? 0;
  if (/<!(?:ENTITY|ELEMENT|ATTLIST)|<!DOCTYPE[^>]*\[/i.test(text.slice(0, root)))
    throw new UnreadableError(`${name}: declares entities in its DOCTYPE, which no feed needs; remove the DOCTYPE`);
  let depth = 0;
  for (const [tag] of text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, "").matchAll(/<\/?[a-zA-Z][^<>]*>/g)) {
    if (tag[1] === "/") depth--;
    else if (!tag.endsWith("/>")) depth++;
    if (depth > DEEPEST)
      throw new UnreadableError(`${name}: its elements are nested more than ${DEEPEST} deep`, EXIT.limit);
  }
}

function entriesOf(text: string): Entry[] {
  const result = parseFeed(text, { maxItems: MOST_ENTRIES + 1 });
  if (result.format === "rss") return rss(result.feed);
  if (result.format === "atom") return atom(result.feed);
  if (result.format === "rdf") return rdf(result.feed);
  return json(result.feed);
}

const rss = (feed: RssFeed.Feed<string>): Entry[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.link ?? (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.dates?.[0],
    byline: item.dc?.creators?.join(", ") ?? names(item.authors),
    outlet: feed.title,
    html: longest(item.content?.encoded, item.description),
  }));

const rdf = (feed: RdfFeed.Feed<string>): Entry[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.link,
    published: item.dc?.dates?.[0],
    byline: item.dc?.creators?.join(", "),
    outlet: feed.title,
    html: longest(item.content?.encoded, item.description),
  }));

const atom = (feed: AtomFeed.Feed<string>): Entry[] =>
  (feed.entries ?? []).map((entry) => {
    const content = entry.content?.value?.trim() ? entry.content : entry.summary;
    const plain = content?.type === "text" || (content?.type === undefined && !/<\w+[^>]*>/.test(content?.value ?? ""));
    return {
      title: entry.title?.value?.replace(/<[^>]{0,200}>/g, ""),
      url: (entry.links?.find((link) => !link.rel || link.rel === "alternate") ?? entry.links?.[0])?.href,
      published: entry.published ?? entry.updated,
      modified: entry.published ? entry.updated : undefined,
      byline: names(entry.authors ?? feed.authors),
      outlet: entry.source?.title?.value ?? feed.title?.value,
      [plain ? "text" : "html"]: content?.value,
    };
  });

const json = (feed: JsonFeed.Feed<string>): Entry[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.url ?? item.external_url,
    published: item.date_published,
    modified: item.date_modified,
    byline: names(item.authors ?? feed.authors),
    outlet: feed.title,
    html: item.content_html,
    text: item.content_text ?? item.summary,
  }));

const webAddress = (value: string | undefined): string | undefined =>
  value && /^https?:\/\//i.test(value) ? value : undefined;
const longest = (a: string | undefined, b: string | undefined): string | undefined => (a?.trim() ? a : b);
const names = (people: readonly { name?: string | undefined }[] | undefined): string | undefined =>
  people
    ?.map((person) => person.name)
    .filter(Boolean)
    .join(", ");
