import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docOf } from "../helpers.ts";
import { expectTiled } from "../laws.ts";

describe("plain text", () => {
  it("is the given text itself, emoji and all", () => {
    const text = "Title of it\n\n😀 “Hello,” said Ana Holt 👩‍👩‍👧.";
    expect(docOf(text).text).toBe(text);
  });

  it("is tiled by blocks and furniture, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => expectTiled(docOf(text))));
    const line = fc.constantFrom(
      "Read more:",
      "⋙ A boat sinks",
      "By Ana Holt",
      "She said “no”.",
      "",
      "Image: Ana Holt.",
      "A quay on Monday. Image: Navy.",
      "Sources used:",
      "- Post: 'No'",
    );
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => expectTiled(docOf(lines.join("\n")))));
  });

  it("finds headline, byline, outlet and date at the head", () => {
    const { article } = docOf(
      "Mayor switches off the sirens\nBy Lise Amrand, Channel North News, 5 October 2024\nThe sirens were off, the mayor said on Monday.\nShe left.",
    );
    expect(article).toMatchObject({
      title: "Mayor switches off the sirens",
      byline: "Lise Amrand",
      outlet: "Channel North News",
      published: "2024-10-05",
    });
    expect(article.from.title).toBe("text");
  });

  it("joins hard-wrapped lines into paragraphs", () => {
    const text = [
      "The mayor of the harbour town of Pell said on Monday that the",
      "sirens had been switched off in June because they frightened the",
      "gulls, and that nobody had thought of turning them on again.",
      "",
      "Her deputy, who had been on holiday when the storm came in from",
      "the west, told reporters that he had learned of it from the radio",
      "and had driven back through the night.",
    ].join("\n");
    expect(docOf(text).blocks).toHaveLength(2);
  });

  it("reads credits: sources used, agencies in the dateline, who reported", () => {
    const doc = docOf(
      "A title here\nSELVA, March 14 (Meridian Press) - The dam burst.\nSources used:\n- Newsfold: 'The dam'\n(Reporting by Tomas Erl; editing by Jude Mako)",
    );
    expect(doc.credits.map((c) => [c.outlet, c.person, c.title])).toEqual([
      ["Meridian Press", null, null],
      ["Newsfold", null, "The dam"],
      [null, "Tomas Erl", null],
    ]);
  });
});
