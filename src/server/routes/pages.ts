/** The built page: its files by name, and its first page for every path that it shows itself. */
import { readFile, readdir } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Refused } from "../errors.ts";
import { type Ahead, readAhead } from "../pages/ahead.ts";
import { articleAsked, wanted } from "../pages/asked.ts";
import type { AskedPage, DrawnPage } from "../pages/drawn.ts";
import { partsOf } from "../pages/html.ts";
import type { Served } from "../served.ts";

/** First parts of the paths that the page shows. */
const PAGES =
  /^\/(?:$|(?:articles|search|trace|dossier|speakers|audit|outlets|bring-in|compare|settings|help)(?:\/|$))/;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

/** The page that every path begins with. */
const FIRST = "/index.html";

/** Vite puts a hash of the contents into these names. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;
const FOREVER = "public, max-age=31536000, immutable";

const NOT_BUILT =
  "Hearsay runs here. Its page is not built in this checkout (npm run build); its API is described at /openapi.json.\n";

export function pageRoutes(app: OpenAPIHono, { pages, run, log }: Served): void {
  let files: Map<string, string> | null = null;
  let ahead: Ahead | null = null;

  /** The article of an address, drawn. Where that fails the page comes without: its script asks again, and tells what is wrong. */
  const drawn = (asked: AskedPage): Promise<DrawnPage | null> =>
    run("drawnPage", asked).catch((error: Error) => {
      log.debug(`${asked.path}: the page was not drawn: ${error.message}`);
      return null;
    });

  app.get("*", async (c) => {
    if (c.req.path.startsWith("/api/"))
      throw new Refused("not-found", `${c.req.path}: there is no such route; see /openapi.json`);
    const page = PAGES.test(c.req.path);
    const name = page ? FIRST : c.req.path;
    // A page that was built anew has files of other names.
    if (!files?.has(name)) {
      files = await listed(pages);
      ahead = pages === null ? null : await readAhead(pages);
    }
    const html = c.req.header("accept")?.includes("text/html") === true;
    const path = files.get(name) ?? (html ? files.get(FIRST) : undefined);
    const bytes = path === undefined ? null : await readFile(path).catch(() => null);
    if (path === undefined || bytes === null) {
      if (page) return c.text(NOT_BUILT);
      throw new Refused("not-found", `${c.req.path}: there is no such page`);
    }
    const status = files.has(name) ? 200 : 404;
    if (path === files.get(FIRST)) {
      const how = wanted(c);
      const links = ahead?.links(c.req.path);
      if (links) c.header("link", links);
      const { start, rest } = partsOf(bytes.toString("utf8"), how, ahead?.styles(c.req.path) ?? []);
      const article = articleAsked(c, how);
      if (!article) return c.html(start + rest(null), status);
      return c.body(inTurn(start, drawn(article).then(rest)), status, { "content-type": TYPES[".html"] ?? "" });
    }
    return c.body(new Uint8Array(bytes), status, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "cache-control": HASHED.test(c.req.path) ? FOREVER : "no-cache",
    });
  });
}

/** A text that is sent at once, and one that is sent when it is there. */
const inTurn = (first: string, second: Promise<string>): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder();
  return new ReadableStream({
    async start(to) {
      to.enqueue(bytes.encode(first));
      to.enqueue(bytes.encode(await second));
      to.close();
    },
  });
};

/** Every file of the built page by its path in addresses: nothing else can be asked for. */
async function listed(root: string | null): Promise<Map<string, string>> {
  const entries = root === null ? [] : await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [
          path
            .slice((root ?? "").replace(/[\\/]$/, "").length)
            .split(sep)
            .join("/"),
          path,
        ];
      }),
  );
}
