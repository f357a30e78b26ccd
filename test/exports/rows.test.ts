import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, statementRows } from "../../src/exports/rows.ts";
import { SAMPLE, TEXT } from "./readings.ts";

const rows = [...statementRows([SAMPLE])];

describe("rows", () => {
  it("are the article's own statements, a column for all that is known", () => {
    expect(rows.map((r) => r.statement)).toEqual(["a1", "a2", "a3"]);
    expect(Object.keys(rows[0] ?? {})).toEqual(COLUMN_NAMES);
    expect(rows[1]).toMatchObject({
      article: "ferry/1",
      outlet: "Meridian Press",
      published: "2024-03-14",
      speaker: "Ódil Brandt",
      role: "captain",
      source: "captain Ódil Brandt, 52",
      content: '"=Nobody, … was awake."',
      channel: "Radio Quay",
      within: "a1",
      when: null,
      negated: false,
      confidence: 0.5,
    });
    expect(rows[0]).toMatchObject({ when: "2024-03-11", role: null });
  });

  it("point into the text, and carry the words with their surroundings", () => {
    for (const r of rows) {
      expect(TEXT.slice(r.start, r.end)).toBe(r.exact);
      expect(TEXT).toContain(`${r.prefix}${r.exact}${r.suffix}`);
      expect(r.permalink).toMatch(/^https:\/\/meridian\.example\/ferry\?id=1#:~:text=/);
    }
  });

  it("have every column described in docs/formats.md", () => {
    const docs = readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8");
    for (const name of COLUMN_NAMES) expect(docs).toContain(`\`${name}\``);
  });
});
