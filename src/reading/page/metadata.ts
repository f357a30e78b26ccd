/** What a page says of its article: JSON-LD, Open Graph, meta tags, microdata, links, and the visible page, in that order. */
import type { ArticleMeta, MetaField } from "../../document.ts";
import { emptyMeta } from "../empty-meta.ts";
import { tidyByline } from "./byline.ts";
import { cleaned } from "./clean.ts";
import type { Dom } from "./dom.ts";
import { chooseTitle } from "./headline.ts";
import { declaredBody, jsonLd, readJsonLd } from "./json-ld.ts";
import { META, metaTags } from "./meta-tags.ts";
import type { Offer, Told } from "./offer.ts";
import { readMicrodata, readVisible } from "./visible.ts";

/** Reads the metadata of a page, and the article body it declares, before anything is removed from it. */
export function readMeta(document: Dom): { meta: ArticleMeta; declared: string } {
  const found: Partial<Record<MetaField, Told>> = {};
  const offer: Offer = (field, value, from) => {
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
  for (const [field, item] of Object.entries(found) as [MetaField, Told][]) {
    meta[field] = item.value;
    meta.from[field] = item.from;
  }
  if (meta.byline) {
    meta.byline = tidyByline(meta.byline, meta.outlet);
    if (!meta.byline) delete meta.from.byline;
  }
  return { meta, declared: declaredBody(ld) };
}
