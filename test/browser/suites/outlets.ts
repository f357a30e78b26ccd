/** Outlets under several names, joined, named and told apart by keyboard. */
import { expect, it } from "vitest";
import { type App, settled, until, visit } from "../app.ts";

export function outlets(app: () => App): void {
  it("joins what seems to be one outlet, names it, tells a name apart, and takes all of it back", async () => {
    const { page, context, complaints } = await visit(app(), "/outlets");
    await settled(page);
    const names = (): Promise<string[]> =>
      page.$$eval("main ol > li > p > a", (links) => links.map((a) => a.textContent ?? ""));
    const before = await names();
    await page.focus("button[aria-label='The Tide Table Online is Tide Table']");
    await page.keyboard.press("Enter");
    await until(page, `document.querySelectorAll('main ol > li > p > a').length === ${before.length - 1}`);
    await page.fill("main ol input[name=name]", "Tide Group");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('main ol').textContent.includes('Tide Group')");
    await page.focus("button[aria-label='The Tide Table Online is another outlet than Tide Group']");
    await page.keyboard.press("Enter");
    await until(page, `document.querySelectorAll('main ol > li > p > a').length === ${before.length}`);
    expect(await page.textContent("main ol")).not.toContain("Perhaps the same");
    await page.focus("main h1");
    for (let left = 3; left > 0; left--) {
      await page.keyboard.press("u");
      await until(page, "document.querySelector('.status').textContent.includes('Undone')");
      await page.waitForTimeout(150);
    }
    await until(page, "document.querySelector('main ol').textContent.includes('Perhaps the same')");
    expect(await names()).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
