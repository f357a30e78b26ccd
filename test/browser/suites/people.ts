/** Who is who: speakers joined, split and named, by keyboard. */
import { expect, it } from "vitest";
import { type App, settled, tabTo, until, visit } from "../app.ts";

export function people(app: () => App): void {
  it("joins two names from the list, and takes it back", async () => {
    const { page, context, complaints } = await visit(app(), "/dossier");
    await settled(page);
    const names = (): Promise<string[]> =>
      page.$$eval("main ol li > a", (links) => links.map((a) => a.textContent ?? ""));
    const before = await names();
    expect(before).toContain("Gerda Noll");
    for (const name of ["Edvin Marlo", "Gerda Noll"]) {
      await page.focus(`input[aria-label^="${name}"]`);
      await page.keyboard.press("Space");
    }
    await tabTo(page, "Join Edvin Marlo, Gerda Noll");
    await page.keyboard.press("Enter");
    await until(page, `document.querySelectorAll('main ol li > a').length === ${before.length - 1}`);
    expect(await names()).not.toContain("Gerda Noll");
    await page.keyboard.press("u");
    await until(page, `document.querySelectorAll('main ol li > a').length === ${before.length}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("confirms, names and splits a speaker on their page", async () => {
    const { page, context, complaints } = await visit(app(), "/dossier?speaker=Maren+Tollick");
    await page.waitForSelector(".who summary");
    await page.focus(".who summary");
    await page.keyboard.press("Enter");
    await page.keyboard.press("a");
    await until(page, "/\\D0 suggested/.test(document.querySelector('main').textContent)");
    await page.focus(".who form:nth-of-type(2) input");
    await page.keyboard.type("M. Tollick");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('.who').textContent.includes('M. Tollick')");
    await page.focus(".who li:has-text('no office told') button");
    await page.keyboard.press("Enter");
    await until(page, "document.querySelector('main').textContent.includes('kept apart')");
    await page.focus("main h1");
    for (let left = 3; left > 0; left--) {
      await page.keyboard.press("u");
      await until(page, "document.querySelector('.status').textContent.includes('Undone')");
      await page.waitForTimeout(150);
    }
    await until(page, "!document.querySelector('.who').textContent.includes('M. Tollick')");
    expect(complaints).toEqual([]);
    await context.close();
  });
}
