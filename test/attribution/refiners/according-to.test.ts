import { describe, expect, it } from "vitest";
import { accordingTo } from "../../../src/attribution/refiners/according-to.ts";
import { addresses } from "../../../src/attribution/refiners/addresses.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

const words = (text: string, spans: readonly (readonly [number, number])[] = []): string[] =>
  spans.map((s) => text.slice(...s));

describe("according to one, another said", () => {
  const read = (text: string, source: string, content: string): string[][] => {
    const [a] = accordingTo([attributionOf(text, [source], ["According to"], [content])], contextOf(docOf(text)));
    return [words(text, a?.source), words(text, a?.content)];
  };

  it("gives the second speaker to the content, to the end of the sentence", () => {
    const text = "According to the Courier, Ada Brack, the mayor, said the pier was shut. She left at noon.";
    expect(read(text, "the Courier, Ada Brack, the mayor", "the pier was shut. She left at noon")).toEqual([
      ["the Courier"],
      ["Ada Brack, the mayor, said the pier was shut"],
    ]);
  });

  it.each([
    [
      "an apposition",
      "According to Ada Brack, the mayor, the pier was shut.",
      "Ada Brack, the mayor",
      "the pier was shut",
    ],
    ["one source", "According to the Courier the pier was shut.", "the Courier", "the pier was shut"],
  ])("leaves %s", (_, text, source, content) => {
    expect(read(text, source, content)).toEqual([[source], [content]]);
  });
});

describe("addresses", () => {
  const text = "People were urged to send pictures to www.brannick.example and to say what they mean.";
  const read = (source: string[], content: string) =>
    addresses([attributionOf(text, source, ["urged"], [content])], contextOf(docOf(text)));

  it("are whole in a content", () => {
    expect(words(text, read([], "to send pictures to www.brannick")[0]?.content)).toEqual([
      "to send pictures to www.brannick.example",
    ]);
  });
  it("have no half that speaks", () => {
    expect(read(["example"], "to say what they mean")).toEqual([]);
  });
  it("leave other words alone", () => {
    expect(words(text, read(["People"], "to send pictures")[0]?.content)).toEqual(["to send pictures"]);
  });
});
