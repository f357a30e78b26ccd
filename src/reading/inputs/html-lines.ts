/** Markup of an export → lines of text, a line a paragraph. Not for pages: it keeps everything that is text. */

const UNSEEN = /<(script|style|head|title)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const BREAKS =
  /<(?:\/?(?:p|div|h[1-6]|li|ul|ol|table|tr|blockquote|section|article|center|pre|dl|dt|dd)|(?:br|hr)\/?)(?:\s[^<>]*)?>/gi;
const CELL = /<\/t[dh]\s*>/gi;
const TAG = /<\/?[a-zA-Z][^<>]*>|<![^<>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
  reg: "®",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  pound: "£",
  euro: "€",
  eacute: "é",
  egrave: "è",
  uuml: "ü",
  ouml: "ö",
  auml: "ä",
  szlig: "ß",
  ccedil: "ç",
  ntilde: "ñ",
};

/** The text of markup, blocks apart by a blank line. Linear in its length. */
export function htmlLines(html: string): string {
  return html
    .replace(UNSEEN, " ")
    .replace(/\s+/g, " ")
    .replace(BREAKS, "\n\n")
    .replace(CELL, " ")
    .replace(TAG, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => decoded(name) ?? whole)
    .split("\n")
    .map((line) => line.replace(/[\s\u00a0]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function decoded(name: string): string | undefined {
  if (!name.startsWith("#")) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
}
