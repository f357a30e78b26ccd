/**
 * Words with their surroundings, so that a place in an article is found again when offsets have moved:
 * the TextQuoteSelector of the W3C Web Annotation Data Model, §4.2.4.
 */
import type { Span } from "../document.ts";

/** UTF-16 units of context on either side. */
export const CONTEXT = 32;

export interface Quote {
  /** The words themselves. */
  exact: string;
  /** Up to 32 UTF-16 units before them; never half a surrogate pair. */
  prefix: string;
  /** Up to 32 UTF-16 units after them; never half a surrogate pair. */
  suffix: string;
}

/** The quote at a span of `text` (UTF-16 units). */
export function quoteAt(text: string, [start, end]: Span): Quote {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return {
    exact: text.slice(start, end),
    prefix: start > CONTEXT ? before.replace(/^[\udc00-\udfff]/, "") : before,
    suffix: end + CONTEXT < text.length ? after.replace(/[\ud800-\udbff]$/, "") : after,
  };
}

/**
 * Where the quote stands in `text`, in UTF-16 units; `null` when its words are not there. The surroundings decide
 * between several places, and among equals the one that begins nearest to `hint`.
 */
export function findQuote(text: string, quote: Quote, hint = 0): Span | null {
  const { exact, prefix, suffix } = quote;
  if (exact === "") return null;
  const span = (at: number): Span => [at, at + exact.length];
  const before = text.slice(Math.max(0, hint - prefix.length), hint);
  if (before === prefix && text.startsWith(exact + suffix, hint)) return span(hint);
  let best: { at: number; fit: number } | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const fit = alike(text, at - 1, prefix, -1) + alike(text, at + exact.length, suffix, 1);
    const nearer = best === null || Math.abs(at - hint) < Math.abs(best.at - hint);
    if (best === null || fit > best.fit || (fit === best.fit && nearer)) best = { at, fit };
  }
  return best && span(best.at);
}

/** How many units of `context` agree with the text, going from `at` to the left (-1) or right (1). */
function alike(text: string, at: number, context: string, step: 1 | -1): number {
  let n = 0;
  while (n < context.length) {
    const own = step === 1 ? context[n] : context[context.length - 1 - n];
    if (text[at + n * step] !== own) break;
    n++;
  }
  return n;
}
