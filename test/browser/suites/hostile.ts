/** An article that tries everything, on every page that shows any of it. */
import { expect, it } from "vitest";
import { type App, HOSTILE, settled, visit } from "../app.ts";

const PLACES = [
  "/",
  "/articles/hostile",
  "/articles/hostile#a1",
  "/search?q=pier&in=text",
  "/search?q=pier&in=headlines",
  "/search?q=We+heard+it+crack&as=quotation",
  "/search?q=%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E",
  "/trace?q=We+heard+it+crack",
  "/trace?doc=hostile&statement=a1",
  "/dossier",
  "/dossier?speaker=Ada+Quill",
  "/dossier?speaker=%3Cimg+src%3Dx+onerror%3Dwindow.hit%3D1%3E",
  "/audit",
  `/audit?outlet=${encodeURIComponent(HOSTILE.outlet)}`,
  "/compare?a=hostile&b=harbour-wire-0311",
  "/bring-in",
  "/settings",
  "/javascript:window.hit=1",
];
/** What a question for nobody is answered, which the console tells too. */
const EXPECTED = /the server responded with a status of 404/;

export function hostility(app: () => App): void {
  it("shows a hostile article harmlessly on every page", async () => {
    const { page, context, complaints } = await visit(app(), "/");
    await settled(page);
    expect(await page.textContent("main")).toContain("<script>window.hit=1</script>");
    for (const path of PLACES) {
      await page.goto(app().url + path);
      await page.waitForSelector("main h1", { state: "attached" });
      await settled(page);
      const where = (what: unknown): unknown => [path, what];
      expect(
        where(await page.$$("main script, main iframe, main style, main img, main b[onmouseover], main svg[onload]")),
      ).toEqual(where([]));
      expect(where(await page.$$("a[href^='javascript:' i], [style*='display:none']"))).toEqual(where([]));
      expect(where(await page.evaluate("window.hit"))).toEqual(where(undefined));
      expect(where(await page.isVisible("main h1"))).toEqual(where(true));
      // Turning signs are shown as such, or kept to the element that holds the name.
      const turning =
        "[...document.querySelectorAll('main *')].filter((e) => e.childElementCount === 0 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(e.textContent) && !e.closest('bdi, [dir=auto], option')).map((e) => e.outerHTML)";
      expect(where(await page.evaluate(turning))).toEqual(where([]));
    }
    expect(complaints.filter((line) => !EXPECTED.test(line))).toEqual([]);
    await context.close();
  });

  it("writes a report of it in which nothing runs either", async () => {
    // A page of its own: the policy of ours would forbid what a report has.
    const page = await app().browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    for (const path of ["/api/articles/hostile/report", "/api/audit/report", "/api/trace/report?q=We+heard+it+crack"]) {
      const html = await (await fetch(app().url + path)).text();
      await page.setContent(html);
      expect([path, await page.$$("script, iframe, img, svg[onload], b[onmouseover]")]).toEqual([path, []]);
      expect([path, await page.$$("a[href^='javascript:' i]")]).toEqual([path, []]);
      expect(await page.evaluate("window.hit")).toBeUndefined();
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
}
