import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvWriter, toCsv } from "../../src/exports/csv.ts";
import { linesOf } from "../../src/exports/writer.ts";
import { COLUMN_NAMES, statementRows } from "../../src/exports/rows.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

/** A reader by the letter of RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < csv.length) {
    const m = cell.exec(csv);
    if (!m) throw new Error("not RFC 4180");
    row.push(m[1]?.replaceAll('""', '"') ?? m[2] ?? "");
    if (m[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("CSV", () => {
  it("has a header and a line for each statement, with a byte-order mark only when asked for", () => {
    const rows = parse(toCsv([SAMPLE]));
    expect(rows[0]).toEqual(COLUMN_NAMES);
    expect(rows.map((r) => r.length)).toEqual(Array(4).fill(COLUMN_NAMES.length));
    expect(toCsv([], { bom: true })).toMatch(/^\ufeffarticle,title,/);
    expect([...linesOf(csvWriter(), [SAMPLE])]).toHaveLength(4);
  });

  it("gives back every cell, an apostrophe before what a spreadsheet would run", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const [, ...read] = parse(toCsv([reading]));
        expect(read).toEqual(
          [...statementRows([reading])].map((row) =>
            COLUMN_NAMES.map((name) => String(row[name] ?? "").replace(/^(?=[=+\-@\t\r\n＝＋－＠])/, "'")),
          ),
        );
      }),
    );
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1+1"])("makes %j harmless", (title) => {
    const hostile = { ...SAMPLE, article: { ...SAMPLE.article, title } };
    expect(parse(toCsv([hostile]))[1]?.[1]).toBe(`'${title}`);
  });
});
