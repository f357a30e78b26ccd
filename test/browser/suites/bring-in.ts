/** Bringing in: pasted, dropped as files and as a folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type App, until, visit } from "../app.ts";

/** Drops files or folders onto the middle of the page, as a file manager does. */
async function drop(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 500, y: 400, data });
  await session.detach();
}

const article = (who: string): string =>
  `Ferry to stop\n\nThe ferry will stop on Friday, ${who} said on Monday. “We have no choice,” she told reporters.\n\nThe island has one school and one shop.`;

/** That many jobs are listed, and the newest one is done. */
const ended = (jobs: number): string =>
  `document.querySelectorAll('#jobs ~ ul > li').length === ${jobs} && document.querySelector('#jobs ~ ul li .tag').textContent === 'done'`;

export function bringingIn(app: () => App): void {
  it("reads what is pasted, and opens it", async () => {
    const { page, context, complaints } = await visit(app(), "/bring-in");
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

  it("reads files and a folder that are dropped, hidden ones left out, and says why one could not be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hearsay-drop-"));
    try {
      mkdirSync(join(folder, "crawl/deep"), { recursive: true });
      writeFileSync(join(folder, "first.txt"), article("Ada Quill"));
      writeFileSync(join(folder, "empty.txt"), "");
      writeFileSync(
        join(folder, "crawl/second.html"),
        `<!doctype html><title>Ferry</title><article><p>${article("Bo Renn").replaceAll("\n\n", "<p>")}</article>`,
      );
      writeFileSync(join(folder, "crawl/deep/third.txt"), article("Cleo Stamm"));
      writeFileSync(join(folder, "crawl/.hidden.txt"), article("Dara Unseen"));
      const { page, context, complaints } = await visit(app(), "/bring-in");
      await page.check("input[type=checkbox]");
      await page.waitForLoadState("networkidle").catch(() => undefined);
      const before = (await page.$$("#jobs ~ ul > li")).length;
      await drop(page, [join(folder, "first.txt"), join(folder, "empty.txt")]);
      await until(page, ended(before + 1));
      const job = "#jobs ~ ul li";
      expect(await page.textContent(job)).toMatch(/1 new, 0 changed, 0 known already, 1 failed/);
      expect(await page.textContent(`${job} tbody tr`)).toMatch(/empty\.txt.*failed.*\S/s);
      await drop(page, [join(folder, "crawl")]);
      await until(page, ended(before + 2));
      expect(await page.textContent(job)).toMatch(/2 new, 0 changed, 0 known already, 0 failed/);
      expect(await page.textContent(job)).not.toContain("hidden");
      expect(complaints).toEqual([]);
      await context.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
