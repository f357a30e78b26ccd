/** Every flow without a mouse, one after the other. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type App, focused, settled, tabTo, until, visit } from "../app.ts";

const ARTICLE =
  "Pilots to stay ashore\n\nThe pilots of Varnbruk will not go out in fog any more, harbour master Ina Holt said on Monday. “We have lost two boats,” she told reporters.\n\nThe harbour is closed at night.";

export function withoutMouse(app: () => App): void {
  it("brings in, reads, corrects, searches, traces, audits and takes out by keyboard alone", async () => {
    const { page, context, complaints } = await visit(app(), "/");
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    await tabTo(page, "Bring in");
    await press("Enter");
    await until(page, "document.activeElement?.tagName === 'H1'");
    for (let i = 0; i < 10 && (await page.evaluate("document.activeElement?.tagName")) !== "TEXTAREA"; i++)
      await press("Tab");
    await page.keyboard.insertText(ARTICLE);
    await tabTo(page, "Read it");
    await press("Enter");
    // What other tests brought in is listed as well.
    const brought = "#jobs ~ ul td a:has-text('Pilots')";
    await page.waitForSelector(brought);
    const name = (await page.textContent(brought))?.trim() ?? "";
    await tabTo(page, name);
    await press("Enter");
    await page.waitForSelector("#statements li");
    await settled(page);
    await press("j");
    await until(page, "document.querySelector('#panel-title')?.textContent === 'Ina Holt'");
    await press("a");
    await until(page, "document.querySelector('.panel .tag').textContent.startsWith('accepted')");
    await page.waitForTimeout(200);
    await press("/");
    expect(await page.evaluate("document.activeElement.id")).toBe("find");
    await page.keyboard.type("lost two boats");
    await press("Enter");
    await page.waitForSelector("#facets");
    await until(page, "document.querySelectorAll('.hit, main ol li').length > 0");
    expect(await page.textContent("main")).toContain("Ina Holt");
    await page.goBack();
    await page.waitForSelector("#panel-title");
    await press("Enter");
    await tabTo(page, "Follow it through the archive");
    await press("Enter");
    await until(page, "location.pathname === '/trace'");
    await until(page, "document.querySelector('main table')?.textContent.includes('go out in fog')");
    await tabTo(page, "Audit", "Shift+Tab");
    await press("Enter");
    await until(page, "document.querySelector('main table') !== null && location.pathname === '/audit'");
    const taken = page.waitForEvent("download");
    await tabTo(page, "Printable report");
    await press("Enter");
    const report = await taken;
    expect(readFileSync(await report.path(), "utf8")).toContain("<!doctype html>");
    expect(await focused(page)).toBe("Printable report");
    expect(complaints).toEqual([]);
    await context.close();
  });
}
