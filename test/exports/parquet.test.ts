import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { toParquet } from "../../src/exports/parquet.ts";
import { statementRows } from "../../src/exports/rows.ts";
import type { Reading } from "../../src/document.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

const readBack = (readings: Reading[]): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: toParquet(readings).slice().buffer as ArrayBuffer });

describe("Parquet", () => {
  it("gives back every row with its types", async () => {
    expect(await readBack([SAMPLE, SAMPLE])).toEqual([...statementRows([SAMPLE, SAMPLE])]);
  });

  it("is a file without rows where there are no statements", async () => {
    expect(await readBack([])).toEqual([]);
  });

  it("survives emoji, combining marks and right-to-left text", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReading(), async (reading) => {
        expect(await readBack([reading])).toEqual([...statementRows([reading])]);
      }),
      { numRuns: 50 },
    );
  });
});
