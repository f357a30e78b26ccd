/** Correcting: by keys and by mouse, kept at once, seen by others, taken back and brought back. */
import { expect, it } from "vitest";
import { type App, focused, saved, settled, tabTo, until, visit } from "../app.ts";

const DOC = "/articles/harbour-wire-0311";
/** A slow server takes so long to answer, milliseconds. */
const SLOW = 600;

export function correcting(app: () => App): void {
  it("is worked by keyboard alone: from the list to a judgement, which outlives a reload and can be undone", async () => {
    const { page, context, complaints } = await visit(app(), "/");
    await settled(page);
    await tabTo(page, "Diesel leak closes Skarnholt harbour");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#statements");
    await page.keyboard.press("j");
    await page.waitForSelector("#panel-title");
    expect(await focused(page)).toBe("About 40 cubic metres of diesel had reached the water by noon");
    await page.keyboard.press("Enter");
    await until(page, "document.activeElement?.id === 'panel-title'");
    expect(await focused(page)).toBe("National Coast Inspectorate");
    await saved(page, () => page.keyboard.press("a"));
    const state = (): Promise<string | null> => page.textContent(".panel .tag");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('accepted')");
    await page.reload();
    await page.waitForSelector("#panel-title");
    expect(await state()).toMatch(/^accepted by reader$/);
    expect(await page.textContent(".list .progress")).toMatch(/1 confirmed\s+11 only suggested/);
    await page.keyboard.press("u");
    await until(page, "document.querySelector('.panel .tag').textContent === 'suggested'");
    await saved(page, () => page.keyboard.press("u"));
    await until(page, "document.querySelector('.status').textContent.includes('nothing to undo')");
    await page.reload();
    await page.waitForSelector("#panel-title");
    await page.keyboard.press("r");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('accepted')");
    await page.keyboard.press("r");
    await until(page, "document.querySelector('.status').textContent.includes('nothing to redo')");
    await page.keyboard.press("u");
    await until(page, "document.querySelector('.panel .tag').textContent === 'suggested'");
    await page.keyboard.press("Escape");
    expect(await page.$("#panel-title")).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("sets source and speaker by keys, and another browser sees it", async () => {
    const { page, context } = await visit(app(), `${DOC}#a3`);
    const other = await visit(app(), DOC);
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
    const { page, context } = await visit(app(), `${DOC}#a7`);
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
    const { page, context } = await visit(app(), "/settings");
    await page.keyboard.press("?");
    await page.waitForSelector(".keys");
    await page.keyboard.press("Escape");
    await page.click("button[aria-label='Change: next statement']");
    await page.keyboard.press("m");
    await page.goto(app().url + DOC);
    await page.waitForSelector("#statements");
    await page.keyboard.press("j");
    expect(await page.$("#panel-title")).toBeNull();
    await page.keyboard.press("m");
    await page.waitForSelector("#panel-title");
    await page.goto(`${app().url}/settings`);
    await page.waitForSelector("input[type=checkbox]");
    await page.uncheck("input[type=checkbox]");
    await page.goto(app().url + DOC);
    await page.waitForSelector("#statements");
    await page.keyboard.press("m");
    expect(await page.$("#panel-title")).toBeNull();
    await context.close();
  });

  it("adds a statement and sets a paragraph aside by keys, and takes both back", async () => {
    const { page, context, complaints } = await visit(app(), "/articles/quay-review-0317");
    await page.waitForSelector("#statements li");
    const count = (): Promise<number> => page.evaluate("document.querySelectorAll('#statements li').length");
    const before = await count();
    await page.keyboard.press("n");
    await page.waitForSelector(".pick");
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await until(page, `document.querySelectorAll('#statements li').length === ${before + 1}`);
    await until(page, "document.querySelector('.panel .tag')?.textContent === 'added by reader'");
    // A server that takes its time: what is taken back is still shown for a while, and nothing is asked about it.
    await page.route(/\/api\/articles\/quay-review-0317(\?|$)/, async (route) => {
      await new Promise((done) => setTimeout(done, SLOW));
      await route.continue();
    });
    await page.keyboard.press("u");
    await until(page, `document.querySelectorAll('#statements li').length === ${before}`);
    await page.unroute(/\/api\/articles\/quay-review-0317(\?|$)/);
    const folded = (): Promise<number> => page.evaluate("document.querySelectorAll('.furniture .reason').length");
    const aside = await folded();
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    await page.selectOption(".pick select", "credit");
    await page.keyboard.press("Enter");
    await until(page, `document.querySelectorAll('.furniture .reason').length === ${aside + 1}`);
    expect(await page.textContent(".text")).toContain("credit: marked as furniture by reader");
    await page.evaluate("for (const d of document.querySelectorAll('.furniture')) d.open = true");
    await page.click(".furniture .reason:has-text('marked as furniture by reader') button");
    await until(page, `document.querySelectorAll('.furniture .reason').length === ${aside}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("tells what of an article and of the archive is confirmed, rejected and only suggested, never mixed", async () => {
    const { page, context } = await visit(app(), "/articles/morning-lantern-0312#a1");
    await page.waitForSelector("#panel-title");
    await saved(page, () => page.keyboard.press("x"));
    await page.keyboard.press("j");
    await saved(page, () => page.keyboard.press("a"));
    const here = ".list .progress";
    await until(
      page,
      `/1 confirmed\\s+1 rejected\\s+\\d+ only suggested/.test(document.querySelector('${here}').textContent)`,
    );
    const suggested = Number(/(\d+) only/.exec((await page.textContent(here)) ?? "")?.[1]);
    expect(suggested).toBe((await page.$$("#statements li")).length - 2);
    await page.goto(`${app().url}/`);
    await settled(page);
    await until(page, "document.querySelector('main').textContent.includes('in the whole archive')");
    const whole = (await page.textContent("main .progress")) ?? "";
    const [statements, confirmed, left] = [
      /([\d,]+) statements in the whole/.exec((await page.textContent("main")) ?? ""),
      /(\d+) confirmed/.exec(whole),
      /([\d,]+) only/.exec(whole),
    ].map((match) => Number(match?.[1]?.replace(",", "")));
    expect((confirmed ?? 0) + (left ?? 0)).toBe(statements);
    expect(whole).toContain("1 rejected");
    await context.close();
  });
}
