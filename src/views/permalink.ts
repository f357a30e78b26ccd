/** Links that open the article at the words themselves: URL text fragments (WICG scroll-to-text-fragment). */
import type { Span } from "../document.ts";

/** Up to so many UTF-16 units a passage of one line is given whole, else by its first and last words. */
const WHOLE = 120;
const EDGE_WORDS = 6;
const PREFIX_WORDS = 3;
/** So many UTF-16 units before it are looked at for them. */
const NEAR = 200;

/**
 * `<url>#:~:text=…` for a span of `text` (UTF-16 units); `null` without an http(s) address. The words before are added where
 * the same words stand earlier in the article.
 */
export function permalink(url: string | null, text: string, span: Span): string | null {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  const fragment = textFragment(text, span);
  if (!fragment) return null;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${fragment}`;
}

function textFragment(text: string, [start, end]: Span): string | null {
  const lines = text
    .slice(start, end)
    .split(/[\r\n]+/)
    .map(words)
    .filter((line) => line.length > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  const whole = lines.length === 1 && (first.length <= 2 * EDGE_WORDS || end - start <= WHOLE);
  const from = (whole ? first : first.slice(0, EDGE_WORDS)).join(" ");
  const to = whole ? [] : [last.slice(-EDGE_WORDS).join(" ")];
  const earlier = (anyCase(from).exec(text)?.index ?? start) < start;
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  const near = words(before.split(/[\r\n]+/).at(-1) ?? "").slice(-PREFIX_WORDS);
  const prefix = earlier && near.length > 0 ? `${encode(near.join(" "))}-,` : "";
  return prefix + [from, ...to].map(encode).join(",");
}

const words = (line: string): string[] => line.split(/\s+/).filter((word) => word !== "");
/** Browsers match without regard to case and to the run of blanks. */
const anyCase = (line: string): RegExp =>
  new RegExp(words(line.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s+"), "iu");
/** The hyphen and the comma have a meaning of their own in a text fragment; half a surrogate pair cannot be encoded. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("-", "%2D");
