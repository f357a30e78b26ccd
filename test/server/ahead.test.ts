import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ahead, readAhead } from "../../src/server/pages/ahead.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-pages-"));
let ahead: Ahead;
beforeAll(async () => {
  mkdirSync(join(folder, ".vite"));
  const manifest = {
    "index.html": {
      file: "assets/index-1.js",
      imports: [],
      assets: ["assets/serif-latin-wght-normal-1.woff2", "assets/serif-greek-wght-normal-1.woff2", "assets/icon-1.svg"],
    },
    "start/app.ts": { file: "assets/app-1.js", imports: ["index.html"], css: ["assets/app-1.css"] },
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

const linked = (path: string): string[] =>
  [...(ahead.links(path) ?? "").matchAll(/<([^>]*)>/g)].map((match) => match[1] as string);

it("tells the parts of the script that an article's page needs, beside those its HTML names", () => {
  expect(linked("/articles/pier")).toEqual([
    "/assets/serif-latin-wght-normal-1.woff2",
    "/assets/app-1.css",
    "/assets/Reader-1.css",
    "/assets/app-1.js",
    "/assets/Reader-1.js",
    "/assets/api-1.js",
  ]);
  expect(ahead.styles("/articles/pier")).toEqual(["/assets/app-1.css", "/assets/Reader-1.css"]);
});

it("tells of other pages what any page needs", async () => {
  expect(linked("/nowhere")).toEqual([
    "/assets/serif-latin-wght-normal-1.woff2",
    "/assets/app-1.css",
    "/assets/app-1.js",
  ]);
  expect((await readAhead(join(folder, "none"))).links("/search")).toBeNull();
});
