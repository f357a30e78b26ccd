import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/web/parts/csv.ts";
import { pageOf } from "../../src/web/routing/paths.ts";

describe("paths of the page", () => {
  it.each([
    ["/", "articles", ""],
    ["/articles/a%20b", "reader", "a b"],
    ["/articles/a%2Fb", "reader", "a/b"],
    ["/articles/100%", "reader", "100%"],
    ["/speakers", "dossier", ""],
    ["/help", "settings", ""],
    ["/reader", "missing", ""],
    ["/constructor", "missing", ""],
  ])("%s shows %s", (path, page, rest) => {
    expect(pageOf(path)).toEqual({ page, rest });
  });
});

describe("tables as CSV", () => {
  it("quotes what needs it, and defuses what a spreadsheet would run", () => {
    expect(
      toCsv([
        ["a", 'b "c", d'],
        ["=1+1", -2],
      ]),
    ).toBe('a,"b ""c"", d"\r\n\'=1+1,-2\r\n');
  });
});
