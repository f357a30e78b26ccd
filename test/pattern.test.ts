import { describe, expect, it } from "vitest";
import { pattern } from "../src/pattern.ts";

const CLASSES = ["L", "Lu", "Ll", "N"];

describe("patterns over letters", () => {
  it.each(CLASSES)("have every \\p{%s} up to Cyrillic, and nothing else", (name) => {
    const [mine, exact] = [pattern(`^\\p{${name}}$`), new RegExp(`^\\p{${name}}$`, "u")];
    for (let code = 0; code <= 0x52f; code++) {
      const c = String.fromCharCode(code);
      expect(`${code} ${mine.test(c)}`).toBe(`${code} ${exact.test(c)}`);
    }
  });

  it("count letters of other scripts, and no marks or symbols", () => {
    const letter = pattern("^\\p{L}$");
    for (const c of "אعगภ한字か") expect(letter.test(c)).toBe(true);
    for (const c of "“”’—…€™→\u00a0\u200b\u2028、。") expect(letter.test(c)).toBe(false);
  });

  it("keep classes, negated classes, escapes and flags as they are", () => {
    expect(pattern(/^[^\p{L}\s’-]+\p{Lu}\[\p{N}\]$/iu).test("12É[3]")).toBe(true);
    expect(pattern(/^[^\p{L}\s’-]+\p{Lu}\[\p{N}\]$/u).test("1é2É[3]")).toBe(false);
    expect(pattern(/\p{Ll}/gu).flags).toBe("gu");
    expect(pattern("\\\\p\\{L\\}").test("\\p{L}")).toBe(true);
  });
});
