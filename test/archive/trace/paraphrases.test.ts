/** Paraphrases, read by the model: half of them become one statement with what they repeat, and hardly anything else does. */
import { expect, it } from "vitest";
import { readPages, readPairs, scorePairs } from "../../../tools/paraphrases.ts";

it.each(["choose", "held"] as const)("the pairs marked %s", async (set) => {
  const pairs = readPairs().filter((pair) => pair.set === set);
  const score = scorePairs(pairs, await readPages(pairs));
  expect(score.found / score.same, score.notes.join("\n")).toBeGreaterThanOrEqual(0.45);
  expect(score.wrong / score.other, score.notes.join("\n")).toBeLessThan(0.1);
});
