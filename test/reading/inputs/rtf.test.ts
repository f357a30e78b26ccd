import { describe, expect, it } from "vitest";
import { exportOf } from "../../../src/reading/inputs/exports.ts";
import { rtfText } from "../../../src/reading/inputs/rtf.ts";
import { NEXIS } from "./export-texts.ts";
import { asRtf } from "./makers.ts";
import { all, articlesOf } from "./results.ts";

const text = (rtf: string): string => rtfText(Buffer.from(rtf, "latin1"));
describe("RTF", () => {
  it("reads text, quotation marks and characters in each of their forms", () => {
    expect(
      text(
        "{\\rtf1\\ansi\\ansicpg1252 \\ldblquote No,\\rdblquote  said \\b Ana\\b0  H\\'f6lt\\'97at \\u268?elik\\par {\\i It\\rquote s}\\~fine \\{ok\\}\\line end}",
      ),
    ).toBe("“No,” said Ana Hölt—at Čelik\n\nIt’s\u00a0fine {ok}\nend");
  });
  it("skips what no reader sees and keeps the words of links", () => {
    expect(
      text(
        '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\header Top}{\\pict\\pngblip 89504e47}{\\field{\\*\\fldinst HYPERLINK "https://x.example"}{\\fldrslt the letter}} says{\\v hidden} so{\\footer 1}\\bin5 }}}}} too}',
      ),
    ).toBe("the letter says so too");
  });
  it("reads other code pages", () => {
    expect(text("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8}")).toBe("При");
    expect(text("{\\rtf1\\ansi\\ansicpg99999 \\'93x\\'94}")).toBe("“x”");
  });
  it("survives bottomless nesting, stray braces and cut-off input", () => {
    expect(text(`{\\rtf1 ${"{".repeat(100_000)}deep${"}".repeat(100_000)}`)).toBe("deep");
    expect(text("}}}{\\rtf1 a}}}")).toBe("a");
    for (const cut of ["{\\rtf1 a\\", "{\\rtf1 a\\'", "{\\rtf1 a\\'9", "{\\rtf1 a\\u", "{\\rtf1 a\\bin99999999 x"])
      expect(text(cut)).toMatch(/^a/);
  });
  it("gives an export its lines", async () => {
    const articles = articlesOf(await all(exportOf(text(asRtf(NEXIS)), "n.rtf", "n") ?? []));
    expect(articles.map((input) => input.given?.title)).toEqual([
      "Mayor says no to new bridge",
      "Harbour reopens after storm",
    ]);
    expect(articles[0]?.body).toContain(
      "“We will not pay for that bridge,” mayor Ines Bray told reporters on Wednesday.\n\nThe council",
    );
  });
});
