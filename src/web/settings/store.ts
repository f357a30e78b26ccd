/** What this browser remembers. Nothing here is needed for the app to work: a browser that refuses storage loses only these. */

const PREFIX = "hearsay.";

/** Shared by all tabs, and kept. A browser may refuse it already when it is named. */
const ofBrowser = (): Storage => localStorage;
/** Of one tab: outlives a reload, and no other tab takes it for its own. */
export const ofTab = (): Storage => sessionStorage;

/** What was kept under a name, or `standard` where there is nothing that `fits`. */
export function remembered<T>(
  name: string,
  standard: T,
  fits: (value: unknown) => value is T,
  store: () => Storage = ofBrowser,
): T {
  try {
    const value: unknown = JSON.parse(store().getItem(PREFIX + name) ?? "null");
    return fits(value) ? value : standard;
  } catch {
    return standard;
  }
}

export function remember(name: string, value: unknown, store: () => Storage = ofBrowser): void {
  try {
    store().setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows and full disks: it is forgotten with the page.
  }
}

/** Seconds for which a cookie is kept: a year. */
const KEPT = 31_536_000;

/** Tells the server, which draws the first page, in a cookie. */
export function tellServer(name: "language" | "theme", value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, nor on addresses without TLS
  document.cookie = `hearsay-${name}=${value}; path=/; max-age=${KEPT}; samesite=strict`;
}
