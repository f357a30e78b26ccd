/** The one adapter to the extraction library: which part of a page is the article. */
import { Readability } from "@mozilla/readability";
import type { Dom, Node } from "./dom.ts";

/** Hidden cards and consent dialogs, which Readability would read as prose. */
const HIDDEN =
  '[hidden], [aria-hidden="true"]:not(img):not(svg):not(figure), [style*="display:none"], [style*="display: none"], [role="dialog"], [role="alertdialog"], [id*="onetrust"], [class*="onetrust"], [id^="ot-"], [class*="ot-sdk"], [id*="CybotCookie"], [id*="usercentrics"], [class*="cookie-banner"], [class*="cookie-consent"], [id*="cookie-banner"], [class*="hover-card"], [class*="hovercard"], [class*="tooltip"], [class*="consent-banner"], [class*="gdpr"], script, style, template';
/** Never more than this share of the page goes that way. */
const MOST_HIDDEN = 0.5;

/** When Readability keeps less than this share of what the page itself marks as its article, the page is believed. */
const LEAST_KEPT = 0.4;

/**
 * The element that holds the article; the body when nothing stands out. Changes the tree. `again` parses the page anew,
 * for the rare page on which Readability throws most of the article away.
 */
export function articleOf(document: Dom, again: () => Dom): Node | null {
  if (!document.body) return null;
  dropHidden(document);
  const marked = markedArticle(document);
  const expected = marked ? proseOf(marked) : 0;
  const content = kept(document);
  if (expected > 1500 && (!content || proseOf(content) < LEAST_KEPT * expected)) {
    const fresh = again();
    dropHidden(fresh);
    return markedArticle(fresh);
  }
  return content ?? (document.body as Node | null);
}

/** What Readability keeps; `null` when it keeps nothing, or stumbles over a tree that is no page (it throws on some). */
function kept(document: Dom): Node | null {
  const options = { keepClasses: true, charThreshold: 250, serializer: (el: unknown) => el as never };
  try {
    return (new Readability<Node>(document as never, options).parse()?.content as Node | null | undefined) ?? null;
  } catch {
    return null;
  }
}

function dropHidden(document: Dom): void {
  const whole = (document.body?.textContent ?? "").length;
  for (const el of document.querySelectorAll(HIDDEN)) {
    if (/^(?:html|body|article|main)$/i.test(el.localName)) continue;
    if (!/^(?:script|style|template)$/i.test(el.localName) && (el.textContent ?? "").length > MOST_HIDDEN * whole)
      continue;
    el.remove();
  }
}

/** What the page marks as its article: the body of microdata, or its only `<article>`. */
function markedArticle(document: Dom): Node | null {
  const body = document.querySelector('[itemprop~="articleBody"]');
  if (body) return body as Node;
  const articles = [...document.querySelectorAll("article")];
  return articles.length === 1 ? (articles[0] as Node) : null;
}

/** Characters of text outside links. */
function proseOf(el: Node): number {
  let linked = 0;
  for (const a of el.querySelectorAll("a")) linked += (a.textContent ?? "").length;
  return (el.textContent ?? "").replace(/\s+/g, " ").length - linked;
}
