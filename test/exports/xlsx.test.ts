import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, statementRows } from "../../src/exports/rows.ts";
import { toXlsx } from "../../src/exports/xlsx.ts";
import type { Reading } from "../../src/document.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

function sheetOf(readings: Reading[]): string {
  const sheet = unzipSync(toXlsx(readings))["xl/worksheets/sheet1.xml"];
  if (!sheet) throw new Error("no sheet");
  return strFromU8(sheet);
}

/** Cell values by reference, as a reader of the standard sees them. */
function cellsOf(xml: string): Map<string, string> {
  const cells = new Map<string, string>();
  for (const m of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g))
    cells.set(
      m[1] as string,
      (m[2] ?? m[3] ?? "")
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
        .replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  return cells;
}

const titled = (title: string): Reading => ({ ...SAMPLE, article: { ...SAMPLE.article, title } });

describe("the workbook", () => {
  it("has the parts that a package needs", () => {
    expect(Object.keys(unzipSync(toXlsx([])))).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
    ]);
  });

  it("has a frozen header, numbers as numbers, flags as flags", () => {
    const xml = sheetOf([SAMPLE]);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<dimension ref="A1:AA4"/>');
    const cells = cellsOf(xml);
    expect([cells.get("A1"), cells.get("AA1")]).toEqual(["article", "permalink"]);
    expect(xml).toContain('<c r="U3"><v>0.5</v></c>');
    expect(xml).toContain('<c r="P4" t="b"><v>1</v></c>');
    expect(xml).not.toContain("<f>");
  });

  it("gives back every cell, awkward text included", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const cells = cellsOf(sheetOf([reading]));
        [...statementRows([reading])].forEach((row, i) => {
          const letter = (c: number): string => (c < 26 ? String.fromCharCode(65 + c) : "AA");
          COLUMN_NAMES.forEach((name, c) => {
            const value = row[name];
            const shown = typeof value === "boolean" ? Number(value) : value;
            expect(cells.get(`${letter(c)}${i + 2}`) ?? null).toBe(
              shown === null ? null : String(shown).replace(/\r\n?/g, "\n"),
            );
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["<b>&amp;</b>", "<b>&amp;</b>"],
    ["a\u0000b\u001bc\r\nd\re", "a\ufffdb\ufffdc\nd\ne"],
    ["_x0041_", "_x0041_"],
    ["half \ud83d pair", "half \ufffd pair"],
    ["x".repeat(40_000), `${"x".repeat(32_766)}…`],
  ])("writes what XML cannot hold: %j", (title, read) => {
    expect(cellsOf(sheetOf([titled(title)])).get("B2")).toBe(read);
  });
});
