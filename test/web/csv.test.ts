import { expect, it } from "vitest";
import { toCsv } from "../../src/web/parts/csv.ts";

it("gives tables of the page as CSV in which no spreadsheet runs a cell", () => {
  const rows = [
    ["speaker", "statements"],
    ["＝HYPERLINK(1)", 3],
    ['"Ada", mayor', -1],
  ];
  expect(toCsv(rows)).toBe(`speaker,statements\r\n'＝HYPERLINK(1),3\r\n"""Ada"", mayor",-1\r\n`);
});
