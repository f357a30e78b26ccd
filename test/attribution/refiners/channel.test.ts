import { describe, expect, it } from "vitest";
import { channel } from "../../../src/attribution/refiners/channel.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

function channelOf(text: string, source: string, cue: string, content: string): string[] {
  const [a] = channel([attributionOf(text, source ? [source] : [], [cue], [content])], contextOf(docOf(text)));
  return wordsOfSpans(text, a?.channel ?? []);
}

describe("channel", () => {
  it.each([
    [
      "Ada Brack told reporters that the ferry was late.",
      "Ada Brack",
      "told",
      "that the ferry was late",
      ["reporters"],
    ],
    [
      "Ada Brack told the Lowen Herald that the ferry was late.",
      "Ada Brack",
      "told",
      "that the ferry was late",
      ["Lowen Herald"],
    ],
    ["Ada Brack told the state news agency LNA that it was late.", "Ada Brack", "told", "that it was late", ["LNA"]],
    [
      "In a letter to the harbour board, Ada Brack warned that the pier was rotten.",
      "Ada Brack",
      "warned",
      "that the pier was rotten",
      ["letter"],
    ],
    [
      "Ada Brack said in a statement that the ferry was late.",
      "Ada Brack",
      "said",
      "that the ferry was late",
      ["statement"],
    ],
    ["“Nobody asked us,” Ada Brack posted on Warbler.", "Ada Brack", "posted", "“Nobody asked us,”", ["Warbler"]],
  ])("%s", (text, source, cue, content, expected) => {
    expect(channelOf(text, source, cue, content)).toEqual(expected);
  });

  it.each([
    ["Ada Brack told her sister that the ferry was late.", "Ada Brack", "told", "that the ferry was late"],
    ["Ada Brack posted on Monday that the ferry was late.", "Ada Brack", "posted", "that the ferry was late"],
    [
      "Ada Brack said that the reply in the letter was rude.",
      "Ada Brack",
      "said",
      "that the reply in the letter was rude",
    ],
  ])("finds none in: %s", (text, source, cue, content) => {
    expect(channelOf(text, source, cue, content)).toEqual([]);
  });

  it("does not give the outer channel to what is said inside", () => {
    const text = "Ada Brack told reporters that Tom Veal feared a strike.";
    const outer = attributionOf(text, ["Ada Brack"], ["told"], ["that Tom Veal feared a strike"]);
    const inner = { ...attributionOf(text, ["Tom Veal"], ["feared"], ["a strike"], "a2"), within: "a1" };
    const read = channel([outer, inner], contextOf(docOf(text)));
    expect(read.map((a) => a.channel.length)).toEqual([1, 0]);
  });
});
