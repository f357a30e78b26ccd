import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/document.ts";
import { FORMAT_NAMES, formatOf } from "../../src/exports/formats.ts";
import { streamOf } from "../../src/exports/writer.ts";
import { SAMPLE } from "./readings.ts";

const docs = readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8");

describe.each(FORMAT_NAMES)("the format %s", (name) => {
  const format = formatOf(name);
  if (!format) throw new Error(name);

  it("writes articles, or none, the same each time, and leaves them as they were", () => {
    const before = structuredClone(SAMPLE);
    const once = format.write([SAMPLE]);
    expect(once.length).toBeGreaterThan(0);
    expect(format.write(new Set([SAMPLE]).values())).toEqual(once);
    expect(SAMPLE).toEqual(before);
    format.write([]);
  });

  it("gives the same text from readings that come one by one, where it does", async () => {
    async function* coming(n: number): AsyncGenerator<Reading> {
      for (let i = 0; i < n; i++) yield SAMPLE;
    }
    if (!format.writer) return;
    for (const n of [0, 1, 2]) {
      let text = "";
      for await (const piece of streamOf(format.writer(), coming(n))) text += piece;
      expect(text).toBe(format.write(Array.from({ length: n }, () => SAMPLE)));
    }
  });

  it("is described in docs/formats.md", () => {
    expect(docs).toContain(`\`${name}\``);
    expect(format.extension).toMatch(/^\.[a-z]+$/);
    expect(docs).toContain(`\`${format.extension}\``);
  });
});

describe("a name that is no format", () => {
  it.each(["", "docx", "toString", "__proto__"])("gives none: %j", (name) => {
    expect(formatOf(name)).toBeNull();
  });
});
