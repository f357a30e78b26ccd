import { describe, expect, it } from "vitest";
import { timeEdges } from "../../../src/attribution/refiners/time-edges.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

function cut(text: string, source: string, cue: string, content: string): [string[], string[], string[]] {
  const [a] = timeEdges([attributionOf(text, [source], [cue], [content])], contextOf(docOf(text)));
  return [a?.source, a?.cue, a?.content].map((spans) => wordsOfSpans(text, spans ?? [])) as [
    string[],
    string[],
    string[],
  ];
}

describe("time-edges", () => {
  it.each([
    [
      "The Courier reported last week that Orle sank.",
      "The Courier",
      "reported last week",
      "that Orle sank",
      [["The Courier"], ["reported"], ["that Orle sank"]],
    ],
    [
      "At last, last Friday ministers called it off.",
      "last Friday ministers",
      "called",
      "it off",
      [["ministers"], ["called"], ["it off"]],
    ],
    [
      "The ministry today rejects the plan.",
      "The ministry today",
      "rejects",
      "the plan",
      [["The ministry"], ["rejects"], ["the plan"]],
    ],
    [
      "The union had announced the previous day that cranes would stop.",
      "The union",
      "had announced",
      "the previous day that cranes would stop",
      [["The union"], ["had announced"], ["that cranes would stop"]],
    ],
    [
      "Ada Brack asked the council on Monday to close the bridge.",
      "Ada Brack",
      "asked",
      "the council on Monday to close the bridge",
      [["Ada Brack"], ["asked"], ["the council", "to close the bridge"]],
    ],
    [
      "Ada Brack dismissed that on Monday as “noise”.",
      "Ada Brack",
      "dismissed",
      "that on Monday as “noise”",
      [["Ada Brack"], ["dismissed"], ["that", "as “noise”"]],
    ],
    [
      "Ada Brack promised repairs “within hours” on Monday.",
      "Ada Brack",
      "promised",
      "repairs “within hours” on Monday",
      [["Ada Brack"], ["promised"], ["repairs “within hours”"]],
    ],
  ] as const)("%s", (text, source, cue, content, expected) => {
    expect(cut(text, source, cue, content)).toEqual(expected);
  });

  it.each([
    ["A report on Monday found a leak.", "A report on Monday", "found", "a leak"],
    ["The captain of a ship that sank on Monday said so.", "The captain of a ship that sank on Monday", "said", "so"],
    ["Tom Veal, master of the ship since 2011, said so.", "Tom Veal, master of the ship since 2011", "said", "so"],
    ["Monday’s paper said that Orle sank.", "Monday’s paper", "said", "that Orle sank"],
    [
      "Ada Brack said that the pier closed on Monday to save money.",
      "Ada Brack",
      "said",
      "that the pier closed on Monday to save money",
    ],
    ["Ada Brack said the pier will close on Monday.", "Ada Brack", "said", "the pier will close on Monday"],
    ["Today is lost, Ada Brack said.", "Ada Brack", "said", "Today is lost"],
  ])("leaves alone: %s", (text, source, cue, content) => {
    expect(cut(text, source, cue, content)).toEqual([[source], [cue], [content]]);
  });
});
