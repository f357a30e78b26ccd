import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { EXIT, type HearsayError } from "../../../src/error.ts";
import { decodeText, isHtml, refuseBinary, unpack } from "../../../src/reading/inputs/decode.ts";

const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);
const exitOf = (run: () => unknown): number => {
  try {
    run();
    return EXIT.ok;
  } catch (error) {
    return (error as HearsayError).exitCode;
  }
};

describe("decoding", () => {
  it.each([
    ["UTF-8", Buffer.from("“Çelik”"), null, "“Çelik”"],
    ["UTF-8 with a mark", Buffer.from("\ufeff“Çelik”"), null, "“Çelik”"],
    ["UTF-16 with a mark", Buffer.from("\ufeffÇelik", "utf16le"), null, "Çelik"],
    ["UTF-16 without one", Buffer.from("Hello there, Pell", "utf16le"), null, "Hello there, Pell"],
    ["windows-1252 by its bytes", bytes(0x93, 0x4e, 0x6f, 0x94, 0x20, 0xe9), null, "“No” é"],
    ["the header's character set", bytes(0xcf, 0xf0, 0xe8), "windows-1251", "При"],
    [
      "the page's own",
      Buffer.concat([Buffer.from('<meta charset="windows-1251">'), bytes(0xcf, 0xf0, 0xe8)]),
      null,
      '<meta charset="windows-1251">При',
    ],
    [
      "UTF-8 that the page calls Latin-1",
      Buffer.from('<meta charset="iso-8859-1">“é”'),
      null,
      '<meta charset="iso-8859-1">“é”',
    ],
    ["an unknown name", Buffer.from("plain"), "no-such-charset", "plain"],
  ])("%s", (_name, input, header, expected) => {
    expect(decodeText(input, header)).toBe(expected);
  });

  it("unpacks gzip by its bytes, and refuses a bomb and a damaged file", () => {
    expect(Buffer.from(unpack(gzipSync("hello"), "x", 1000)).toString()).toBe("hello");
    expect(exitOf(() => unpack(gzipSync(Buffer.alloc(200_000)), "x", 1000))).toBe(EXIT.limit);
    expect(exitOf(() => unpack(gzipSync("hello").subarray(0, 12), "x", 1000))).toBe(EXIT.unreadable);
  });

  it("refuses what is no text", () => {
    expect(exitOf(() => refuseBinary(Buffer.from("%PDF-1.7 …"), "x"))).toBe(EXIT.binary);
    expect(exitOf(() => refuseBinary(bytes(0x68, 0, 0x69, 1, 2, 3), "x"))).toBe(EXIT.binary);
    expect(exitOf(() => refuseBinary(Buffer.from("“plain” text\twith tabs\r\n"), "x"))).toBe(EXIT.ok);
  });

  it("tells HTML from text", () => {
    expect(isHtml("a.html.gz", "")).toBe(true);
    expect(isHtml("", "\n<!doctype html><p>x")).toBe(true);
    expect(isHtml("a.txt", "<p>not a page</p>")).toBe(false);
    expect(isHtml("stdin", "5 < 6, said Holt")).toBe(false);
  });
});
