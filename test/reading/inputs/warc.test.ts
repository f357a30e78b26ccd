import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { readWarc } from "../../../src/reading/inputs/warc.ts";
import { GAP, isBomb, unpackMembers } from "../../../src/reading/inputs/warc/members.ts";
import { asWarc, type Capture, warcRecord } from "./makers.ts";
import { all, articlesOf, errorsOf, pieces } from "./results.ts";

const page = (n: number): Capture => ({ url: `https://pell.example/${n}`, body: `<p>“No,” said Ana Holt, ${n}.</p>` });
const read = (bytes: Uint8Array, size = 5000) => all(readWarc(pieces(bytes, size), "crawl.warc.gz", "crawl"));
const ids = async (bytes: Uint8Array, size?: number) => articlesOf(await read(bytes, size)).map((input) => input.id);

const CAPTURES: Capture[] = [
  page(1),
  { url: "https://pell.example/pic", body: "x", contentType: "image/png" },
  { url: "https://pell.example/gone", body: "<p>Gone", status: "404 Not Found" },
  { url: "https://pell.example/robots.txt", body: "User-agent: *", contentType: "text/plain" },
  { url: "https://pell.example/q", body: "GET / HTTP/1.1\r\n\r\n", type: "request" },
  { url: "file:///notes.txt", body: "The mayor said no.", type: "resource", contentType: "text/plain" },
  { url: "https://pell.example/zip", body: gzipSync("<p>Packed, he said."), headers: { "Content-Encoding": "gzip" } },
  { url: "https://pell.example/kept", body: "<p>Not packed.", headers: { "Content-Encoding": "br" } },
  {
    url: "https://pell.example/chunks",
    body: "5\r\n<p>Ch\r\n6;a=b\r\nunked.\r\n0\r\n\r\n",
    headers: { "Transfer-Encoding": "chunked" },
  },
  {
    url: "https://pell.example/west",
    body: Buffer.from("<p>Caf\u00e9", "latin1"),
    contentType: "text/html;charset=windows-1252",
  },
];

let plain: Buffer;
let packed: Buffer;
beforeAll(async () => {
  plain = await asWarc(CAPTURES, false);
  packed = await asWarc(CAPTURES, true);
});

describe("WARC", () => {
  it("reads pages and texts, packed or not, whatever the pieces", async () => {
    for (const bytes of [plain, packed, gzipSync(plain)])
      for (const size of [1, 7, 64, 100_000]) {
        const results = await read(bytes, size);
        expect(errorsOf(results)).toEqual([]);
        expect(articlesOf(results)).toEqual([
          {
            id: "crawl-000001",
            body: page(1).body,
            kind: "html",
            given: { url: "https://pell.example/1" },
            captured: "2024-03-14T10:00:00Z",
          },
          {
            id: "crawl-000006",
            body: "The mayor said no.",
            kind: "text",
            given: { url: "file:///notes.txt" },
            captured: "2024-03-14T10:00:00Z",
          },
          expect.objectContaining({ id: "crawl-000007", body: "<p>Packed, he said." }),
          expect.objectContaining({ id: "crawl-000008", body: "<p>Not packed." }),
          expect.objectContaining({ id: "crawl-000009", body: "<p>Chunked." }),
          expect.objectContaining({ id: "crawl-000010", body: "<p>Café" }),
        ]);
      }
  });

  it("goes on behind a damaged member of a packed file", async () => {
    const members = await Promise.all([1, 2, 3, 4].map((n) => warcRecord(page(n), true)));
    const second = (members[1] as Uint8Array).slice();
    second.fill(0, 40, 120);
    const results = await read(Buffer.concat([members[0] as Uint8Array, second, ...members.slice(2)]));
    expect(articlesOf(results).map((input) => input.given?.url)).toEqual([1, 3, 4].map((n) => page(n).url));
    expect(errorsOf(results)).toEqual([
      "crawl.warc.gz: record 2: is damaged; what could be read of the file goes on behind it",
    ]);
    const half = (members[1] as Uint8Array).subarray(0, 150);
    expect(await ids(Buffer.concat([members[0] as Uint8Array, half, ...members.slice(2)]))).toHaveLength(3);
    // Zeros between members, as some tape archives leave them.
    expect(
      await ids(Buffer.concat([members[0] as Uint8Array, Buffer.alloc(512), members[2] as Uint8Array])),
    ).toHaveLength(2);
  });

  it("goes on behind a damaged record of an unpacked file", async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map((n) => warcRecord(page(n), false)));
    const spoiled = Buffer.from(second as Uint8Array);
    spoiled.write("XXXX", 0);
    const results = await read(Buffer.concat([first as Uint8Array, spoiled, third as Uint8Array]), 50);
    expect(articlesOf(results).map((input) => input.given?.url)).toEqual([page(1).url, page(3).url]);
    expect(errorsOf(results)).toEqual([expect.stringContaining("record 2: has a header that is no WARC header")]);
  });

  it("ends, with one line, where the file is cut off", async () => {
    for (const [bytes, whole] of [
      [plain, 10],
      [packed, 10],
    ] as const)
      for (const cut of [0.02, 0.15, 0.3, 0.5, 0.66, 0.83]) {
        const results = await read(bytes.subarray(0, Math.floor(bytes.length * cut)));
        expect(errorsOf(results).length).toBeLessThanOrEqual(1);
        expect(results.length).toBeLessThan(whole);
      }
    const short = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nshort";
    expect(errorsOf(await read(Buffer.from(short)))).toEqual([
      "crawl.warc.gz: record 1: is cut off, and the file with it; fetch it again",
    ]);
  });

  it("keeps out bombs and what no article is as large as", async () => {
    const bomb = gzipSync(Buffer.alloc(40 << 20, 32));
    const captures: Capture[] = [
      { url: "https://pell.example/bomb", body: bomb, headers: { "Content-Encoding": "gzip" } },
      { url: "https://pell.example/large", body: Buffer.alloc(11 << 20, 97) },
      { url: "https://pell.example/film", body: Buffer.alloc(11 << 20, 97), contentType: "video/mp4" },
      { url: "https://pell.example/nul", body: Buffer.alloc(2000), contentType: "text/plain" },
      page(5),
    ];
    const results = await read(await asWarc(captures, true), 70_000);
    expect(errorsOf(results)).toEqual([
      expect.stringContaining("record 1 (https://pell.example/bomb): is larger than 10 MB"),
      expect.stringContaining("record 2 (https://pell.example/large): is larger than 10 MB"),
      expect.stringContaining("record 4 (https://pell.example/nul): holds NUL bytes"),
    ]);
    expect(articlesOf(results).map((input) => input.id)).toEqual(["crawl-000005"]);
  });

  it("unpacks a bomb of one member in bounded memory, and refuses a header without end", async () => {
    const endless = `WARC/1.0\r\n${"X: y\r\n".repeat(20_000)}`;
    expect(errorsOf(await read(Buffer.from(endless)))).toEqual([expect.stringContaining("no WARC header")]);
    let size = 0;
    let largest = 0;
    for await (const chunk of unpackMembers(pieces(gzipSync(Buffer.alloc(100 << 20)), 1 << 20))) {
      if (chunk === GAP) throw new Error("gap");
      size += chunk.length;
      largest = Math.max(largest, chunk.length);
    }
    expect(size).toBe(100 << 20);
    expect(largest).toBeLessThan(1 << 20);
    const [mb, gb] = [2 ** 20, 2 ** 30];
    expect([isBomb(mb, 1000 * mb), isBomb(100 * mb, 10 * gb), isBomb(10 * mb, 5 * gb)]).toEqual([false, false, true]);
  });
});
