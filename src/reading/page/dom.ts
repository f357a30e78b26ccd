/** A page as a tree: parsed once, bounded in depth, without what no reader sees. */
import { parseHTML } from "linkedom";

/** Elements nested deeper than this are closed before parsing: linkedom and Readability recurse. */
const DEEPEST = 250;
const VOID = new Set("area,base,br,col,embed,hr,img,input,link,meta,param,source,track,wbr".split(","));
/** The contents of these are not markup. */
const RAW = /^(?:script|style|textarea|title|noscript|xmp|iframe|noembed|noframes)$/;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** Drops the tags of elements nested deeper than `DEEPEST`; their text stays. Pages of usual depth are returned as they are. */
export function flatten(html: string): string {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (VOID.has((match[2] as string).toLowerCase())) continue;
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  // Unclosed tags (<p>, <li>) count as depth here, so only a count far beyond any page sends it through the slow way.
  if (deepest <= DEEPEST) return html;
  const open: string[] = [];
  return html.replace(TAG, (whole, slash: string, name: string) => {
    const tag = name.toLowerCase();
    if (VOID.has(tag) || RAW.test(tag)) return whole;
    if (slash) {
      const at = open.lastIndexOf(tag);
      if (at < 0) return open.length >= DEEPEST ? "" : whole;
      open.length = at;
      return at >= DEEPEST ? "" : whole;
    }
    // These close their like when they open again.
    if (/^(?:p|li|tr|td|th|dt|dd|option)$/.test(tag) && open.at(-1) === tag) open.pop();
    open.push(tag);
    return open.length > DEEPEST ? "" : whole;
  });
}

/** Elements whose contents no reader sees; JSON-LD is kept. */
const UNSEEN = ["script", "style", "svg", "noscript", "template", "iframe"] as const;

/** Cuts unseen elements and comments out of the source, which halves the work of parsing; linear in its length. */
export function strip(html: string): string {
  const lower = html.toLowerCase();
  let out = "";
  let kept = 0;
  let at = html.indexOf("<");
  while (at >= 0) {
    let end = -1;
    if (lower.startsWith("<!--", at)) end = lower.indexOf("-->", at + 4) + 3;
    else {
      const name = UNSEEN.find((n) => lower.startsWith(n, at + 1) && !/[a-z0-9-]/.test(lower[at + 1 + n.length] ?? ""));
      const json = name === "script" && /^<script[^>]{0,300}ld\+json/.test(lower.slice(at, at + 330));
      if (name && !json) {
        const close = lower.indexOf(`</${name}`, at);
        end = close < 0 ? 0 : lower.indexOf(">", close) + 1;
      } else if (json) {
        // Its contents are not markup; skip them whole.
        const close = lower.indexOf("</script", at);
        at = close < 0 ? -1 : html.indexOf("<", close + 1);
        continue;
      }
    }
    if (end > at) {
      out += html.slice(kept, at);
      kept = end;
      at = html.indexOf("<", end);
    } else at = html.indexOf("<", at + 1);
  }
  return out + html.slice(kept);
}

/** Class lists longer than this are cut: linkedom hands each name on as an argument of a call. */
const shorten = (html: string): string =>
  html
    .replace(/(\sclass\s{0,4}=\s{0,4}"[^"]{4000})[^"]*"/gi, '$1"')
    .replace(/(\sclass\s{0,4}=\s{0,4}'[^']{4000})[^']*'/gi, "$1'");

export type Dom = ReturnType<typeof parseHTML>["document"];
export type Node = Dom["documentElement"];

/** Parses a page; an empty or broken one still gives a document with a body. */
export function parsePage(html: string): Dom {
  const source = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(flatten(shorten(strip(source))));
  return document;
}
