import { expect, it } from "vitest";
import type { Wanted } from "../../src/server/pages/asked.ts";
import type { DrawnPage } from "../../src/server/pages/drawn.ts";
import { partsOf } from "../../src/server/pages/html.ts";

const PAGE =
  '<!doctype html>\n<html lang="en"><head><title>Hearsay</title><script src="/a.js"></script></head><body><div id="app"></div></body></html>';
const ENGLISH: Wanted = { language: "en", theme: null };

function whole(how: Wanted, styles: readonly string[], drawn: DrawnPage | null): string {
  const { start, rest } = partsOf(PAGE, how, styles);
  return start + rest(drawn);
}

it("leaves a page without an article to its script", () => {
  expect(whole(ENGLISH, [], null)).toBe(
    '<!doctype html>\n<html lang="en"><head><script src="/a.js"></script><title>Hearsay</title></head><body><div id="app"></div></body></html>',
  );
  expect(whole({ language: "de", theme: "dark" }, [], null)).toContain('<html lang="de" data-theme="dark">');
});

it("names everything to be fetched before the article is known", () => {
  const { start } = partsOf(PAGE, ENGLISH, ["/a.css"]);
  expect(start).toContain('<script src="/a.js"></script><link rel="stylesheet" crossorigin href="/a.css">');
});

it("puts what was drawn and what the script would ask for into the page", () => {
  const drawn = { head: "<title>Pier – Hearsay</title>", body: "<p>Pier</p>", given: '{"doc":"pier"}' };
  const page = whole(ENGLISH, [], drawn);
  expect(page).toContain("<title>Pier – Hearsay</title></head>");
  expect(page.match(/<title>/g)).toHaveLength(1);
  expect(page).toContain(
    '<div id="app"><p>Pier</p></div><script type="application/json" id="given">{"doc":"pier"}</script>',
  );
});

it("lets no article end the data it stands in, and takes its dollars for dollars", () => {
  const view = { text: "</script><script>alert(1)</script> <!-- $& $1 $` costs $$5" };
  const page = whole(ENGLISH, [], { head: "", body: "", given: JSON.stringify(view) });
  const [, told = ""] = /id="given">(.*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(told)).toEqual(view);
  expect(page.match(/<script/g)).toHaveLength(2);
});
