import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { asWarc, type Capture } from "./makers.ts";
import { all, articlesOf, errorsOf, pieces } from "./results.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-wacz-"));
const open = (bytes: Uint8Array, stdin = false) => {
  const path = join(folder, "saved.wacz");
  writeFileSync(path, bytes);
  const options = { given: {}, allowPrivate: false, force: false, stdin: pieces(bytes, 333) };
  return all(openInputs([stdin ? "-" : path], options));
};
const page = (n: number): Capture => ({ url: `https://pell.example/${n}`, body: `<p>“No,” said Ana Holt, ${n}.</p>` });
const short = (line: string): string => line.replace(/^.*saved\.wacz: /, "");

describe("WACZ", () => {
  it("reads the WARC files in it, stored or packed, from a file or a stream", async () => {
    const warcs = {
      "archive/b.warc.gz": await asWarc([page(3)], true),
      "archive/a.warc": await asWarc([page(1), page(2)], false),
      "pages/pages.jsonl": Buffer.from("{}"),
      "datapackage.json": Buffer.from("{}"),
    };
    for (const level of [0, 9] as const) {
      const results = await open(zipSync(warcs, { level }));
      expect(errorsOf(results)).toEqual([]);
      expect(articlesOf(results).map(({ id, given }) => [id, given?.url])).toEqual([
        ["saved-a-000001", page(1).url],
        ["saved-a-000002", page(2).url],
        ["saved-b-000001", page(3).url],
      ]);
      expect(articlesOf(await open(zipSync(warcs, { level }), true))).toHaveLength(3);
    }
  });
  it("leaves out names that lead out and damaged files, and reads the others", async () => {
    const good = await asWarc([page(1)], true);
    const zip = zipSync({
      "../archive/x.warc.gz": good,
      "archive/a.warc.gz": good,
      "archive/cut.warc.gz": good.subarray(0, 100),
    });
    const results = await open(zip);
    expect(articlesOf(results).map((input) => input.id)).toEqual(["saved-a-000001"]);
    expect(errorsOf(results).map(short)).toEqual([
      "../archive/x.warc.gz: has a name that leads out of the archive, so it was left out; save the pages again",
      expect.stringMatching(/^archive\/cut\.warc\.gz: record 1: is (?:damaged|cut off)/),
    ]);
    expect(errorsOf(await open(zipSync({ "datapackage.json": Buffer.from("{}") }))).map(short)).toEqual([
      "holds no WARC file (archive/*.warc.gz); save the pages again",
    ]);
  });
});
