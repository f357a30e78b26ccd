import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isAddressList } from "../../../src/reading/inputs/addresses.ts";
import { type OpenOptions, openInputs, totalSize } from "../../../src/reading/inputs/open.ts";

const page = (title: string): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>The harbour opens at six, Ada Tollick said.</p></article>`;
const folder = mkdtempSync(join(tmpdir(), "hearsay-addresses-"));
const asked: string[] = [];
let server: http.Server;
let base = "";

beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/list") response.writeHead(200, { "content-type": "text/plain" }).end(`${base}/secret\n`);
    else if (request.url === "/gone") response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html" }).end(page(`Page ${request.url}`));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function open(name: string, more: Partial<OpenOptions> = {}): Promise<string[]> {
  const options = { given: {}, allowPrivate: true, force: false, stdin: Readable.from([]), ...more };
  const told: string[] = [];
  for await (const result of openInputs([name], options))
    told.push(result.ok ? `${result.input.id}: ${result.input.body.slice(0, 60)}` : result.error.message);
  return told;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it("reads what each address of a list leads to, once, and reports what it cannot", async () => {
  const told = await open(
    file("list.txt", `# read later\n${base}/one\n\n${base}/gone\n${base}/one\r\n${base}/two.html\n`),
  );
  expect(told).toEqual([
    expect.stringMatching(/^one: .*Page \/one/),
    `${base}/gone: the server answered 404; open it in a browser and save the page instead`,
    expect.stringMatching(/^two: .*Page \/two/),
  ]);
});
it("does not go where a fetched list leads", async () => {
  await open(file("outer.txt", `${base}/list\n`));
  expect(asked).toContain("/list");
  expect(asked).not.toContain("/secret");
});
it("keeps private networks shut in a list", async () => {
  expect(await open(file("inner.txt", `${base}/one\n`), { allowPrivate: false })).toEqual([
    expect.stringContaining("private network"),
  ]);
});
it("takes no text with an address in it for a list", () => {
  expect(isAddressList("https://a.example/x\nThe mayor said so.\n", true)).toBe(false);
  expect(isAddressList("# a heading\n\n", true)).toBe(false);
  expect(isAddressList("https://a.example/x\nhttps://b.exam", false)).toBe(true);
});

const feed = (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
  <item><title>Short</title><link>${base}/whole</link><description>Only a teaser of it.</description></item>
  <item><title>Bare</title><link>${base}/bare</link></item></channel></rss>`;
it("reads the pages that a feed leads to when asked, with what the feed says of them", async () => {
  const path = file("feed.xml", feed());
  expect(await open(path, { linked: true })).toEqual([
    expect.stringContaining("Page /whole"),
    expect.stringContaining("Page /bare"),
  ]);
  asked.length = 0;
  expect(await open(path)).toEqual([expect.stringContaining("Short"), expect.stringContaining("add --linked")]);
  expect(asked).toEqual([]);
});
it("counts the bytes of what was read up to their sum", async () => {
  const paths = [file("a.txt", "The tide is high.\n".repeat(20)), file("feed2.xml", feed())];
  const meter = { read: 0 };
  const options = { given: {}, allowPrivate: true, force: false, stdin: Readable.from([]), meter };
  for await (const _ of openInputs(paths, options)) expect(meter.read).toBeGreaterThan(0);
  expect(meter.read).toBe(await totalSize(paths, {}));
});
