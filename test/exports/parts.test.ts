import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableError } from "../../src/error.ts";
import { fromParts, labelsOf, PARTS, type PartSpans, partSpans } from "../../src/exports/parts.ts";
import { arbitraryReading } from "./readings.ts";

describe("parts and labels", () => {
  it("together are the attribution", () => {
    fc.assert(
      fc.property(arbitraryReading(), ({ attributions }) => {
        for (const a of attributions) {
          const spans: PartSpans = Object.fromEntries(PARTS.map((part) => [part, [...partSpans(a, part)]]));
          expect(fromParts(spans, JSON.parse(JSON.stringify(labelsOf(a))), "here")).toEqual(a);
        }
      }),
    );
  });

  it("get the plainest labels where none are given", () => {
    expect(fromParts({ content: [[0, 1]] }, { id: "x", other: 1 }, "here")).toEqual({
      id: "x",
      source: [],
      cue: [],
      content: [[0, 1]],
      channel: [],
      when: null,
      form: "indirect",
      act: "claim",
      negated: false,
      framing: "neutral",
      kind: "none",
      naming: "none",
      entity: null,
      role: null,
      within: null,
      confidence: 1,
      why: {},
    });
  });

  it.each([{ id: "x", act: "shouting" }, { id: "x", confidence: 2 }, { id: 1 }, {}])("refuse %j", (labels) => {
    expect(() => fromParts({}, labels, "Line 7")).toThrow(UnreadableError);
    expect(() => fromParts({}, labels, "Line 7")).toThrow(/^Line 7: label "/);
  });
});
