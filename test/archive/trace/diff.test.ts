import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords } from "../../../src/archive/trace/diff.ts";

describe("the difference of two tellings", () => {
  it("tells what was put for what", () => {
    expect(diffWords("nobody was there to hear it", "nobody wanted to hear it")).toEqual([
      { kind: "same", text: "nobody " },
      { kind: "removed", text: "was there " },
      { kind: "added", text: "wanted " },
      { kind: "same", text: "to hear it" },
    ]);
  });
  it("takes kinds of marks and case for the same", () => {
    expect(diffWords("“The terminal’s licence”", '"the terminal\'s licence"').every((p) => p.kind === "same")).toBe(
      true,
    );
  });
  it("gives back the first text and the words of the later one", () => {
    const text = fc.array(fc.constantFrom("valve", "alarm", "not", "the", "40", ",", "“", "ward"), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [x.join(" "), y.join(" ")];
        const parts = diffWords(a, b);
        const join = (not: string): string =>
          parts
            .filter((p) => p.kind !== not)
            .map((p) => p.text)
            .join("");
        expect(join("added")).toBe(a);
        expect(join("removed").replace(/\s+/g, "")).toBe(b.replace(/\s+/g, ""));
      }),
    );
  });
});
