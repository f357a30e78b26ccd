import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "../../src/reading/quotations.ts";
import { docOf } from "../helpers.ts";

const found = (text: string): string[] => {
  const doc = docOf(text);
  return findQuotations(doc).map((q) => text.slice(...q.span));
};

describe("quotations", () => {
  it.each([
    ["curly", "She said “we open in May” and left.", ["“we open in May”"]],
    ["straight", 'She said "we open in May" and left.', ['"we open in May"']],
    ["angled", "She said «we open in May» and left.", ["«we open in May»"]],
    ["low-high", "She said „we open in May“ and left.", ["„we open in May“"]],
    [
      "single with contractions",
      "'It's the town's fault, they don't listen,' she said.",
      ["'It's the town's fault, they don't listen,'"],
    ],
    [
      "single curly with a plural possessive",
      "‘The farmers’ union won’t sign,’ he said.",
      ["‘The farmers’ union won’t sign,’"],
    ],
    ["question mark before the closing mark", "‘Who pays?’ she said.", ["‘Who pays?’"]],
    ["two kinds of marks side by side", "He wrote “stay” and then 'go home' on the wall.", ["“stay”", "'go home'"]],
    ["nested", "“He said ‘never’ to me,” she said.", ["“He said ‘never’ to me,”", "‘never’"]],
    [
      "three singles in a row",
      "He owed her ‘six figures’ and a guitar. ‘She never asked,’ he wrote.",
      ["‘six figures’", "‘She never asked,’"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["apostrophes", "The town's people don't know what the farmers' union wants."],
    ["a decade and an elision", "In the ’90s they told ’em nothing."],
    ["feet and inches", "He is 6' 2\" tall and weighs 90 kg."],
  ])("%s are no quotation", (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  it("knows a speech re-opened in the next paragraph", () => {
    const text = "“We waited all night.\n\n“Nobody came,” she said.";
    const quotations = findQuotations(docOf(text));
    expect(quotations.map((q) => [q.closed, q.continues])).toEqual([
      [false, null],
      [true, 0],
    ]);
  });

  it("drops a stray single mark and keeps the parents of what stands around it", () => {
    const text = "“He said ‘no’ to me,” she said, and ‘b";
    const quotations = findQuotations(docOf(text));
    expect(quotations.map((q) => [text.slice(...q.span), q.inside])).toEqual([
      ["“He said ‘no’ to me,”", null],
      ["‘no’", 0],
    ]);
  });

  it("keeps a quotation that is never closed within its block", () => {
    const text = "He said: “We will go.\n\nThe crowd left.";
    expect(found(text)).toEqual(["“We will go."]);
  });

  it("gives spans inside the text that nest properly, whatever it is fed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z “”"'‘’«».\n]{0,80}$/u), (text) => {
        const quotations = findQuotations(docOf(text));
        quotations.forEach((q, i) => {
          expect(q.span[0]).toBeGreaterThanOrEqual(0);
          expect(q.span[1]).toBeLessThanOrEqual(text.length);
          expect(q.inner[0]).toBeLessThanOrEqual(q.inner[1]);
          if (q.inside !== null) {
            const outer = quotations[q.inside];
            expect(q.inside).toBeLessThan(i);
            expect(outer && outer.span[0] <= q.span[0] && q.span[1] <= outer.span[1]).toBe(true);
          }
        });
      }),
    );
  });
});
