import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permalink } from "../../src/views/permalink.ts";
import { spanOf } from "../helpers.ts";
import { arbitraryReading } from "../exports/readings.ts";

const link = (text: string, words: string, nth = 1): string | null =>
  permalink("https://x.example/a", text, spanOf(text, words, nth));

describe("a permalink", () => {
  it("gives short words whole, with commas and hyphens encoded", () => {
    expect(link("He said: so-so, yes & no.", "so-so, yes & no")).toBe(
      "https://x.example/a#:~:text=so%2Dso%2C%20yes%20%26%20no",
    );
  });

  it("adds the words before where the same words stood earlier", () => {
    expect(link("We said: No more. Later the old mayor said: no  more.", "no  more")).toBe(
      "https://x.example/a#:~:text=old%20mayor%20said%3A-,no%20more",
    );
  });

  it("gives long passages and several paragraphs by their ends", () => {
    const long = Array.from({ length: 40 }, (_, i) => `w${i}`).join(" ");
    expect(link(long, long)).toBe(
      "https://x.example/a#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w34%20w35%20w36%20w37%20w38%20w39",
    );
    expect(link("one two\n\nthree", "one two\n\nthree")).toBe("https://x.example/a#:~:text=one%20two,three");
  });

  it("keeps a fragment of the address, and is absent without an address of the web or without words", () => {
    expect(permalink("https://x.example/#top", "ab", [0, 2])).toBe("https://x.example/#top:~:text=ab");
    expect(permalink(null, "ab", [0, 2])).toBeNull();
    expect(permalink("javascript:alert(1)", "ab", [0, 2])).toBeNull();
    expect(permalink("https://x.example/", "a b", [1, 2])).toBeNull();
  });

  it("is ASCII without blanks, whatever the text", () => {
    fc.assert(
      fc.property(arbitraryReading(), ({ text, attributions }) => {
        for (const a of attributions)
          for (const span of a.content) expect(permalink("https://x.example/", text, span) ?? "").toMatch(/^[!-~]*$/);
      }),
    );
    expect(permalink("https://x.example/", "\ud83d x", [0, 3])).toContain("%EF%BF%BD");
  });
});
