import { describe, expect, it } from "vitest";
import { letterPattern } from "../src/letter-pattern.ts";

const CLASSES = ["L", "Lu", "Ll", "N"];

describe("patterns over letters", () => {
  it.each(CLASSES)("have every \\p{%s} of Latin, Greek and Cyrillic, and nothing else", (name) => {
    const [mine, exact] = [letterPattern(`^\\p{${name}}$`), new RegExp(`^\\p{${name}}$`, "u")];
    for (const [first, last] of [
      [0, 0x52f],
      [0x1e00, 0x1fff],
    ] as const)
      for (let code = first; code <= last; code++) {
        const c = String.fromCharCode(code);
        expect(`${code} ${mine.test(c)}`).toBe(`${code} ${exact.test(c)}`);
      }
  });

  it("know the capitals of Vietnamese names", () => {
    expect(letterPattern("^\\p{Lu}\\p{Ll}+$").test("Ấn")).toBe(true);
  });

  it("count letters of other scripts, and no marks or symbols", () => {
    const letter = letterPattern("^\\p{L}$");
    for (const c of "אعगภ한字か") expect(letter.test(c)).toBe(true);
    for (const c of "“”’—…€™→\u00a0\u200b\u2028、。") expect(letter.test(c)).toBe(false);
  });

  it("keep classes, negated classes, escapes and flags as they are", () => {
    expect(letterPattern(/^[^\p{L}\s’-]+\p{Lu}\[\p{N}\]$/iu).test("12É[3]")).toBe(true);
    expect(letterPattern(/^[^\p{L}\s’-]+\p{Lu}\[\p{N}\]$/u).test("1é2É[3]")).toBe(false);
    expect(letterPattern(/\p{Ll}/gu).flags).toBe("gu");
    expect(letterPattern("\\\\p\\{L\\}").test("\\p{L}")).toBe(true);
  });
});
