import { describe, expect, it } from "vitest";
import { HEDGES } from "../../../src/attribution/lexicon/hedges.ts";
import { hedges } from "../../../src/attribution/refiners/hedges.ts";
import type { Attribution } from "../../../src/document.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";
import { marked } from "../marked.ts";

function hedged(example: string): string[] {
  const { attribution, context } = marked(example);
  return wordsOfSpans(context.doc.text, hedges([attribution], context)[0]?.hedges ?? []);
}

describe("the source’s own doubt", () => {
  it.each(HEDGES.map((h) => [h.example, h] as const))("%s", (example, { pattern }) => {
    const words = hedged(
      example.startsWith("“") ? example.replace(/^(“.*”)/, "{$1}") : example.replace(/ said (.*)\.$/, " <said> {$1}."),
    );
    expect(
      words.some((w) => new RegExp(`^(?:${pattern})`, "iu").test(`${w} x`) || new RegExp(pattern, "iu").test(example)),
    ).toBe(true);
    expect(words).toHaveLength(1);
  });

  it.each([
    "[Brack] <said> {the pier would fall}.",
    "[Brack] <said> {it would open on 3 May}.",
    "[Brack] <said> {it would open in May}.",
    "[Brack] <said> {the might of the sea was known}.",
    "[Brack] <said> {they could see the pier from the tower}.",
    "Perhaps the pier will fall. [Brack] <said> {it would be closed}.",
    "[Brack] <may have said> {that the pier was closed}.",
    "[Brack] <said> {the likely buyer was a bank}.",
  ])("%s holds none", (example) => {
    expect(hedged(example)).toEqual([]);
  });

  it("leaves the doubt of somebody quoted to them", () => {
    const text = "Brack said Veal thought the pier might be sold.";
    const outer = attributionOf(text, ["Brack"], ["said"], ["Veal thought the pier might be sold"]);
    const inner = { ...attributionOf(text, ["Veal"], ["thought"], ["the pier might be sold"], "a2"), within: "a1" };
    const [a, b] = hedges([outer, inner], contextOf(docOf(text))) as [Attribution, Attribution];
    expect(a.hedges).toBeUndefined();
    expect(wordsOfSpans(text, b.hedges ?? [])).toEqual(["might"]);
  });
});
