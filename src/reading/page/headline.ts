/** The headline of a page among all that it calls a title. */
import { squash } from "./clean.ts";
import type { Dom } from "./dom.ts";
import type { Told } from "./offer.ts";
import { wordKey } from "./word-key.ts";

/** The headline as the page shows it: JSON-LD's, Open Graph's or the first h1, whichever two of them agree on. */
export function chooseTitle(
  document: Dom,
  site: string | null,
  ld: Told | undefined,
  og: string | undefined,
): Told | undefined {
  const h1s = [...document.querySelectorAll("h1")]
    .map((h) => squash(h.textContent ?? ""))
    .filter((t) => t.length > 8 && t.length < 300);
  const candidates: Told[] = [];
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
