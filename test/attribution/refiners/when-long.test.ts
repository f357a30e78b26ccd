import { describe, expect, it } from "vitest";
import { when } from "../../../src/attribution/refiners/when.ts";
import type { Attribution } from "../../../src/document.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";
import { cpuTime } from "../../support/cpu-time.ts";

describe("when, on a sentence without end", () => {
  it("takes time in proportion to the statements", () => {
    const piece = "on Monday the mayor said that day, in a letter of 3 May ";
    const text = piece.repeat(400);
    const first = attributionOf(text, ["the mayor"], ["said"], ["that day"]);
    const all = Array.from({ length: 400 }, (_, i): Attribution => {
      const shift = (list: Attribution["cue"]): Attribution["cue"] =>
        list.map(([s, e]) => [s + i * piece.length, e + i * piece.length]);
      return {
        ...first,
        id: `a${i}`,
        source: shift(first.source),
        cue: shift(first.cue),
        content: shift(first.content),
      };
    });
    const started = cpuTime();
    when(all, contextOf(docOf(text, "2024-05-15")));
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});
