/** What the marked-up and the visible page tell of the article: the slow way, and the less sure one. */
import type { MetaField } from "../../document.ts";
import { findDate } from "../dates.ts";
import { squash } from "./clean.ts";
import type { Dom, Node } from "./dom.ts";
import type { Offer } from "./offer.ts";

/** Offers what microdata tells. */
export function readMicrodata(document: Dom, offer: Offer): void {
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
export function readVisible(
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
