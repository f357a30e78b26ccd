import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { kindOf } from "../../../src/reading/inputs/kind.ts";

const kind = (text: string, name = "input"): string => kindOf(Buffer.from(text, "latin1"), name);

describe("kinds of input", () => {
  it.each([
    ["warc", "WARC/1.0\r\nWARC-Type: response\r\n", "x.txt"],
    ["zip", "PK\u0003\u0004", "story.html"],
    ["pdf", "%PDF-1.7\n", "x"],
    ["pdf", "\n\n%PDF-1.4\n", "x"],
    ["rtf", "{\\rtf1\\ansi Hello", "x.doc"],
    ["feed", '<?xml version="1.0"?><rss version="2.0">', "index.html"],
    ["mbox", "From ana@pell.example Tue Mar  5 10:00:00 2024\nSubject: x\n\nHi", "x"],
    ["eml", "Return-Path: <a@b>\nFrom: a\nSubject: b\nDate: c\n\nHi", "x"],
    ["eml", "Subject: b\n\nHi", "x.eml"],
    ["jsonl", '{"id":"1","text":"Hello"}\n{"id":"2","text":"x"}', "-"],
    ["jsonl", "not json", "x.jsonl.gz"],
    ["text", "<!doctype html><p>Hi", "x.html"],
    ["text", "From: the mayor\nDate: Monday\nSubject: the bridge\n\nShe said no.", "memo.txt"],
    ["text", "From Pell to Tarn, the 2024 road is closed, police said.", "x"],
    ["text", "", "x"],
  ])("%s", (expected, text, name) => {
    expect(kind(text, name)).toBe(expected);
  });
  it("looks into gzip, and a bomb or damage does no harm", () => {
    expect(kindOf(gzipSync("WARC/1.1\r\n"), "a")).toBe("warc");
    expect(kindOf(gzipSync(Buffer.alloc(80 << 20)).subarray(0, 16384), "a")).toBe("text");
    expect(kindOf(Uint8Array.of(0x1f, 0x8b, 0, 0), "a")).toBe("text");
  });
});
