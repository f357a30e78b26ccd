import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES, formatOf } from "../../src/exports/formats.ts";
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

  it("gives the same text line by line, where it does", () => {
    if (format.lines) expect([...format.lines([SAMPLE, SAMPLE])].join("")).toBe(format.write([SAMPLE, SAMPLE]));
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
