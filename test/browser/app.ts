/** The real app for tests: the page built, an archive of invented articles, the server, and Chromium. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { openArchive } from "../../src/archive/open.ts";
import { builtPage } from "../../tools/page.ts";
import { withStatements, withWords } from "./big.ts";
import { keepReading } from "../archive/readings.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Where Linux distributions and the CI image have it. */
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
/** Milliseconds for a page to show something. */
const PATIENCE = 30_000;

/** Steps by Tab that a page may need to reach something. */
const MOST_TABS = 120;

/** Whether these tests can run here. */
export const canBrowse = CHROMIUM !== undefined;

export interface App {
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

/** An article that tries everything: none of it may run, lead away, or turn the page around. */
export const HOSTILE = {
  id: "hostile",
  title: '<script>window.hit=1</script><img src=x onerror="window.hit=1">Pier closed',
  byline: '"><svg onload=window.hit=1> \u202eevil',
  outlet: "<style>body{display:none}</style>Quay Post",
  published: "2025-03-20",
  url: "javascript:window.hit=1",
  text: 'The pier was closed on Monday.\n\n"<iframe src=javascript:parent.hit=1></iframe> We heard it crack," said Ada Quill, <b onmouseover=window.hit=1>the warden</b>.\n\nThe mayor said that \u202ethe pier\u2066 was safe\u200b and [would open](javascript:window.hit=1) in May.',
};

export const MANY = withStatements("many-statements", 1000);
export const LONG = withWords("many-words", 200_000);

export async function openApp(): Promise<App> {
  await builtPage();
  const folder = mkdtempSync(join(tmpdir(), "hearsay-app-"));
  const archive = join(folder, "archive.db");
  const hostile = join(folder, "hostile.jsonl");
  writeFileSync(hostile, JSON.stringify(HOSTILE));
  const program = join(ROOT, "bin/hearsay.js");
  for (const from of [join(ROOT, "examples/archive"), hostile])
    execFileSync(process.execPath, [program, "ingest", from, "--archive", archive, "--force"], { stdio: "pipe" });
  const opened = await openArchive(archive, { create: false });
  for (const reading of [MANY, LONG]) await keepReading(opened, reading);
  await opened.close();
  const server = spawn(process.execPath, [program, "serve", "--archive", archive, "--port", "0", "--log", "error"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: CHROMIUM ?? "",
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    url,
    browser,
    async close() {
      await browser.close();
      server.kill("SIGTERM");
      await new Promise((ended) => server.once("exit", ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let told = "";
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${told}`)));
    server.stdout?.on("data", (bytes: Buffer) => {
      told += String(bytes);
      const url = /http:\/\/\S+?(?=\/\s|\s)/.exec(told);
      if (url) found(url[0]);
    });
  });

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What went wrong on the page: errors, warnings of the console, violations of its policy. */
  complaints: string[];
}

/** A browser of its own, without anything remembered. */
export async function visit(
  app: App,
  path: string,
  options: { dark?: boolean; language?: string; width?: number } = {},
): Promise<Visit> {
  const context = await app.browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? "dark" : "light",
    locale: options.language ?? "en",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(app.url + path, { waitUntil: "domcontentloaded" });
  await page.waitForSelector("main h1");
  await ready(page);
  return { page, context, complaints };
}

/** Waits until an expression is true on the page (the page's own policy forbids what `waitForFunction` does). */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(expression).catch(() => false))) {
    if (Date.now() > end) throw new Error(`never true at ${page.url()}: ${expression}`);
    await page.waitForTimeout(30);
  }
}

/** The page's script has taken over what the server has drawn (src/web/start/app.ts). */
const ready = (page: Page): Promise<void> => until(page, 'performance.getEntriesByName("hearsay-ready").length > 0');

/** Nothing is awaited any more. */
export async function settled(page: Page): Promise<void> {
  await ready(page);
  const waits =
    "[...document.querySelectorAll('main [role=status]')].some((e) => /^(?:Loading|Wird geladen) …$/.test(e.textContent.trim()))";
  await until(page, `!(${waits})`);
  await page.waitForTimeout(150);
}

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, one line each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')))",
  );
}

export const sideways = (page: Page): Promise<number> =>
  page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");

/** The words of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate("document.activeElement?.textContent?.trim() ?? ''");

/** Presses Tab (or another key) until what has these words has the focus. */
export async function tabTo(page: Page, words: string, key = "Tab"): Promise<void> {
  for (let i = 0; i < MOST_TABS && (await focused(page)) !== words; i++) await page.keyboard.press(key);
  if ((await focused(page)) !== words) throw new Error(`“${words}” is not reached by ${key}`);
}

/** Does something and waits until the server has kept it. */
export async function saved(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(/\/api\/(?:articles\/.*corrections|undo|redo|speakers\/decisions)$/);
  await act();
  await answer;
}
