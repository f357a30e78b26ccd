import { describe, expect, it } from "vitest";
import { writer } from "../../../src/attribution/refiners/writer.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

function kept(text: string, source: string, cue: string, content: string, outlet: string | null = null): boolean {
  const doc = docOf(text);
  const context = contextOf({ ...doc, article: { ...doc.article, outlet } });
  return writer([attributionOf(text, [source], [cue], [content])], context).length === 1;
}

describe("what an article says of itself", () => {
  it.each([
    ["we", "We reported on Friday that the pier was shut.", "We", "reported", "that the pier was shut", null],
    [
      "the outlet",
      "The Courier has learned that the pier was shut.",
      "The Courier",
      "has learned",
      "that the pier was shut",
      "The Courier",
    ],
  ])("is nobody’s statement: %s", (_, text, source, cue, content, outlet) => {
    expect(kept(text, source, cue, content, outlet)).toBe(false);
  });

  it.each([
    [
      "another outlet",
      "The Lantern has learned that the pier was shut.",
      "The Lantern",
      "has learned",
      "that the pier was shut",
      "The Courier",
    ],
    ["a “we” that thinks", "We know that the pier was shut.", "We", "know", "that the pier was shut", null],
    ["a “we” in quotation marks", "“We said that it was late,” Brack told us.", "We", "said", "that it was late", null],
  ])("is told from %s", (_, text, source, cue, content, outlet) => {
    expect(kept(text, source, cue, content, outlet)).toBe(true);
  });

  it("leaves “we” in another’s words", () => {
    const text = "BRACK: We said that it was late.";
    const outer = attributionOf(text, ["BRACK"], [":"], ["We said that it was late"], "a1");
    const inner = attributionOf(text, ["We"], ["said"], ["that it was late"], "a2");
    expect(writer([outer, inner], contextOf(docOf(text)))).toHaveLength(2);
  });
});
