/** The one adapter to the extraction library: which part of a page is the article. */
import { Readability } from "@mozilla/readability";
import type { Dom, Node } from "./dom.ts";

/** Hidden cards and consent dialogs, which Readability would read as prose. */
const HIDDEN =
  '[hidden], [aria-hidden="true"]:not(img):not(svg):not(figure), [style*="display:none"], [style*="display: none"], [role="dialog"], [role="alertdialog"], [id*="onetrust"], [class*="onetrust"], [id^="ot-"], [class*="ot-sdk"], [id*="CybotCookie"], [id*="usercentrics"], [class*="cookie-banner"], [class*="cookie-consent"], [id*="cookie-banner"], [class*="hover-card"], [class*="hovercard"], [class*="tooltip"], [class*="consent-banner"], [class*="gdpr"], script, style, template';
/** Never more than this share of the page goes that way. */
const MOST_HIDDEN = 0.5;

/** The element that holds the article; the body when nothing stands out. Changes the tree. */
export function articleOf(document: Dom): Node | null {
  const body = document.body as Node | null;
  if (!body) return null;
  const whole = (body.textContent ?? "").length;
  for (const el of document.querySelectorAll(HIDDEN)) {
    if (/^(?:html|body|article|main)$/i.test(el.localName)) continue;
    if (!/^(?:script|style|template)$/i.test(el.localName) && (el.textContent ?? "").length > MOST_HIDDEN * whole) continue;
    el.remove();
  }
  const reader = new Readability<Node>(document as never, { keepClasses: true, charThreshold: 250, serializer: (el) => el as never });
  const result = reader.parse();
  return (result?.content as Node | null | undefined) ?? (document.body as Node | null);
}
