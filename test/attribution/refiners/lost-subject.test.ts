import { describe, expect, it } from "vitest";
import { lostSubject } from "../../../src/attribution/refiners/lost-subject.ts";
import type { Attribution } from "../../../src/document.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** The source that a statement without one is given; as the tagger would have left it. */
function sourceOf(text: string, cue: string, content: string): string[] {
  const a = attributionOf(text, [], [cue], [content]);
  const tagged: Attribution = {
    ...a,
    why: { ...a.why, cue: { how: "inferred", by: "tagger", reason: "read", confidence: 0.9 } },
  };
  return (lostSubject([tagged], contextOf(docOf(text)))[0]?.source ?? []).map((s) => text.slice(...s));
}

describe("a lost subject", () => {
  it.each([
    ["behind its verb", "“Lucky them,” grumbled a trader.", "grumbled", "“Lucky them,”", "a trader"],
    ["before it", "“It was late,” one of the keepers sobbed.", "sobbed", "“It was late,”", "one of the keepers"],
    [
      "before an aside",
      "Orme, who is to testify in May, has said that the line was his.",
      "has said",
      "that the line was his",
      "Orme",
    ],
    [
      "before a participle",
      "Rufus Tann, defending, suggested that it was late.",
      "suggested",
      "that it was late",
      "Rufus Tann",
    ],
    ["behind a semicolon", "Lowen says boat crossed line; Orle calls it “a trip”", "calls", "“a trip”", "Orle"],
    [
      "at the head of a sentence",
      "The House of Nets has refused to say who is there.",
      "has refused to say",
      "who is there",
      "The House of Nets",
    ],
  ])("is found %s", (_, text, cue, content, subject) => {
    expect(sourceOf(text, cue, content)).toEqual([subject]);
  });

  it.each([
    ["of a passive", "The pier has been said to be late.", "has been said", "to be late"],
    ["of whoever merely hears", "The court heard that the pier was late.", "heard", "that the pier was late"],
    [
      "where words stand between",
      "On the pier in the rain they sat and said that it was late.",
      "said",
      "that it was late",
    ],
    ["where a time stands there", "“It was late,” yesterday said.", "said", "“It was late,”"],
    ["behind a participle alone", "The pier was shut, saying that it was late.", "saying", "that it was late"],
  ])("is not made up %s", (_, text, cue, content) => {
    expect(sourceOf(text, cue, content)).toEqual([]);
  });
});
