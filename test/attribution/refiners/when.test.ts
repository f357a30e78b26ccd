import { describe, expect, it } from "vitest";
import { when } from "../../../src/attribution/refiners/when.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** A Wednesday. */
const PUBLISHED = "2024-05-15";

function whenOf(text: string, source: string, cue: string, content: string, published: string | null = PUBLISHED) {
  const [a] = when([attributionOf(text, [source], [cue], [content])], contextOf(docOf(text, published)));
  return a?.when ? [text.slice(...a.when.span), a.when.value] : null;
}

describe("when", () => {
  it.each([
    ["Ada Brack said on Monday that the pier was safe.", ["Monday", "2024-05-13"]],
    ["Ada Brack said on Wednesday that the pier was safe.", ["Wednesday", "2024-05-15"]],
    ["Ada Brack said yesterday that the pier was safe.", ["yesterday", "2024-05-14"]],
    ["Ada Brack said last week that the pier was safe.", ["last week", "2024-05-06/2024-05-12"]],
    ["Ada Brack said on 28 October that the pier was safe.", ["28 October", "2023-10-28"]],
    ["Early this morning Ada Brack said that the pier was safe.", ["Early this morning", "2024-05-15"]],
    ["After the meeting Ada Brack said that the pier was safe.", ["After the meeting", null]],
  ])("%s", (text, expected) => {
    expect(whenOf(text, "Ada Brack", "said", "that the pier was safe")).toEqual(expected);
  });

  it("keeps the words and no value where the day of publication is not known", () => {
    const text = "Ada Brack said on Monday that the pier was safe.";
    expect(whenOf(text, "Ada Brack", "said", "that the pier was safe", null)).toEqual(["Monday", null]);
  });

  it("dates a document by its own description", () => {
    const text = "A report published on Friday found that the pier was safe.";
    expect(whenOf(text, "A report published on Friday", "found", "that the pier was safe")).toEqual([
      "Friday",
      "2024-05-10",
    ]);
  });

  it("does not date a saying by what is said", () => {
    const text = "Ada Brack said that the pier closed on Monday.";
    expect(whenOf(text, "Ada Brack", "said", "that the pier closed on Monday")).toBeNull();
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
});
