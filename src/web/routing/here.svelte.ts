/** Where the reader is: the address holds the whole state of the page, so that every view can be linked, kept and gone back to. */
import { addressOf } from "../../client/url.ts";
import { decoded } from "./paths.ts";

export interface Here {
  path: string;
  /** With its question mark, or empty. */
  search: string;
  /** Without its sign. */
  hash: string;
}

const read = (): Here => ({
  path: location.pathname,
  search: location.search,
  hash: decoded(location.hash.slice(1)),
});

/** The server, which draws pages too, has no address of its own. */
const place = $state(typeof location === "undefined" ? { path: "/", search: "", hash: "" } : read());

/** The present address. */
export const here: Readonly<Here> = place;

/** Takes a place for the present address, whatever the browser shows. */
export function goTo(where: Here): void {
  Object.assign(place, where);
}

/** One field of the query; empty when it is not there. */
export const param = (name: string): string => new URLSearchParams(place.search).get(name) ?? "";

/** Goes to an address of the app; `replace` leaves no step in the history (for selections and filters). */
export function go(href: string, { replace = false } = {}): void {
  const before = place.path;
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  Object.assign(place, read());
  if (!replace && place.path !== before) window.scrollTo(0, 0);
}

/** An address with some fields of the query changed; empty fields are left out. */
export function withParams(changes: Record<string, string | null>, path = place.path): string {
  const query = new URLSearchParams(place.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return `${path}${text ? `?${text}` : ""}`;
}

/** A path with a query; empty fields are left out. */
export const address = (path: string, fields: Record<string, string | number | null | undefined>): string =>
  addressOf(path, fields);

/** The page of an article, at a statement where one is given. */
export const articlePath = (doc: string, statement?: string | null): string =>
  `/articles/${encodeURIComponent(doc)}${statement ? `#${encodeURIComponent(statement)}` : ""}`;

/** Links inside the app change the view without loading the page anew; everything else is left to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download") || link.dataset.native !== undefined) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith("/api/")) return;
  event.preventDefault();
  go(to.pathname + to.search + to.hash, { replace: to.href === location.href });
}

/** Follows the browser's own back and forward. */
export function followHistory(): void {
  Object.assign(place, read());
}
