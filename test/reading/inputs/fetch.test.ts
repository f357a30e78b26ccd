import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT, type HearsayError } from "../../../src/error.ts";
import { isPublic } from "../../../src/reading/inputs/address.ts";
import { fetchArticle } from "../../../src/reading/inputs/fetch.ts";

let server: http.Server;
let base = "";
let agent: string | undefined;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    agent = request.headers["user-agent"];
    const path = request.url ?? "";
    if (path === "/page")
      response.writeHead(200, { "content-type": "text/html; charset=windows-1252" }).end("<p>Hello");
    else if (path === "/packed")
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync("<p>Packed"));
    else if (path === "/hop") response.writeHead(302, { location: "/page" }).end();
    else if (path.startsWith("/loop")) response.writeHead(302, { location: `/loop${path.length}` }).end();
    else if (path === "/image") response.writeHead(200, { "content-type": "image/png" }).end("x");
    else if (path === "/huge") {
      response.writeHead(200, { "content-type": "text/html" });
      const block = Buffer.alloc(1 << 20, 97);
      const more = (): void => {
        while (!response.destroyed && response.write(block));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const exitOf = async (path: string, allowPrivate = true): Promise<number> =>
  fetchArticle(path.startsWith("http") ? path : base + path, allowPrivate).then(
    () => EXIT.ok,
    (error: HearsayError) => error.exitCode,
  );

describe("fetching", () => {
  it("reads a page, its character set and an honest user agent", async () => {
    const page = await fetchArticle(`${base}/page`, true);
    expect([Buffer.from(page.bytes).toString(), page.charset, page.html]).toEqual(["<p>Hello", "windows-1252", true]);
    expect(agent).toMatch(/^Hearsay/);
  });
  it("unpacks and follows redirects", async () => {
    expect(Buffer.from((await fetchArticle(`${base}/packed`, true)).bytes).toString()).toBe("<p>Packed");
    expect((await fetchArticle(`${base}/hop`, true)).url).toBe(`${base}/page`);
  });
  it("bounds redirects and size", async () => {
    expect(await exitOf("/loop")).toBe(EXIT.limit);
    expect(await exitOf("/huge")).toBe(EXIT.limit);
  });
  it("refuses images, errors, other schemes", async () => {
    expect(await exitOf("/image")).toBe(EXIT.binary);
    expect(await exitOf("/none")).toBe(EXIT.unreadable);
    expect(await exitOf("https://", true)).toBe(EXIT.unreadable);
  });
  it("keeps off this machine unless told otherwise", async () => {
    expect(await exitOf("/page", false)).toBe(EXIT.unreadable);
    expect(await exitOf(base.replace("127.0.0.1", "localhost"), false)).toBe(EXIT.unreadable);
    expect(await exitOf(base.replace("127.0.0.1", "[::ffff:127.0.0.1]"), false)).toBe(EXIT.unreadable);
  });
  it.each([
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.20.0.1", false],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["::1", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:7f00:1", false],
    ["93.184.216.34", true],
    ["2606:2800:220:1::1", true],
    ["::ffff:93.184.216.34", true],
  ])("%s is public: %s", (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});
