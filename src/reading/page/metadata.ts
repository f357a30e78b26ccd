/** What a page says of its article: JSON-LD, Open Graph, meta tags, microdata, links, and the visible page, in that order. */
import type { ArticleMeta, MetaField, MetaOrigin } from "../../document.ts";
import { findDate } from "../dates.ts";
import { emptyMeta } from "../empty-meta.ts";
import { tidyByline } from "./byline.ts";
import type { Dom, Node } from "./dom.ts";
import { wordKey } from "./word-key.ts";

type Found = Partial<Record<MetaField, { value: string; from: MetaOrigin }>>;
type Json = { [key: string]: unknown };

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Report|Review|Recipe|LiveBlog|Posting|WebPage|VideoObject|PodcastEpisode)$/;
const MOST_JSON = 400_000;

const META: readonly [MetaField, MetaOrigin, readonly string[]][] = [
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

/** Reads the metadata of a page, and the article body it declares, before anything is removed from it. */
export function readMeta(document: Dom): { meta: ArticleMeta; declared: string } {
  const found: Found = {};
  const offer = (field: MetaField, value: string | null | undefined, from: MetaOrigin): void => {
    const clean = cleaned(field, value);
    if (clean && !found[field]) found[field] = { value: clean, from };
  };
  const tags = metaTags(document);
  const ld = jsonLd(document);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  offer("url", canonical, "link");
  offer("outlet", tags.get("og:site_name"), "open-graph");
  for (const article of ld) readJsonLd(article, offer, ld);
  const ogTitle = tags.get("og:title");
  const site = found.outlet?.value ?? null;
  const title = chooseTitle(document, site, found.title, ogTitle);
  if (title) found.title = title;
  for (const [field, from, names] of META) for (const name of names) offer(field, tags.get(name), from);
  readMicrodata(document, offer);
  readVisible(document, offer, tags, (field) => found[field] === undefined);
  const meta = emptyMeta();
  for (const [field, item] of Object.entries(found) as [MetaField, { value: string; from: MetaOrigin }][]) {
    meta[field] = item.value;
    meta.from[field] = item.from;
  }
  if (meta.byline) {
    meta.byline = tidyByline(meta.byline, meta.outlet);
    if (!meta.byline) delete meta.from.byline;
  }
  return { meta, declared: declaredBody(ld) };
}

/** The article body that JSON-LD declares; empty when it does not. */
function declaredBody(ld: readonly Json[]): string {
  const bodies = ld.map((node) => node.articleBody).filter((body): body is string => typeof body === "string");
  return unescapeEntities((bodies[0] ?? "").replace(/<[^>]{0,300}>/g, " "));
}

function metaTags(document: Dom): Map<string, string> {
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

/** Article nodes of all JSON-LD scripts, arrays and @graph opened; broken scripts are skipped. */
function jsonLd(document: Dom): Json[] {
  const nodes: Json[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > 6 || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 200)) walk(item, depth + 1);
      return;
    }
    const node = value as Json;
    if (typesOf(node).length > 0) nodes.push(node);
    walk(node["@graph"], depth + 1);
    walk(node.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const source = script.textContent ?? "";
    if (source.length > MOST_JSON) continue;
    walk(parseLoose(source), 0);
  }
  const rank = (node: Json): number =>
    typesOf(node).some((t) => /Article$|Posting$|Report/.test(t))
      ? 0
      : typesOf(node).some((t) => ARTICLE_TYPE.test(t))
        ? 1
        : 2;
  return nodes
    .filter((n) => rank(n) < 2 || typesOf(n).some((t) => /Person|Organization/.test(t)))
    .sort((a, b) => rank(a) - rank(b));
}

const typesOf = (node: Json): string[] => [node["@type"]].flat().filter((t): t is string => typeof t === "string");

function parseLoose(source: string): unknown {
  const bare = source
    .replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/g,
      "",
    )
    .trim();
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, " "),
    bare
      .replace(/[\u0000-\u001f]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, ""),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends what is often broken; a script that stays broken says nothing.
    }
  }
  return null;
}

const text = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return text(value[0]);
  if (value && typeof value === "object")
    return text((value as Json).name ?? (value as Json)["@value"] ?? (value as Json)["@id"]);
  return null;
};

type Offer = (field: MetaField, value: string | null | undefined, from: MetaOrigin) => void;

