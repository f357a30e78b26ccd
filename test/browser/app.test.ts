import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BUILT, builtPage } from "../../tools/page.ts";
import { type App, canBrowse, openApp } from "./app.ts";
import { bigArticles } from "./suites/big.ts";
import { bringingIn } from "./suites/bring-in.ts";
import { correcting } from "./suites/correct.ts";
import { hostility } from "./suites/hostile.ts";
import { withoutMouse } from "./suites/keyboard.ts";
import { drawn } from "./suites/drawn.ts";
import { everyPage } from "./suites/pages.ts";
import { outlets } from "./suites/outlets.ts";
import { people } from "./suites/people.ts";
import { searching } from "./suites/search.ts";

describe("the built page", () => {
  beforeAll(builtPage);

  interface Chunk {
    file: string;
    imports?: string[];
    css?: string[];
  }
  const manifest = (): Record<string, Chunk> => JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8"));
  const scriptsOf = (names: string[]): Set<string> => {
    const chunks = manifest();
    const files = new Set<string>();
    const add = (name: string): void => {
      const chunk = chunks[name];
      if (!chunk || files.has(chunk.file)) return;
      files.add(chunk.file);
      chunk.imports?.forEach(add);
    };
    names.forEach(add);
    return files;
  };

  it("asks for at most 150 kB of script, gzipped, to show an article", () => {
    const files = scriptsOf(["index.html", "start/app.ts", "reader/Reader.svelte"]);
    expect(files.size).toBeGreaterThan(2);
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
  });

  it("loads the charts on the audit's page alone", () => {
    const chart = manifest()["audit/chart.ts"]?.file ?? "missing";
    expect(readFileSync(join(BUILT, chart), "utf8")).toContain("plot");
    for (const page of ["index.html", "start/app.ts", "reader/Reader.svelte", "audit/Audit.svelte"])
      expect(scriptsOf([page])).not.toContain(chart);
  });

  it("has no script and no style in its HTML", () => {
    const html = readFileSync(join(BUILT, "index.html"), "utf8");
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)/);
  });
});

describe.skipIf(!canBrowse)("the app in a browser", () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  // What a failed test has left open would take the server's time from the others.
  afterEach(() => Promise.all(app?.browser.contexts().map((context) => context.close()) ?? []));
  afterAll(() => app?.close());
  for (const suite of [
    everyPage,
    drawn,
    searching,
    correcting,
    people,
    outlets,
    hostility,
    bigArticles,
    bringingIn,
    withoutMouse,
  ])
    suite(() => app);
});
