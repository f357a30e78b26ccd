import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { walk } from "../../../src/reading/inputs/folder.ts";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { all, articlesOf, errorsOf } from "./results.ts";

const open = (names: string[], folders: boolean) =>
  all(openInputs(names, { given: {}, allowPrivate: false, force: false, stdin: process.stdin, folders }));

let root = "";
beforeAll(() => {
  const outside = mkdtempSync(join(tmpdir(), "hearsay-outside-"));
  root = mkdtempSync(join(tmpdir(), "hearsay-folder-"));
  writeFileSync(join(outside, "secret.txt"), "Not for you, she said.");
  for (const folder of ["b", "a", ".git", "b/deep"]) mkdirSync(join(root, folder));
  for (const file of ["z.txt", "b/one.txt", "a/one.html", "B.txt", ".hidden.txt", ".git/config.txt", "b/deep/two.txt"])
    writeFileSync(join(root, file), "“No,” said Ana Holt.");
  symlinkSync(join(outside, "secret.txt"), join(root, "out.txt"));
  symlinkSync(outside, join(root, "outfolder"));
  symlinkSync(root, join(root, "b", "loop"));
  symlinkSync(join(root, "z.txt"), join(root, "link.txt"));
  symlinkSync(join(root, "nowhere.txt"), join(root, "dangling.txt"));
});

describe("folders", () => {
  it("walks in name order, skips hidden files, stays inside", async () => {
    const found: string[] = [];
    for await (const file of walk(root)) found.push(file.within);
    expect(found).toEqual(["B.txt", "a/one.html", "b/deep/two.txt", "b/one.txt", "link.txt", "z.txt"]);
  });
  it("opens each file under its path in the folder", async () => {
    const ids = articlesOf(await open([root], true)).map((input) => input.id);
    expect(ids).toEqual(["B", "a/one", "b/deep/two", "b/one", "link", "z"]);
  });
  it("still refuses a folder where none is expected, and a file that is not there", async () => {
    expect(errorsOf(await open([root], false))[0]).toContain("is a folder; name the files in it");
    expect(errorsOf(await open([join(root, "none.txt")], true))[0]).toContain("there is no such file");
  });
});
