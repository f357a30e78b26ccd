import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePoints } from "../../src/exports/code-points.ts";

describe("code points", () => {
  it("count emoji once and come back, at every edge of a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const convert = codePoints(text);
        let [units, points] = [0, 0];
        const wrong: number[] = [];
        for (const ch of [...text, ""]) {
          if (convert.from16(units) !== points || convert.to16(points) !== units) wrong.push(units);
          units += ch.length;
          points++;
        }
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("take the middle of a pair for its end, and half a pair for a character", () => {
    expect(codePoints("😀a").from16(1)).toBe(1);
    expect(codePoints("\ud83da😀b").from16(4)).toBe(3);
  });
});
