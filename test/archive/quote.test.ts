import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuote, quoteAt } from "../../src/archive/quote.ts";
import { arbitraryReading } from "../exports/readings.ts";

describe("a quote", () => {
  it("holds the words and 32 units around them, never half an emoji", () => {
    const text = `${"😀".repeat(20)}a word${"😀".repeat(20)}`;
    const quote = quoteAt(text, [41, 46]);
    expect(quote.exact).toBe(" word");
    expect(quote.prefix).toBe(`${"😀".repeat(15)}a`);
    expect(quote.suffix).toBe("😀".repeat(16));
  });

  it("is found again where it stood", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        for (const a of reading.attributions)
          for (const span of a.content)
            expect(findQuote(reading.text, quoteAt(reading.text, span), span[0])).toEqual(span);
      }),
    );
  });

  it("is found by its surroundings when the text has moved, and not where its words are gone", () => {
    const quote = quoteAt("He said no. She said no too.", [21, 23]);
    expect(quote.exact).toBe("no");
    expect(findQuote("Update: He said no. She said no too.", quote, 21)).toEqual([29, 31]);
    expect(findQuote("He said yes.", quote, 8)).toBeNull();
    expect(findQuote("ab ab ab", { exact: "ab", prefix: "", suffix: "" }, 4)).toEqual([3, 5]);
    expect(findQuote("ab", { exact: "", prefix: "", suffix: "" })).toBeNull();
  });
});
