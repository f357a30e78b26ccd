import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf } from "../../src/client/url.ts";
import { type Ahead, readAhead } from "../../src/server/pages/ahead.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-pages-"));
let ahead: Ahead;
beforeAll(async () => {
  mkdirSync(join(folder, ".vite"));
  const manifest = {
    "index.html": { file: "assets/index-1.js", imports: [] },
    "_api.js": { file: "assets/api-1.js", imports: ["index.html"] },
    "reader/Reader.svelte": {
      file: "assets/Reader-1.js",
      imports: ["index.html", "_api.js"],
      css: ["assets/Reader-1.css"],
    },
  };
  writeFileSync(join(folder, ".vite/manifest.json"), JSON.stringify(manifest));
  ahead = await readAhead(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const linked = (path: string, query = ""): string[] =>
  [...(ahead.of(path, new URLSearchParams(query)) ?? "").matchAll(/<([^>]*)>/g)].map((match) => match[1] as string);

it("tells the parts of the script that an article's page needs, beside those its HTML names", () => {
  expect(linked("/articles/pier")).toEqual([
    "/api/articles/pier",
    "/assets/Reader-1.js",
    "/assets/Reader-1.css",
    "/assets/api-1.js",
  ]);
});

it.each([
  ["pier", null],
  ["a/b c", null],
  ["é>\r\n, <x", null],
  ["pier", 2],
])("names the view of %j as the page itself asks for it", (doc, version) => {
  const query = version === null ? "" : `version=${version}`;
  expect(linked(`/articles/${encodeURIComponent(doc)}`, query)[0]).toBe(
    addressOf("/api/articles/{doc}", { doc, version }),
  );
});

it("tells nothing of pages it does not know", async () => {
  expect(ahead.of("/nowhere", new URLSearchParams())).toBeNull();
  expect(linked("/articles/%E0%A4%A")).not.toContain("/api/articles/%E0%A4%A");
  expect((await readAhead(join(folder, "none"))).of("/search", new URLSearchParams())).toBeNull();
});