function readJsonLd(node: Json, offer: Offer, all: readonly Json[]): void {
  if (!typesOf(node).some((t) => ARTICLE_TYPE.test(t))) return;
  const strong = typesOf(node).some((t) => /Article$|Posting$|Report|Review|Recipe/.test(t));
  if (strong) offer("title", text(node.headline) ?? text(node.name), "json-ld");
  const people = [node.author ?? node.creator].flat().flatMap((author) => personNames(author, all));
  if (people.length > 0) offer("byline", people.join(", "), "json-ld");
  offer("published", text(node.datePublished) ?? (strong ? text(node.dateCreated) : null), "json-ld");
  offer("modified", text(node.dateModified), "json-ld");
  if (strong) offer("outlet", text((node.publisher as Json | undefined)?.name), "json-ld");
  offer("language", text(node.inLanguage), "json-ld");
}

function personNames(author: unknown, all: readonly Json[]): string[] {
  if (typeof author === "string") return [author];
  if (!author || typeof author !== "object") return [];
  const node = author as Json;
  const id = node["@id"];
  const named = node.name ? node : all.find((n) => n["@id"] === id && n.name);
  if (!named) return [];
  if (typesOf(named).some((t) => /Organization/.test(t)) && !typesOf(named).includes("Person")) return [];
  const name = named.name;
  return [name].flat().filter((n): n is string => typeof n === "string");
}

/** The headline as the page shows it: JSON-LD's, Open Graph's or the first h1, whichever two of them agree on. */
function chooseTitle(document: Dom, site: string | null, ld: Found["title"], og: string | undefined): Found["title"] {
  const h1s = [...document.querySelectorAll("h1")]
    .map((h) => squash(h.textContent ?? ""))
    .filter((t) => t.length > 8 && t.length < 300);
  const candidates: { value: string; from: MetaOrigin }[] = [];
  if (og) candidates.push({ value: withoutSite(squash(og), site), from: "open-graph" });
  if (ld) candidates.push({ value: squash(ld.value), from: "json-ld" });
  const docTitle = withoutSite(squash(document.querySelector("title")?.textContent ?? ""), site);
  const same = (a: string, b: string): boolean => wordKey(a) === wordKey(b);
  for (const h1 of h1s) {
    if (candidates.some((c) => same(c.value, h1)) || same(docTitle, h1)) return { value: h1, from: "visible" };
  }
  // One heading on the page, that shares most words with what the tags say, is the headline as printed.
  const tagged = candidates[0]?.value ?? docTitle;
  const near =
    h1s.find((h) => overlap(h, tagged) > 0.5) ??
    (h1s.length === 1 && overlap(h1s[0] as string, tagged) > 0.2 ? h1s[0] : undefined);
  if (near) return { value: near, from: "visible" };
  if (candidates[0]) return candidates[0];
  if (docTitle) return { value: docTitle, from: "meta" };
  return h1s[0] ? { value: h1s[0], from: "visible" } : undefined;
}

function overlap(a: string, b: string): number {
  const x = new Set(wordKey(a).split(" "));
  const y = new Set(wordKey(b).split(" "));
  let n = 0;
  for (const w of x) if (y.has(w)) n++;
  return n / Math.max(1, Math.min(x.size, y.size));
}

/** Cuts the site's name off an end of a title ("… | The Courier"). */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(/\s+[|–—•·»:-]\s+|\s*\|\s*/);
  if (parts.length < 2) return title;
  const last = parts.at(-1) as string;
  const siteKey = wordKey(site ?? "");
  const isSite = (part: string): boolean =>
    (siteKey !== "" &&
      (wordKey(part) === siteKey || siteKey.includes(wordKey(part)) || wordKey(part).includes(siteKey))) ||
    /\.(?:com|org|net|co\.uk|news)$/i.test(part);
  if (isSite(last) || (/[|•·»]/.test(title) && last.split(" ").length <= 4)) {
    const cut = title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s*[|–—•·»:-]\s*$/, "")
      .trim();
    return cut.length > 8 ? withoutSite(cut, site) : title;
  }
  const first = parts[0] as string;
  if (isSite(first))
    return (
      title
        .slice(title.indexOf(first) + first.length)
        .replace(/^\s*[|–—•·»:-]\s*/, "")
        .trim() || title
    );
  return title;
}

function readMicrodata(document: Dom, offer: Offer): void {
  const prop = (name: string): Node | null => document.querySelector(`[itemprop~="${name}"]`);
  offer("title", prop("headline")?.textContent, "microdata");
  const authors = [...document.querySelectorAll('[itemprop~="author"]')]
    .slice(0, 4)
    .map((el) =>
      squash(el.querySelector('[itemprop~="name"]')?.textContent ?? el.getAttribute("content") ?? el.textContent ?? ""),
    );
  const names = authors.filter((a) => a.length > 2 && a.length < 60);
  if (names.length > 0) offer("byline", [...new Set(names)].join(", "), "microdata");
  for (const [field, name] of [
    ["published", "datePublished"],
    ["modified", "dateModified"],
  ] as const) {
    const el = prop(name);
    offer(field, el?.getAttribute("content") ?? el?.getAttribute("datetime") ?? el?.textContent, "microdata");
  }
}

