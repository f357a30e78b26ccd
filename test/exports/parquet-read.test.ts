import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { fromParquet, type ReadResult } from "../../src/exports/parquet-read.ts";
import { SAMPLE } from "./readings.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ROW = { reading: JSON.stringify(SAMPLE), model: "m 1", origin: "crawl.warc", input_key: "k" };

function table(rows: Partial<Record<keyof typeof ROW, string | null>>[], columns = Object.keys(ROW)): string {
  const path = join(folder, `${Math.random()}.parquet`);
  const columnData = columns.map((name) => ({
    name,
    type: "STRING" as const,
    nullable: true,
    data: rows.map((row) => row[name as keyof typeof ROW] ?? null),
  }));
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2 })));
  return path;
}

async function read(path: string): Promise<ReadResult[]> {
  const found: ReadResult[] = [];
  for await (const one of fromParquet(path)) found.push(one);
  return found;
}

describe("articles out of a table", () => {
  it("come as they were read, over row groups", async () => {
    const found = await read(table([ROW, ROW, ROW]));
    expect(found).toHaveLength(3);
    expect(found[2]).toEqual({
      ok: true,
      read: { reading: SAMPLE, model: "m 1", origin: "crawl.warc", inputKey: "k" },
    });
  });

  it.each([
    ["is no JSON", { reading: "{" }],
    ["does not fit", { reading: "{}" }],
    ["points outside the text", { reading: JSON.stringify({ ...SAMPLE, text: "short" }) }],
    ["column model is empty", { model: null }],
  ])("reports a row that %s, and the others go on", async (what, wrong) => {
    const found = await read(table([{ ...ROW, ...wrong }, ROW]));
    expect(found.map(({ ok }) => ok)).toEqual([false, true]);
    const [first] = found;
    expect(first?.ok === false && first.error.message).toMatch(new RegExp(`: row 1: .*${what}`));
  });

  it("are in no other table, and in no file that is none", async () => {
    await expect(read(table([ROW], ["reading", "model"]))).rejects.toThrow("has no column origin, input_key");
    const path = join(folder, "none.parquet");
    writeFileSync(path, "PAR1 and nothing else");
    await expect(read(path)).rejects.toThrow("is no whole Parquet file");
  });
});
