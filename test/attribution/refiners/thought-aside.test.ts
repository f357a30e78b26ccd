import { describe, expect, it } from "vitest";
import { thoughtAside } from "../../../src/attribution/refiners/thought-aside.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

function contentOf(text: string, source: string, cue: string, content: string): string[] {
  const [a] = thoughtAside([attributionOf(text, [source], [cue], [content])], contextOf(docOf(text)));
  return wordsOfSpans(text, a?.content ?? []);
}

describe("thought-aside", () => {
  it.each([
    [
      "Orle said: “Had it rained for an hour longer I think the wall would be gone.”",
      "I",
      "think",
      "the wall would be gone",
      ["Had it rained for an hour longer", "the wall would be gone"],
    ],
    [
      "“If the ferry stops, we believe the school will close,” she said.",
      "we",
      "believe",
      "the school will close",
      ["If the ferry stops", "the school will close"],
    ],
    [
      "“Moved, I suspect, by the letters, they gave in,” Brack said.",
      "I",
      "suspect",
      "by the letters, they gave in",
      ["Moved", "by the letters, they gave in"],
    ],
    [
      "Brack wrote: “Driven I think by the film, they came back.”",
      "I",
      "think",
      "by the film, they came back",
      ["Driven", "by the film, they came back"],
    ],
  ])("joins what stands before: %s", (text, source, cue, content, wanted) => {
    expect(contentOf(text, source, cue, content)).toEqual(wanted);
  });

  it.each([
    ["“In the yard I think the light is better,” Orle said.", "I", "think", "the light is better"],
    ["“If you ask me, I think the wall is sound,” Orle said.", "I", "think", "the wall is sound"],
    ["“If the mayor said so, I believe the wall is sound,” Orle said.", "I", "believe", "the wall is sound"],
    ["If it rains, Orle thinks the wall will go.", "Orle", "thinks", "the wall will go"],
    ["“I think the wall is sound,” Orle said.", "I", "think", "the wall is sound"],
  ])("leaves alone: %s", (text, source, cue, content) => {
    expect(contentOf(text, source, cue, content)).toEqual([content]);
  });
});
