import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BUILT, builtPage } from "../../tools/page.ts";
import { type App, axe, canBrowse, openApp, settled, sideways, until, visit } from "./app.ts";

const DOC = "/articles/harbour-wire-0311";
const PAGES = [
  "/",
  DOC,
  `${DOC}#a3`,
  "/search?q=valve",
  "/search?q=form%3Aspoken",
  "/trace?doc=harbour-wire-0311&statement=a3",
  "/dossier",
  "/dossier?speaker=Maren+Tollick",
  "/audit",
  "/compare?a=harbour-wire-0311&b=quay-review-0317",
  "/bring-in",
  "/settings",
  "/nowhere",
  "/articles/hostile",
];
/** A refused query and an article that is not there are answered so, and the browser says so in its console. */
const EXPECTED = /the server responded with a status of (?:400|404)/;

describe("the built page", () => {
  beforeAll(builtPage, 60_000);

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
    const files = scriptsOf(["index.html", "reader/Reader.svelte"]);
    expect(files.size).toBeGreaterThan(2);
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
  });

  it("loads the charts on the audit's page alone", () => {
    const chart = manifest()["audit/chart.ts"]?.file ?? "missing";
    expect(readFileSync(join(BUILT, chart), "utf8")).toContain("plot");
    for (const page of ["index.html", "reader/Reader.svelte", "audit/Audit.svelte"])
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
  }, 120_000);
  afterAll(() => app?.close());

  it.each(PAGES)("%s is accessible in light and dark and at 320 px", async (path) => {
    const { page, context, complaints } = await visit(app, path);
    await settled(page);
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(100);
    expect(await sideways(page)).toBe(0);
    expect(complaints.filter((line) => !EXPECTED.test(line))).toEqual([]);
    await context.close();
  });

  it("speaks German to whoever reads German, and is accessible so", async () => {
    const { page, context } = await visit(app, DOC, { language: "de" });
    expect(await page.getAttribute("html", "lang")).toBe("de");
    expect(await page.textContent("aside h2")).toBe("Wer das sagt");
    expect(await axe(page)).toEqual([]);
    await context.close();
  });

  it("is worked by keyboard alone: from the list to a judgement, which outlives a reload and can be undone", async () => {
    const { page, context, complaints } = await visit(app, "/");
    await settled(page);
    const focused = (): Promise<string> => page.evaluate("document.activeElement?.textContent?.trim() ?? ''");
    const tabTo = async (words: string): Promise<void> => {
      for (let i = 0; i < 80 && (await focused()) !== words; i++) await page.keyboard.press("Tab");
      expect(await focused()).toBe(words);
    };
    await tabTo("Diesel leak closes Skarnholt harbour");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#statements");
    await page.keyboard.press("j");
    await page.waitForSelector("#panel-title");
    expect(await focused()).toBe("About 40 cubic metres of diesel had reached the water by noon");
    await page.keyboard.press("Enter");
    await until(page, "document.activeElement?.id === 'panel-title'");
    expect(await focused()).toBe("National Coast Inspectorate");
    await page.keyboard.press("a");
    const state = (): Promise<string | null> => page.textContent(".panel .tag");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('accepted')");
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForSelector("#panel-title");
    expect(await state()).toMatch(/^accepted by reader$/);
    expect(await page.textContent(".list .progress")).toContain("1 of 12");
    await page.keyboard.press("u");
    await until(page, "document.querySelector('.panel .tag').textContent === 'suggested'");
    await page.keyboard.press("u");
    await until(page, "document.querySelector('.status').textContent.includes('nothing to undo')");
    await page.keyboard.press("Escape");
    expect(await page.$("#panel-title")).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("sets source and speaker by keys, and another browser sees it", async () => {
    const { page, context } = await visit(app, `${DOC}#a3`);
    const other = await visit(app, DOC);
    await other.page.waitForSelector("#statements");
    await page.waitForSelector("#panel-title");
    await page.keyboard.press("s");
    await page.keyboard.press("ArrowLeft");
    expect(await page.textContent(".pick")).toContain("“Maren Tollick, managing director of Brennock”");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('corrected')");
    await page.keyboard.press("p");
    await page.keyboard.type("Edvin Marlo");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('#panel-title').textContent === 'Edvin Marlo'");
    await until(other.page, "document.querySelector('#l-a3 .who').textContent.includes('Edvin Marlo')");
    expect(await other.page.textContent("#l-a3 .who")).toContain("corrected");
    await context.close();
    await other.context.close();
  });

  it("keeps a correction while the server cannot be reached, and sends it afterwards", async () => {
    const { page, context } = await visit(app, `${DOC}#a7`);
    await page.waitForSelector("#panel-title");
    await context.setOffline(true);
    await page.keyboard.press("a");
    await until(page, "document.querySelector('.status').textContent.includes('not saved yet')");
    expect(await page.textContent(".panel .tag")).toContain("accepted");
    await context.setOffline(false);
    await page.click(".status button");
    await until(page, "document.querySelector('.status button') === null");
    await page.reload();
    await page.waitForSelector("#panel-title");
    expect(await page.textContent(".panel .tag")).toBe("accepted by reader");
    await context.close();
  });

  it("lets single keys be changed and switched off", async () => {
    const { page, context } = await visit(app, "/settings");
    await page.keyboard.press("?");
    await page.waitForSelector(".keys");
    await page.keyboard.press("Escape");
    await page.click("button[aria-label='Change: next statement']");
    await page.keyboard.press("m");
    await page.goto(app.url + DOC);
    await page.waitForSelector("#statements");
    await page.keyboard.press("j");
    expect(await page.$("#panel-title")).toBeNull();
    await page.keyboard.press("m");
    await page.waitForSelector("#panel-title");
    await page.goto(`${app.url}/settings`);
    await page.waitForSelector("input[type=checkbox]");
    await page.uncheck("input[type=checkbox]");
    await page.goto(app.url + DOC);
    await page.waitForSelector("#statements");
    await page.keyboard.press("m");
    expect(await page.$("#panel-title")).toBeNull();
    await context.close();
  });

  it("shows a hostile article harmlessly", async () => {
    const { page, context, complaints } = await visit(app, "/");
    await settled(page);
    expect(await page.textContent("main")).toContain("<script>window.hit=1</script>");
    for (const path of ["/articles/hostile", "/search?q=pier&in=text", "/dossier?speaker=Ada+Quill", "/audit"]) {
      await page.goto(app.url + path);
      await settled(page);
      expect(await page.$$("main script, main iframe, main style, main img, main b[onmouseover]")).toEqual([]);
      expect(await page.$$("a[href^='javascript:' i]")).toEqual([]);
      expect(await page.evaluate("window.hit")).toBeUndefined();
      expect(await page.isVisible("main h1")).toBe(true);
      expect(await page.evaluate("document.querySelector('.text, ol')?.textContent ?? ''")).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069]/,
      );
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("reads what is pasted, and opens it", async () => {
    const { page, context, complaints } = await visit(app, "/bring-in");
    await page.fill(
      "textarea",
      "Ferry to stop\n\nThe ferry will stop on Friday, harbour master Ina Holt said on Monday. “We have no choice,” she told reporters.",
    );
    await page.click("button[type=submit].main");
    const link = await page.waitForSelector("#jobs ~ ul td a");
    await link.click();
    await page.waitForSelector("#statements li");
    expect(await page.textContent("#statements")).toContain("Ina Holt");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("keeps the whole state of a search in its address, and says where a query is wrong", async () => {
    const { page, context } = await visit(app, "/search?q=valve");
    await page.waitForSelector("#facets");
    await page.click("#facets ~ ul a >> nth=0");
    await until(page, "new URL(location).searchParams.get('q').startsWith('valve speaker:')");
    await until(page, "document.querySelector('main [role=status]').textContent.includes('speaker:')");
    const found = await page.textContent("main [role=status]");
    await page.reload();
    await page.waitForSelector("#facets");
    expect(await page.textContent("main [role=status]")).toBe(found);
    await page.goto(`${app.url}/search?q=form%3Aspoken`);
    expect(await page.textContent("[role=alert]")).toContain("form:direct");
    await context.close();
  });
});
