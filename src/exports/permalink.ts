/** Links that open the article at the words themselves: URL text fragments (WICG scroll-to-text-fragment). */
import type { Span } from "../document.ts";

/** Up to so many UTF-16 units a passage of one line is given whole, else by its first and last words. */
const WHOLE = 120;
const EDGE_WORDS = 6;
const PREFIX_WORDS = 3;

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
  const before = words(
    text
      .slice(0, start)
      .trimEnd()
      .split(/[\r\n]+/)
      .at(-1) ?? "",
  );
  const repeated = flat(text.slice(0, start)).includes(flat(from));
  const prefix = repeated && before.length > 0 ? `${encode(before.slice(-PREFIX_WORDS).join(" "))}-,` : "";
  return prefix + [from, ...to].map(encode).join(",");
}

const words = (line: string): string[] => line.split(/\s+/).filter((word) => word !== "");
/** Browsers match without regard to case and run of blanks. */
const flat = (text: string): string => words(text).join(" ").toLowerCase();
/** The hyphen and the comma have a meaning of their own in a text fragment; half a surrogate pair cannot be encoded. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("-", "%2D");
