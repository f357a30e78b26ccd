import { describe, expect, it } from "vitest";
import { when } from "../../../src/attribution/refiners/when.ts";
import type { Attribution } from "../../../src/document.ts";
import { attributionOf, contextOf, docOf, spanOf } from "../../helpers.ts";

/** A Wednesday. */
const PUBLISHED = "2024-05-15";

function dated(text: string, a: Attribution, published: string | null = PUBLISHED) {
  const [found] = when([a], contextOf(docOf(text, published)));
  return found?.when ? [text.slice(...found.when.span), found.when.value] : null;
}

const whenOf = (text: string, source: string, cue: string, content: string, published: string | null = PUBLISHED) =>
  dated(text, attributionOf(text, source ? [source] : [], cue ? [cue] : [], [content]), published);

describe("when", () => {
  const content = "that the pier was safe";
  it.each([
    ["Ada Brack said on Monday that the pier was safe.", ["Monday", "2024-05-13"]],
    ["Ada Brack said on Wednesday that the pier was safe.", ["Wednesday", "2024-05-15"]],
    ["Ada Brack said yesterday that the pier was safe.", ["yesterday", "2024-05-14"]],
    ["Ada Brack said last week that the pier was safe.", ["last week", "2024-05-06/2024-05-12"]],
    ["Ada Brack said on 28 October that the pier was safe.", ["28 October", "2023-10-28"]],
    ["Early this morning Ada Brack said that the pier was safe.", ["Early this morning", "2024-05-15"]],
    ["Ada Brack late on Friday said that the pier was safe.", ["Friday", "2024-05-10"]],
    ["In 2019, when the mayor was at sea, Ada Brack said that the pier was safe.", ["2019", "2019"]],
    ["At a meeting in Orle on Friday, Ada Brack said that the pier was safe.", ["Friday", "2024-05-10"]],
    ["Speaking Friday at the harbour, Ada Brack said that the pier was safe.", ["Friday", "2024-05-10"]],
    ["When the question came up on Friday, Ada Brack said that the pier was safe.", ["Friday", "2024-05-10"]],
    ["The row grew louder on Friday as Ada Brack said that the pier was safe.", ["Friday", "2024-05-10"]],
    ["In the past few days Ada Brack said that the pier was safe.", ["the past few days", null]],
    ["In recent weeks Ada Brack said that the pier was safe.", ["recent weeks", null]],
    [
      "Ada Brack said in a paper published between 3 and 7 May that the pier was safe.",
      ["3 and 7 May", "2024-05-03/2024-05-07"],
    ],
    ["After the meeting Ada Brack said that the pier was safe.", ["After the meeting", null]],
    ["After Friday’s vote Ada Brack said that the pier was safe.", ["After Friday’s vote", "2024-05-10"]],
    ["On the eve of Friday’s vote, Ada Brack said that the pier was safe.", ["the eve of Friday’s vote", "2024-05-09"]],
    ["A day after Friday’s vote, Ada Brack said that the pier was safe.", ["A day after Friday’s vote", "2024-05-11"]],
    ["On the eve of the vote Ada Brack said on Monday that the pier was safe.", ["Monday", "2024-05-13"]],
    [
      "The two met on 3 May. The same evening Ada Brack said that the pier was safe.",
      ["The same evening", "2024-05-03"],
    ],
  ])("%s", (text, expected) => {
    expect(whenOf(text, "Ada Brack", "said", content)).toEqual(expected);
  });

  it.each([
    "Ada Brack said that the pier was safe until Friday.",
    "Ada Brack, who won the seat in 2019, said that the pier was safe.",
    "The works began on Friday and Ada Brack said that the pier was safe.",
    "In a film that the Courier showed on Friday, Ada Brack said that the pier was safe.",
    "Asked about Friday’s storm, Ada Brack said that the pier was safe.",
    "Ada Brack said that the pier was safe, a phrase she has used twice this year.",
    "ORLE, May 14 (North Wire) - Ada Brack said that the pier was safe.",
    "Two days after the storm began, boats left and Ada Brack said that the pier was safe.",
  ])("is not dated: %s", (text) => {
    expect(whenOf(text, "Ada Brack", "said", content)).toBeNull();
  });

  it("gives what has been said since a day the time up to the article", () => {
    const text = "Ada Brack has said since March that the pier was safe.";
    expect(whenOf(text, "Ada Brack", "has said", content)).toEqual(["March", "2024-03/2024-05-15"]);
  });

  it("counts from the dateline where the page was stamped a day later", () => {
    const text = "ORLE, May 14 (North Wire) - Ada Brack said today that the pier was safe.";
    expect(whenOf(text, "Ada Brack", "said", content)).toEqual(["today", "2024-05-14"]);
  });

  it("puts a saying that is still to come ahead", () => {
    const text = "Ada Brack will explain on Friday why the pier shut.";
    expect(whenOf(text, "Ada Brack", "will explain", "why the pier shut")).toEqual(["Friday", "2024-05-17"]);
  });

  it("keeps the words and no value where the day of publication is not known, and says so", () => {
    const text = "Ada Brack said on Monday that the pier was safe.";
    const [a] = when([attributionOf(text, ["Ada Brack"], ["said"], [content])], contextOf(docOf(text)));
    expect(a?.when).toEqual({ span: spanOf(text, "Monday"), value: null });
    expect(a?.why.when?.how).toBe("unknown");
    expect(a?.why.when?.reason).toContain("the day it was published is not known");
  });

  it.each([
    ["A report published on Friday found that the pier was safe.", "A report published on Friday", "2024-05-10"],
    ["A report from 2019 found that the pier was safe.", "A report from 2019", "2019"],
    [
      "The letters, sent between 3 and 7 May, found that the pier was safe.",
      "The letters, sent between 3 and 7 May,",
      "2024-05-03/2024-05-07",
    ],
  ])("dates a document by its own description: %s", (text, source, value) => {
    expect(whenOf(text, source, "found", content)?.[1]).toBe(value);
  });

  it("does not date a report that was never published by its commission", () => {
    const source = "A report commissioned in 2021 and never published";
    expect(whenOf(`${source} found that the pier was safe.`, source, "found", content)).toBeNull();
  });

  it("dates a letter behind its channel", () => {
    const text = "In her last letter to the board, dated 3 May, Ada Brack wrote that the pier was safe.";
    const a = { ...attributionOf(text, ["Ada Brack"], ["wrote"], [content]), channel: [spanOf(text, "letter")] };
    expect(dated(text, a)).toEqual(["3 May", "2024-05-03"]);
  });

  it("does not date a saying by what is said", () => {
    const text = "Ada Brack said that the pier closed on Monday.";
    expect(whenOf(text, "Ada Brack", "said", "that the pier closed on Monday")).toBeNull();
  });

  it("does not date hearsay by the day of what happened", () => {
    const text = "On Friday the navy reportedly saved 200 more.";
    expect(whenOf(text, "", "reportedly", "the navy")).toBeNull();
  });

  it("does not date what is said inside by the outer saying", () => {
    const text = "Ada Brack said on Monday that Tom Veal feared a strike.";
    const outer = attributionOf(text, ["Ada Brack"], ["said"], ["that Tom Veal feared a strike"]);
    const inner = { ...attributionOf(text, ["Tom Veal"], ["feared"], ["a strike"], "a2"), within: "a1" };
    expect(when([outer, inner], contextOf(docOf(text, PUBLISHED))).map((a) => a.when?.value)).toEqual([
      "2024-05-13",
      undefined,
    ]);
  });

  it("dates what is said in the same breath", () => {
    const text = "Ada Brack on Friday defended the plan, promising a second pier.";
    const both = [
      attributionOf(text, ["Ada Brack"], ["defended"], ["the plan"]),
      attributionOf(text, ["Ada Brack"], ["promising"], ["a second pier"], "a2"),
    ];
    expect(when(both, contextOf(docOf(text, PUBLISHED))).map((a) => a.when?.value)).toEqual([
      "2024-05-10",
      "2024-05-10",
    ]);
  });
});
