import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fileNames, zipText } from "../../src/exports/zip.ts";

describe("a ZIP", () => {
  it("holds the files, and the same bytes for the same files", () => {
    const files = [["a.txt", "😀"] as const, ["ל.txt", ""] as const];
    const bytes = zipText(files);
    const read = unzipSync(bytes);
    expect(Object.entries(read).map(([name, b]) => [name, strFromU8(b)])).toEqual(files);
    expect(zipText(files)).toEqual(bytes);
  });

  it("names files so that none leads out of the folder, hides, or meets another", () => {
    expect(fileNames(["../../etc/passwd", "a b", "a/b", "A_B", ".hid", "", "con", "ferry-1.2", "שלום", "..."])).toEqual(
      ["__.._etc_passwd", "a_b", "a_b-2", "A_B-3", "_hid", "_", "_con", "ferry-1.2", "שלום", "_-2"],
    );
    for (const name of fileNames(["..", "../..", "a/..", "\\\\x", "x".repeat(500)])) {
      expect(name).toMatch(/^[^./\\][^/\\]*$/);
      expect(name.length).toBeLessThan(110);
    }
  });
});
