import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../src/archive/trace/normalise.ts";

const forms = (text: string): string =>
  wordsOf(text, [[0, text.length]])
    .map((w) => w.form)
    .join(" ");

describe("words of a content", () => {
  it.each([
    ["“We’ll see,” he didn't say", "we will see he did not say"],
    ["forty-one boats, two hundred and five men", "#41 boats #205 men"],
    ["two million crowns", "#2000000 crowns"],
    ["1.5 million and 40,000 and 4.1%", "#1500000 and #40000 and #4.1 percent"],
    ["in 2000 five boats at Pier 4 three times", "in #2000 #5 boats at pier #4 #3 times"],
    ["No one of the terminal’s men", "no_one of the terminal men"],
    ["one of them", "one of them"],
    ["an e-mail", "an email"],
    ["the constructor's best car", "the constructor best car"],
    ["o'b2, 3.5.1, 12,", "ob #2 3.5.1 #12"],
    ["IT’S Élan’s 5% of €3 [sic]...", "it is élan #5 percent of euro #3 sic"],
    ["Жужа’s boat can’t", "жужа boat can not"],
  ])("%s", (text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it("marks names and insertions", () => {
    const words = wordsOf("He told [the] Brennock men", [[0, 26]]);
    expect(words.filter((w) => w.name).map((w) => w.form)).toEqual(["brennock"]);
    expect(words.filter((w) => w.inserted).map((w) => w.form)).toEqual(["the"]);
  });

  it("keeps spans in order and inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        let last = 0;
        for (const { span } of wordsOf(text, [[0, text.length]])) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          last = span[0];
        }
      }),
    );
  });
});
