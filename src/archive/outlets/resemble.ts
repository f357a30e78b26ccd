/** By what two names seem to be one outlet's: their words, and the addresses of their articles. Pure. */

const HOST = /^(?:https?:\/\/)?([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})\/?$/u;
/** What is put before or behind a name for the same house on the web. */
const BESIDE = /^(?:the|online|digital|www|com)$/;
/** Letters that a name without its beside-words must have to be compared with the name of an address. */
const FEWEST = 4;

/** "Example-Courier.test" → its host; `null` for a name that is no address. */
const hostIn = (name: string): string | null =>
  HOST.exec(name.trim().toLowerCase())?.[1]?.replace(/^www\./, "") ?? null;

/** Hosts of a name: those of its articles, and itself where it is one. */
export function hostsOf(name: string, hosts: readonly string[]): string[] {
  const own = hostIn(name);
  return own === null || hosts.includes(own) ? [...hosts] : [...hosts, own];
}

/**
 * Keys under which spellings of one name meet: capitals, accents, marks, a leading "The" and "Online" aside, and blanks too, since an
 * address has none ("example-courier.test"). Of an address it is the longest part before its ending.
 */
export function resemblanceKeys(name: string): string[] {
  const host = hostIn(name);
  const told = host === null ? name : longest(host.split(".").slice(0, -1));
  const words =
    told
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word, i) => !(BESIDE.test(word) && (i === 0 || i === words.length - 1)));
  const key = (kept.length > 0 ? kept : words).join("");
  return key.length < FEWEST ? [] : [key];
}

const longest = (labels: readonly string[]): string => labels.reduce((a, b) => (b.length > a.length ? b : a), "");

/** The host of an address as the articles have it, without "www." and port; `null` for what is none. */
export const plainHost = (host: string): string | null => hostIn(host.replace(/^[^@/]*@/, "").replace(/:\d+$/, ""));
