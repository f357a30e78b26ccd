/** Articles larger than any: readable, and in step with their list. */
import { expect, it } from "vitest";
import { type App, LONG, MANY, settled, until, visit } from "../app.ts";

export function bigArticles(app: () => App): void {
  it("shows an article with 1,000 statements, all of them reached by keys and by the list", async () => {
    const { page, context, complaints } = await visit(app(), `/articles/${MANY.doc}`);
    await page.waitForSelector("#statements li");
    expect(await page.textContent("main")).toContain("1,000 statements from");
    expect(await page.evaluate("document.querySelector('.text').textContent.includes('said grum 1000 plettin')")).toBe(
      true,
    );
    for (let i = 0; i < 5; i++) await page.keyboard.press("j");
    await until(page, "document.querySelector('.panel blockquote')?.textContent.startsWith('grum 5 ')");
    await page.goto(`${app().url}/articles/${MANY.doc}#a997`);
    await page.waitForSelector("#panel-title");
    for (let i = 0; i < 9; i++) await page.keyboard.press("j");
    await until(page, "document.querySelector('.panel blockquote')?.textContent.startsWith('grum 1000 ')");
    const seen =
      "(() => { const t = document.getElementById('t-a1000').getBoundingClientRect(); const l = document.getElementById('l-a1000').getBoundingClientRect(); return t.top > 0 && t.bottom < innerHeight && l.height > 0 })()";
    await until(page, seen);
    await page.keyboard.press("a");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('accepted')");
    await page.keyboard.press("u");
    await until(page, "document.querySelector('.panel .tag').textContent === 'suggested'");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows a document of 200,000 words: its end is there, marks come where one reads, no page of the list is too long", async () => {
    const { page, context, complaints } = await visit(app(), `/articles/${LONG.doc}`);
    await settled(page);
    const words = (await page.evaluate("document.querySelector('.text').textContent.match(/\\S+/g).length")) as number;
    expect(words).toBeGreaterThan(200_000);
    expect((await page.$$("#statements li")).length).toBeLessThanOrEqual(400);
    expect((await page.$$(".text a.mark")).length).toBeLessThan(400);
    await page.keyboard.press("End");
    await until(page, "scrollY > 100000");
    await until(
      page,
      "[...document.querySelectorAll('.text a.mark')].some((a) => { const b = a.getBoundingClientRect(); return b.top > 0 && b.top < innerHeight })",
    );
    // Not blank where one reads; a single place may lie between two paragraphs.
    await until(page, "[250, 275, 300, 325].some((y) => document.elementFromPoint(500, y)?.closest('.row'))");
    await page.keyboard.press("j");
    await page.waitForSelector("#panel-title");
    expect(complaints).toEqual([]);
    await context.close();
  });
}
