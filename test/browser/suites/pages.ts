/** Every page for everyone: axe in both themes, narrow, wide and zoomed, without motion, on paper. */
import { getDocumentProxy, extractText } from "unpdf";
import { expect, it } from "vitest";
import { type App, axe, settled, sideways, visit } from "../app.ts";

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
  "/outlets",
  "/compare?a=harbour-wire-0311&b=quay-review-0317",
  "/bring-in",
  "/settings",
  "/nowhere",
  "/articles/hostile",
];
/** A refused query and an article that is not there are answered so, and the browser says so in its console. */
const EXPECTED = /the server responded with a status of (?:400|404)/;
/** A telephone, a window of 1280 by 1024 pixels at 400 %, and a wide screen. */
const SIZES = [
  { width: 320, height: 800 },
  { width: 320, height: 256 },
  { width: 3840, height: 2160 },
];
/** Elements that move when whoever reads asked for none of it. */
const MOVING =
  "[...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return s.animationName !== 'none' || s.transitionDuration.split(', ').some((d) => d !== '0s') || s.scrollBehavior === 'smooth' }).length + document.getAnimations().length";
/** How much of the window's height is covered by what stays in place over the text. */
const COVERED =
  "[...document.querySelectorAll('main *')].filter((e) => /sticky|fixed/.test(getComputedStyle(e).position) && !e.parentElement.closest('.panel-bottom')).reduce((n, e) => n + Math.max(0, Math.min(innerHeight, e.getBoundingClientRect().bottom) - Math.max(0, e.getBoundingClientRect().top)), 0) / innerHeight";

export function everyPage(app: () => App): void {
  it.each(PAGES)(
    "%s is accessible in light and dark, from a telephone to a wide screen, and at 400 percent",
    async (path) => {
      const { page, context, complaints } = await visit(app(), path);
      await settled(page);
      expect(await axe(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(MOVING)).toBe(0);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.waitForTimeout(100);
        expect([size.width, await sideways(page)]).toEqual([size.width, 0]);
        expect(await page.isVisible("main h1")).toBe(true);
        if (size.height < 300) expect(await page.evaluate(COVERED)).toBeLessThan(0.6);
      }
      expect(complaints.filter((line) => !EXPECTED.test(line))).toEqual([]);
      await context.close();
    },
  );

  it("speaks German to whoever reads German, and is accessible so", async () => {
    const { page, context } = await visit(app(), DOC, { language: "de" });
    expect(await page.getAttribute("html", "lang")).toBe("de");
    expect(await page.textContent("aside h2")).toBe("Wer das sagt");
    expect(await axe(page)).toEqual([]);
    await context.close();
  });

  it("prints an article with all its words and statements, and nothing that only works on a screen", async () => {
    const { page, context } = await visit(app(), `${DOC}#a3`);
    await page.waitForSelector("#panel-title");
    const last = (await page.textContent("#statements li:last-child .words")) ?? "missing";
    const words = (await page.$$eval(".text .row > p", (rows) => rows.at(-1)?.textContent ?? "missing")).trim();
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
    const { text } = await extractText(pdf, { mergePages: true });
    const plain = (s: string): string => s.replace(/[\s\u00ad-]+/g, "");
    expect(plain(text)).toContain(plain(last));
    expect(plain(text)).toContain(plain(words));
    expect(text).not.toMatch(/Search the archive|Take out|Add a statement/);
    await context.close();
  });
}
