/** An article's page as text, for the server: the first thing that a browser shows, long before it has read the script. */
import { render } from "svelte/server";
import App from "../App.svelte";
import type { Article } from "../api/types.ts";
import Reader from "../reader/Reader.svelte";
import { isLong } from "../reader/chunks.ts";
import { goTo } from "../routing/here.svelte.ts";
import { LANGUAGES, set } from "../settings/settings.svelte.ts";
import { articleParts } from "../../views/marks.ts";
import { give } from "./given.ts";

/** An article's page that is asked for. */
export interface Asked {
  /** Of the address; with its percent signs. */
  path: string;
  /** With its question mark, or empty. */
  search: string;
  doc: string;
  version: number | null;
  /** A language of the page; another one counts as English. */
  language: string;
}

/** What belongs into the head and the body of the page. */
export interface Drawn {
  head: string;
  body: string;
}

/** `null` for a long article: drawing it whole would take longer than the script does, which draws what is seen. */
export function draw(asked: Asked, view: Article): Drawn | null {
  if (isLong(articleParts(view.reading, []))) return null;
  set("language", LANGUAGES.find((one) => one === asked.language) ?? "en");
  goTo({ path: asked.path, search: asked.search, hash: "" });
  give({ doc: asked.doc, version: asked.version, view });
  try {
    const never = () => Promise.reject(new Error("the server draws no other page"));
    const { head, body } = render(App, { props: { loadPage: never, first: { page: "reader", Page: Reader } } });
    return { head, body };
  } finally {
    give(null);
  }
}
