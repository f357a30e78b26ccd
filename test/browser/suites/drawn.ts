/** The page of an article as the server sends it: read before its script comes, and taken over by it without a change. */
import { expect, it } from "vitest";
import { type App, HOSTILE, LONG, settled, visit } from "../app.ts";

const PATH = "/articles/harbour-wire-0311";

/** What a browser without script shows. */
async function unscripted(app: App, path: string, cookie = ""): Promise<{ text: string; html: string }> {
  const context = await app.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  if (cookie) await page.setExtraHTTPHeaders({ cookie });
  await page.goto(app.url + path);
  const shown = { text: (await page.textContent("main")) ?? "", html: await page.innerHTML("html") };
  await context.close();
  return shown;
}

export function drawn(app: () => App): void {
  it("shows an article and its statements without any script", async () => {
    const { text, html } = await unscripted(app(), PATH);
    expect(text).toContain("About 40 cubic metres of diesel had reached the water by noon");
    expect(text).toContain("Maren Tollick");
    expect(html).toContain("<title>Diesel leak closes Skarnholt harbour – Hearsay</title>");
    expect(html).not.toContain("style=");
  });

  it("shows a hostile one harmlessly, and what filters leave", async () => {
    const { html } = await unscripted(app(), "/articles/hostile");
    expect(html).toContain("&lt;script&gt;window.hit=1&lt;/script&gt;");
    expect(html).not.toMatch(/<(?:script>|iframe|style|img|b onmouseover|svg onload)/);
    expect(html).not.toContain(HOSTILE.title);
    const one = await unscripted(app(), `${PATH}?form=direct`);
    expect(one.html.match(/<li id="l-/g)).toHaveLength(4);
  });

  it("speaks the language and wears the theme that were chosen here", async () => {
    const { text } = await unscripted(app(), PATH, "hearsay-language=de; hearsay-theme=dark");
    expect(text).toContain("Wer das sagt");
    const answer = await fetch(app().url + PATH, { headers: { cookie: "hearsay-language=de; hearsay-theme=dark" } });
    expect(await answer.text()).toContain('<html lang="de" data-theme="dark">');
    const odd = await fetch(app().url + PATH, { headers: { cookie: 'hearsay-language="><b>; hearsay-theme="><b>' } });
    expect(await odd.text()).toContain('<html lang="en">');
  });

  it.each([
    ["as it is", "", {}],
    ["with a statement selected", "#a1", {}],
    ["filtered", "?form=direct", {}],
    ["in German, dark", "", { language: "de", dark: true }],
  ])("is taken over %s: nothing is asked twice, nothing is said to differ", async (_, more, how) => {
    const { page, context, complaints } = await visit(app(), "/settings", how);
    await settled(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(app().url + PATH + more);
    await settled(page);
    expect(await page.locator("#panel-title").count()).toBe(more === "#a1" ? 1 : 0);
    expect(asked).not.toContain(`/api${PATH}`);
    expect(complaints).toEqual([]);
    const before = await page.locator("#statements li").count();
    await page.keyboard.press("j");
    await page.waitForSelector("#panel-title");
    expect(await page.locator("#statements li").count()).toBe(before);
    await context.close();
  });

  it("leaves a long article to the script, with what it needs", async () => {
    const html = await (await fetch(`${app().url}/articles/${LONG.doc}`)).text();
    expect(html).toContain('<div id="app"></div>');
    expect(html).toContain(`"doc":"${LONG.doc}"`);
  });

  it("tells of an article that is not there as the script does", async () => {
    const { page, context } = await visit(app(), "/articles/nowhere");
    expect(await page.textContent("main")).toContain("nowhere");
    await context.close();
  });
}
