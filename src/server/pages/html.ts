/** The first page's HTML, filled with what is known when it is sent. */
import type { Wanted } from "./asked.ts";
import type { DrawnPage } from "./drawn.ts";

const TITLE = "<title>Hearsay</title>";
const HEAD_END = "</head>";
const PLACE = '<div id="app"></div>';
const LANGUAGE = '<html lang="en">';

/** A page in two parts: the browser fetches what the first one names while the article of the second is looked up. */
export interface PageParts {
  /** All of the head but the title. */
  start: string;
  /** @param drawn `null` where the page's script does it all */
  rest(drawn: DrawnPage | null): string;
}

/** @param styles addresses of what the page looks like, beside those that the HTML names */
export function partsOf(html: string, { language, theme }: Wanted, styles: readonly string[]): PageParts {
  const root = `<html lang="${language}"${theme === null ? "" : ` data-theme="${theme}"`}>`;
  const [head = "", ...more] = html.split(HEAD_END);
  const looks = styles.map((style) => `<link rel="stylesheet" crossorigin href="${style}">`).join("");
  return {
    start: put(put(head, TITLE, ""), LANGUAGE, root) + looks,
    rest(drawn) {
      const body = more.join(HEAD_END);
      if (!drawn) return TITLE + HEAD_END + body;
      const given = `<script type="application/json" id="given">${drawn.given.replaceAll("<", "\\u003c")}</script>`;
      return (drawn.head || TITLE) + HEAD_END + put(body, PLACE, `<div id="app">${drawn.body}</div>${given}`);
    },
  };
}

/** Dollars in an article mean nothing here. */
const put = (html: string, place: string, text: string): string => html.replace(place, () => text);
