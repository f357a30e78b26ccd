/** Searching. */
import { expect, it } from "vitest";
import { type App, until, visit } from "../app.ts";

export function searching(app: () => App): void {
  it("keeps the whole state of a search in its address, and says where a query is wrong", async () => {
    const { page, context } = await visit(app(), "/search?q=valve");
    await page.waitForSelector("#facets");
    await page.click("#facets ~ ul a >> nth=0");
    await until(page, "new URL(location).searchParams.get('q').startsWith('valve speaker:')");
    await until(page, "document.querySelector('main [role=status]').textContent.includes('speaker:')");
    const found = await page.textContent("main [role=status]");
    await page.reload();
    await page.waitForSelector("#facets");
    expect(await page.textContent("main [role=status]")).toBe(found);
    await page.goto(`${app().url}/search?q=form%3Aspoken`);
    expect(await page.textContent("[role=alert]")).toContain("form:direct");
    await context.close();
  });
}
