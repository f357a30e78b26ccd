import { describe, expect, it } from "vitest";
import { citing } from "../../../src/attribution/refiners/citing.ts";
import { within } from "../../../src/attribution/refiners/within.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

function read(text: string, outlet: string, cue: string, content: string, cites: string, whom: string) {
  const all = [attributionOf(text, [outlet], [cue], [content]), attributionOf(text, [outlet], [cites], [whom], "a2")];
  const context = contextOf(docOf(text));
  return within(citing(all, context), context).map((a) => ({
    source: wordsOfSpans(text, a.source),
    content: wordsOfSpans(text, a.content),
    within: a.within,
  }));
}

describe("citing", () => {
  it.each([
    [
      "The Post reported, citing two officials, that the pier sank.",
      "The Post",
      "reported",
      "that the pier sank",
      "citing",
      "two officials",
    ],
    [
      "The Post, which cited two officials, reported that the pier sank.",
      "The Post",
      "reported",
      "that the pier sank",
      "cited",
      "two officials",
    ],
    [
      "KTA reported on Friday, quoting two officials, that the pier sank.",
      "KTA",
      "reported",
      "that the pier sank",
      "quoting",
      "two officials, that the pier sank",
    ],
    [
      "According to KTA, quoting two officials, the pier sank.",
      "KTA",
      "According to",
      "two officials, the pier sank",
      "quoting",
      "two officials, the pier sank",
    ],
  ])("%s", (text, outlet, cue, content, cites, whom) => {
    const [outer, inner] = read(text, outlet, cue, content, cites, whom);
    expect(inner?.source).toEqual(["two officials"]);
    expect(inner?.content).toEqual(outer?.content);
    expect(outer?.content).toEqual([content.replace("two officials, ", "")]);
    expect([outer?.within, inner?.within]).toEqual([null, "a1"]);
  });

  it.each([
    [
      "Ada Brack said the pier must close, citing low water.",
      "Ada Brack",
      "said",
      "the pier must close",
      "citing",
      "low water",
    ],
    [
      "Ada Brack said the pier must close, citing an interim review.",
      "Ada Brack",
      "said",
      "the pier must close",
      "citing",
      "an interim review",
    ],
    [
      "The Post cited two officials. The Post said the pier sank.",
      "The Post",
      "said",
      "the pier sank",
      "cited",
      "two officials",
    ],
  ])("leaves alone: %s", (text, outlet, cue, content, cites, whom) => {
    expect(read(text, outlet, cue, content, cites, whom)[1]).toEqual({
      source: [outlet],
      content: [whom],
      within: null,
    });
  });
});
