import { describe, expect, it } from "vitest";
import { undated } from "../../../src/attribution/entities/undated.ts";

describe("undated", () => {
  it.each([
    ["report issued after the vote", "report"],
    ["study published on Wednesday in the Annals", "study published in the Annals"],
    ["survey carried out in March 2021", "survey"],
    ["people from 2 villages", "people from 2 villages"],
    ["letter to the mayor", "letter to the mayor"],
  ])("%s", (words, wanted) => {
    expect(undated(words)).toBe(wanted);
  });

  it("leaves alone what is longer than any description, since looking for its date would take minutes", () => {
    const words = `${"report issued ".repeat(40)}after a vote`;
    expect(undated(words)).toBe(words);
  });
});
