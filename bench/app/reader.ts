/** How soon an article stands in the browser, and how soon a key has its effect, by the browser's own clock. */
import { chromium, type Page } from "playwright-core";
import type { Served } from "./server.ts";

const CHROMIUM = "/usr/bin/chromium";
/** Keys pressed in each article. */
const KEYS = ["j", "j", "j", "a", "j", "x", "k", "u"];
/** Milliseconds between two keys: somebody quick. */
const PAUSE = 150;
/** Milliseconds that an article is looked at before the next one is opened. */
const REST = 1000;

export interface ReaderTimes {
  /** From going to the address until the article and its list have been painted, ms. */
  open: number[];
  /** The same by the browser's own first contentful paint, which is that of the article: when it stands on the screen, ms. */
  paint: number[];
  /** From going to the address until the page's script has taken it over, so that keys work, ms. */
  ready: number[];
  /** As `open`, of an article right after eight keys in another, while what they asked for is still worked on. */
  hurried: number[];
  /** From one article to the next inside the page, the same. */
  next: number[];
  /** From a key to what it changes having been painted, ms. */
  keys: number[];
}

/** Marks when the article has been painted, and how long each key takes until the next frame has been. */
const WATCH = `
  window.shown = null;
  window.keyTimes = [];
  const painted = (then) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = then; c.port2.postMessage(0); });
  new MutationObserver(() => {
    if (window.shown === null && document.querySelector(".text .row") && document.querySelector("#statements li")) {
      window.shown = 0;
      painted(() => { window.shown = performance.now(); });
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener("keydown", () => { const t = performance.now(); painted(() => window.keyTimes.push(performance.now() - t)); }, true);
`;

/** Milliseconds between two looks at the page: its own clock tells the times, and looking takes its processor. */
const LOOK = 100;

/** What an expression gives, once it gives a number beside 0. */
async function polled(page: Page, expression: string): Promise<number> {
  for (;;) {
    const at = await page.evaluate<number | null | undefined>(expression);
    if (at) return at;
    await page.waitForTimeout(LOOK);
  }
}

const shown = (page: Page): Promise<number> => polled(page, "window.shown");

/** When the page's script has marked that it can be worked with (src/web/start/app.ts). */
const takenOver = (page: Page): Promise<number> =>
  polled(page, 'performance.getEntriesByName("hearsay-ready")[0]?.startTime');

/** Opens these articles one after the other in a browser that has been at the page before. */
export async function measureReader({ url }: Served, docs: readonly string[]): Promise<ReaderTimes> {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(WATCH);
  const at = (doc: string): string => `${url}/articles/${encodeURIComponent(doc)}`;
  const times: ReaderTimes = { open: [], paint: [], ready: [], hurried: [], next: [], keys: [] };
  for (const [i, doc] of docs.entries()) {
    await page.goto(at(doc), { waitUntil: "commit" });
    await page.waitForTimeout(REST);
    const [ms, ready] = [await shown(page), await takenOver(page)];
    if (i === 0) continue;
    times.open.push(ms);
    times.ready.push(ready);
    times.paint.push(await polled(page, 'performance.getEntriesByName("first-contentful-paint")[0]?.startTime'));
  }
  for (const [i, doc] of docs.entries()) {
    await page.goto(at(doc), { waitUntil: "commit" });
    const ms = await shown(page);
    await takenOver(page);
    if (i > 0) times.hurried.push(ms);
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await page.waitForTimeout(PAUSE);
    }
    times.keys.push(...(await page.evaluate<number[]>("window.keyTimes")));
    await page.waitForTimeout(PAUSE);
  }
  await page.goto(`${url}/`);
  for (let i = 0; i < docs.length; i++) {
    const link = page.locator("main li h2 a").nth(i % 40);
    await link.waitFor();
    await page.evaluate("window.shown = null");
    const from = await page.evaluate<number>("performance.now()");
    await link.evaluate((a) => (a as unknown as { click(): void }).click());
    times.next.push((await shown(page)) - from);
    await page.goBack();
  }
  await browser.close();
  return times;
}
