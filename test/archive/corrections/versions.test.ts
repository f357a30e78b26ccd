import { expect, it } from "vitest";
import { statementChanges } from "../../../src/archive/corrections/versions.ts";
import { makeReading } from "../readings.ts";

const before = makeReading("pier", "It rained. Ana Holt said the pier is shut. Olav Brek said the ferry will sail.");

it("names the labels and words of a statement that changed", () => {
  const after = makeReading("pier", "Ana Holt reportedly said the pier is shut. Olav Brek said the ferry will sail.");
  const { came, went, changed } = statementChanges(before, after);
  expect([came, went]).toEqual([[], []]);
  expect(changed.map(({ fields }) => fields)).toEqual([
    [
      { field: "cue", from: "said", to: "reportedly said" },
      { field: "framing", from: "neutral", to: "hearsay" },
    ],
  ]);
});

it("takes a statement that only moved for the same, and furniture for none", () => {
  const moved = makeReading("pier", "Olav Brek said the ferry will sail. Ana Holt said the pier is shut.");
  expect(statementChanges(before, moved)).toEqual({ came: [], went: [], changed: [] });
  const boxed = { ...moved, attributions: moved.attributions.map((a) => ({ ...a, furniture: true as const })) };
  expect(statementChanges(boxed, boxed)).toEqual({ came: [], went: [], changed: [] });
  expect(statementChanges(before, boxed).went).toHaveLength(2);
});
