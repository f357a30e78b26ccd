import { describe, expect, it } from "vitest";
import { findSentences } from "../../src/reading/sentences.ts";
import { docOf } from "../helpers.ts";

const found = (text: string): string[] => findSentences(docOf(text)).map((s) => text.slice(...s));

describe("sentences", () => {
  it.each([
    [
      "the longest abbreviations",
      "Messrs. Tamm and Oll owe approx. 20 crowns. They left.",
      ["Messrs. Tamm and Oll owe approx. 20 crowns.", "They left."],
    ],
    [
      "titles and initials",
      "Gov. J. R. Holt met Dr. Pell on Monday. They left.",
      ["Gov. J. R. Holt met Dr. Pell on Monday.", "They left."],
    ],
    [
      "countries",
      "The U.S. Navy sailed from D.C. on Monday. It rained.",
      ["The U.S. Navy sailed from D.C. on Monday.", "It rained."],
    ],
    ["times of day", "It began at 5 p.m. The hall was full.", ["It began at 5 p.m.", "The hall was full."]],
    ["decimals", "It fell 3.5 per cent. Nobody minded.", ["It fell 3.5 per cent.", "Nobody minded."]],
    ["closing quotation marks", "“We lost.” The room was silent.", ["“We lost.”", "The room was silent."]],
    ["a question mark before the closing mark", "‘Who pays?’ she said.", ["‘Who pays?’ she said."]],
    [
      "who asked, behind the mark",
      "“Is it true?” Mara Tamm asked. “No!” the man said.",
      ["“Is it true?” Mara Tamm asked.", "“No!” the man said."],
    ],
    [
      "a question and another sentence",
      "“Is it true?” The room was silent.",
      ["“Is it true?”", "The room was silent."],
    ],
    [
      "a letter that ends its sentence",
      "They chose Plan B. The board agreed.",
      ["They chose Plan B.", "The board agreed."],
    ],
    ["numbers", "See No. 4 on the list. It is old.", ["See No. 4 on the list.", "It is old."]],
  ])("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("never reach over a block", () => {
    expect(found("A heading without a stop\n\nThe text begins here.")).toEqual([
      "A heading without a stop",
      "The text begins here.",
    ]);
  });
});
