/** What a page is asked with: the article of its address, and how whoever reads it wants pages to be. */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { AskedPage } from "./drawn.ts";

/** The page's script tells them in cookies of these names (src/web/settings/store.ts). */
const LANGUAGE = "hearsay-language";
const THEME = "hearsay-theme";

export interface Wanted {
  language: string;
  /** `null` for what the browser's own settings say. */
  theme: string | null;
}

/** The language of the browser where none was chosen. */
export function wanted(c: Context): Wanted {
  const language = getCookie(c, LANGUAGE) ?? c.req.header("accept-language") ?? "";
  return {
    language: /^de\b/i.test(language) ? "de" : "en",
    theme: /^(?:light|dark)$/.exec(getCookie(c, THEME) ?? "")?.[0] ?? null,
  };
}

/** `null` where the address is no article's. */
export function articleAsked(c: Context, { language }: Wanted): AskedPage | null {
  const { pathname: path, search, searchParams } = new URL(c.req.url);
  const name = /^\/articles\/(.+)$/.exec(path)?.[1];
  if (name === undefined) return null;
  try {
    const version = Number(searchParams.get("version")) || null;
    return { path, search, doc: decodeURIComponent(name), version, language };
  } catch {
    return null;
  }
}