const BYLINE_SELECTORS = [
  'a[rel~="author"]',
  '[class*="byline"] a[href*="author"]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/staff/"], a[href*="/by/"], a[href*="/journalist/"], a[href*="/profile/"], a[href*="/people/"], a[href*="/contributors/"]',
  '[class*="author-name"], [class*="author__name"], [class*="authorName"], [class*="byline-name"], [class*="byline__name"]',
  '[class~="author"], [class*="byline"], [id*="byline"], [class*="Byline"], [data-testid*="byline"], [class*="post-author"], [class*="article-author"], [class*="writer"]',
];

/** Looks at the visible page only for what the tags did not tell: it is the slow way, and the less sure one. */
function readVisible(
  document: Dom,
  offer: Offer,
  tags: ReadonlyMap<string, string>,
  wanted: (field: MetaField) => boolean,
): void {
  for (const selector of wanted("byline") ? BYLINE_SELECTORS : []) {
    const names = [...document.querySelectorAll(selector)]
      .filter(
        (el) =>
          !el.closest(
            "aside, footer, nav, [class*='related'], [class*='comment'], [class*='recommend'], [class*='sidebar']",
          ),
      )
      .slice(0, 3)
      .map((el) => squash(el.textContent ?? ""))
      .filter((t) => looksLikeByline(t));
    if (names.length > 0) {
      offer("byline", [...new Set(names)].join(", "), "visible");
      break;
    }
  }
  offer(
    "byline",
    tags.get("twitter:data1") && /written by/i.test(tags.get("twitter:label1") ?? "")
      ? tags.get("twitter:data1")
      : null,
    "meta",
  );
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? tags.get("og:url") ?? "";
  const dated = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(url);
  offer("language", document.documentElement?.getAttribute("lang"), "meta");
  if (dated)
    offer(
      "published",
      `${dated[1]}-${(dated[2] as string).padStart(2, "0")}-${(dated[3] as string).padStart(2, "0")}`,
      "link",
    );
  if (!wanted("published")) return;
  const time =
    [...document.querySelectorAll("time[datetime]")].find(
      (el) => !el.closest("aside, footer, nav, [class*='related'], [class*='comment']"),
    ) ?? document.querySelector("time[datetime]");
  offer("published", time?.getAttribute("datetime"), "visible");
  for (const el of [
    ...document.querySelectorAll(
      '[class*="date"], [class*="Date"], [class*="time"], [class*="publish"], [id*="date"], time',
    ),
  ].slice(0, 40)) {
    const words = squash(el.textContent ?? "");
    if (words.length < 120 && findDate(words)) {
      offer("published", words, "visible");
      break;
    }
  }
  // The first full date of the page's prose: a dateline, as a rule.
  if (wanted("published")) offer("published", findDate((document.body?.textContent ?? "").slice(0, 6000)), "visible");
}

const looksLikeByline = (t: string): boolean =>
  t.length > 3 && t.length < 90 && /\p{Lu}/u.test(t) && !/[?!]|https?:|^\d+$/.test(t);

const squash = (s: string): string => s.replace(/[\s\u00a0\u200b]+/g, " ").trim();

const ENTITY: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};
/** Tags sometimes hold entities twice escaped, and JSON-LD holds them once. */
const unescapeEntities = (s: string): string =>
  s.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITY[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 31 && code < 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
  });

function cleaned(field: MetaField, value: string | null | undefined): string | null {
  const clean = squash(unescapeEntities(value ?? "").replace(/<[^>]{0,200}>/g, " "));
  if (!clean) return null;
  if (field === "published" || field === "modified") return findDate(clean) ?? looseDate(clean);
  if (field === "language") return /^[a-z]{2,3}\b/i.exec(clean)?.[0].toLowerCase() ?? null;
  if (field === "url") return /^https?:\/\//i.test(clean) && clean.length < 2000 ? clean : null;
  if (field === "byline") return /^https?:/i.test(clean) ? null : clean;
  return clean.length <= 400 ? clean : null;
}

/** "20231127", "Mon, 27 Nov 2023 …", "1701093600". */
function looseDate(s: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})/.exec(s);
  if (compact && /^(?:19|20)/.test(s)) return findDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^\d{10}(?:\d{3})?$/.test(s)) return new Date(Number(s.slice(0, 10)) * 1000).toISOString();
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{2})\b/.exec(s);
  if (us) return findDate(`20${us[3]}-${(us[1] as string).padStart(2, "0")}-${(us[2] as string).padStart(2, "0")}`);
  return null;
}
