import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJsonLines, toJsonLine } from "../../src/exports/json.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

describe("JSON Lines of readings", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.array(arbitraryReading(), { maxLength: 3 }), (readings) => {
        expect([...fromJsonLines(readings.map(toJsonLine).join(""))]).toEqual(readings);
      }),
      { numRuns: 50 },
    );
  });

  it("name the line that is none", () => {
    const line = toJsonLine(SAMPLE);
    expect(() => [...fromJsonLines(`${line}\n{`)]).toThrow(/Line 3 is no JSON/);
    expect(() => [...fromJsonLines(line.replace('"denial"', '"shouting"'))]).toThrow(/Line 1 .*attributions\.2\.act/);
  });
});
