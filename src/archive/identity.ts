/** When two articles are the same, a version of each other, or near-copies. */
import { createHash } from "node:crypto";

/** Query parameters that tell where a reader came from, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|ns_\w+|at_\w+|ito|smid|partner|xtor)$/i;

/** An address without what does not name the page: protocol, "www.", tracking, fragment, closing slash. */
export function canonicalUrl(url: string | null): string | null {
  if (!url) return null;
  if (!URL.canParse(url)) return url;
  const { hostname, pathname, searchParams } = new URL(url);
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : "";
  return `${hostname.replace(/^www\./, "")}${pathname.replace(/\/(?:amp\/?)?$/, "") || "/"}${query}`;
}

/** What tells whether two articles are one. */
export interface Identified {
  canonical: string | null;
  outlet: string | null;
}

/** Whether two articles of the same words may be one: a wire report in two outlets, or at two addresses, is two articles. */
export const mayBeOne = (a: Identified, b: Identified): boolean =>
  (a.canonical === null || b.canonical === null) && (a.outlet === null || b.outlet === null || a.outlet === b.outlet);

/** The words of a text, in lower case without marks: what must be the same for two texts to be the same. */
export function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize("NFKD")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** SHA-256 over the words of a text, in hex. */
export const contentKey = (text: string): string =>
  createHash("sha256").update(plainWords(text).join(" ")).digest("hex");

const SHINGLE = 3;
/** Words that a text must have to be compared. */
const SHORTEST = 20;
const BANDS = 20;
const ROWS = 3;
const MASK = 0xffffffff;
/** Values of a signature. */
export const SIGNATURE = BANDS * ROWS;

/**
 * MinHash signature of a text over shingles of three words (Broder 1997), 60 values of 32 bits; `null` for a text too
 * short to be compared.
 */
export function signature(text: string): Uint32Array | null {
  const words = plainWords(text);
  if (words.length < SHORTEST) return null;
  const least = new Uint32Array(SIGNATURE).fill(MASK);
  const hashes = words.map(hashWord);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let h = 0;
    for (let k = 0; k < SHINGLE; k++) h = mix(h ^ (hashes[i + k] as number));
    for (let j = 0; j < least.length; j++) {
      h = mix(h + 0x9e3779b9);
      if (h < (least[j] as number)) least[j] = h;
    }
  }
  return least;
}

/** Keys under which near-copies meet: three values each, so that about half the shingles in common are found. */
export function bandsOf(sign: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let h = band + 1;
    for (let row = 0; row < ROWS; row++) h = mix(h ^ (sign[band * ROWS + row] as number));
    return h;
  });
}

/** The lower halves of a signature's values, which tell nearly as much (b-bit minwise hashing, Li and König 2010): one in 65,536 agrees by chance. */
export const halves = (sign: Uint32Array): Uint16Array => Uint16Array.from(sign);

/** Share of shingles two texts have in common (Jaccard), estimated from the halves of their signatures. */
export function likeness(a: Uint16Array, b: Uint16Array): number {
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++;
  return same / a.length;
}

/** Texts that share at least this much are copies of each other. */
export const COPY = 0.4;

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Finaliser of MurmurHash3 (public domain): spreads a change of one bit over all. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
