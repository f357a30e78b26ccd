import { describe, expect, it } from "vitest";
import { compare } from "../../../src/archive/trace/compare.ts";
import type { Content } from "../../../src/archive/trace/content.ts";
import { type Lexicon, newLexicon } from "../../../src/archive/trace/lexicon.ts";
import { namesIn, wordsOf } from "../../../src/archive/trace/normalise.ts";

const content = (lexicon: Lexicon, text: string, direct: boolean, denied = false): Content => ({
  words: lexicon.pack(wordsOf(text, [[0, text.length]], namesIn(text))),
  direct,
  denied,
});

/** `"` before a sentence: in the speaker's words; `!` before it: told as denied. */
function change(first: string, later: string): string {
  const lexicon = newLexicon();
  const read = (text: string): Content =>
    content(lexicon, text.replace(/^["!]/, ""), text.startsWith('"'), text.startsWith("!"));
  const { change: kind, alterations } = compare(read(first), read(later), lexicon);
  return [kind, ...alterations].join(" ");
}

describe("the kind of change", () => {
  it.each([
    // Case, marks, contractions, numbers as words, insertions
    ['"We’re not going to raise taxes', '"We are NOT going to raise taxes', "exact"],
    ['"You can’t trust a word he says', '"You cannot trust a word … he says', "exact"],
    ['"They [the police] told us nothing', '"They told us nothing', "exact"],
    [
      "profits fell by 12 percent, to 2,000,000 crowns",
      "profits fell by twelve per cent, to two million crowns",
      "exact",
    ],
    ["the valve was reportedly due to be replaced", "that the valve was due to be replaced", "exact"],
    ['"We did not know of the fault at the pier', '"[Brennock] did not know of the fault at the pier', "exact"],
    // One sentence of a speech: what the others hang on is not lost
    [
      '"The letter has eleven pages. It would keep us quiet, if we let it. I hung the calendar up, because the ships are good.',
      '"I hung the calendar up, because the ships are good.',
      "trimmed",
    ],
    [
      '"The letter has eleven pages. We will not pay for it. The men were cut from six to two.',
      "the men had been cut from six to two",
      "reworded",
    ],
    ['"It was the worst flood in 50 years, and people are exhausted', '"It was the worst flood in 50 years', "trimmed"],
    ['"We will not raise taxes on families', "the government would not raise taxes on families", "reworded"],
    ['"I saw nothing unusual that night', "he had not seen anything unusual that night", "reworded"],
    ["the Inspectorate might withdraw the licence", "the Inspectorate may withdraw the licence", "reworded"],
    ['"The minister should resign', '"The minister must resign', "reworded"],
    ["there was no evidence that the vaccine was harmful", "the vaccine was harmless", "reworded"],
    [
      '"At no point did we know that the valve was faulty',
      "that Brennock had not been aware at any time of a fault in the valve",
      "reworded",
    ],
    ["About 40 cubic metres had reached the water", "About 400 cubic metres had reached the water", "changed number"],
    ["the talks could resume on Monday", "the talks could resume on Tuesday", "changed number"],
    ['"We will not raise taxes', '"We will raise taxes', "changed negation"],
    ["the dam would be safe until the summer", "the dam would be unsafe until the summer", "changed negation"],
    ["!the cuts had played a part in the leak", "the cuts had played a part in the leak", "changed negation"],
    ["!the cuts had played a part in the leak", "!that the cuts had played any part in the leak", "reworded"],
    ["that Kestrel Pipeworks fitted the valve", "that Petrel Pipeworks fitted the valve", "changed name"],
    [
      '"Whoever let this happen will pay for every litre in Brennock',
      '"Brennock will pay for every litre in Norravia',
      "changed name",
    ],
    ["the Inspectorate might withdraw the licence", "the Inspectorate will withdraw the licence", "changed modality"],
    ['"Somebody may have switched the alarm off', '"Somebody switched the alarm off', "changed modality"],
    ['"I would sign again tomorrow if the valve were replaced', '"I would sign again tomorrow', "changed meaning"],
    [
      '"The alarm worked, but nobody was there to hear it',
      '"The alarm worked, but nobody wanted to hear it',
      "changed meaning",
    ],
    [
      '"All of the patients recovered within a week',
      '"Some of the patients recovered within a week',
      "changed meaning",
    ],
  ])("%s -> %s: %s", (first, later, expected) => {
    expect(change(first, later)).toBe(expected);
  });

  it("never takes a sentence and its negation for the same", () => {
    for (const sentence of ["the valve was serviced in May", "we knew of the fault", "he will pay the fishermen"]) {
      const negated = sentence.replace(/ (was|knew|will) /, (_, verb) =>
        verb === "knew" ? " never knew " : ` ${verb} not `,
      );
      for (const [a, b] of [
        [sentence, negated],
        [negated, sentence],
      ] as const)
        expect(change(a, b)).toMatch(/^changed.*negation/);
    }
  });
});
