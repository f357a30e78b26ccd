import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "../../src/cli/main.ts";
import type { Reading } from "../../src/document.ts";
import { EXIT } from "../../src/error.ts";
import { hearsay } from "./run.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/harbour-sirens.txt", import.meta.url));
const PAGE = fileURLToPath(new URL("../../examples/bridge-closure.html", import.meta.url));

let folder = "";
const path = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-cli-"));
  writeFileSync(path("page.html.gz"), gzipSync(readFileSync(PAGE)));
  writeFileSync(path("empty.txt"), "");
  writeFileSync(path("scan.txt"), "%PDF-1.7 and more");
  writeFileSync(path("picture.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  writeFileSync(
    path("two.jsonl"),
    `${JSON.stringify({ id: "one", text: "Ana Holt said she would stay." })}\nnot json\n${JSON.stringify({ id: "two", text: "Police said the road was shut.", published: "2024-05-01" })}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("hearsay read", () => {
  it("reads the example article for a person", async () => {
    const { code, out } = await hearsay(["read", EXAMPLE]);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain("Ada Reinhold, Mayor");
    expect(out).toContain("Set aside as not the article:");
  });

  it("prints JSON whose spans point into the file as it is", async () => {
    const { out } = await hearsay(["read", EXAMPLE, "--json"]);
    const reading = JSON.parse(out) as Reading;
    expect(reading.text).toBe(readFileSync(EXAMPLE, "utf8"));
    expect(Object.keys(reading)).toEqual([
      "doc",
      "text",
      "blocks",
      "article",
      "furniture",
      "credits",
      "attributions",
      "provenance",
    ]);
    const said = reading.attributions.find((a) => a.cue.some((s) => reading.text.slice(...s) === "denied"));
    expect(said).toMatchObject({ act: "denial", entity: "Bram Oske", kind: "person", naming: "named" });
  });

  it("reads standard input, and a packed page under its bare name", async () => {
    const typed = await hearsay(
      ["read", "-", "--json", "--published", "2024-10-08"],
      "Police said on Monday that the road was shut.",
    );
    expect((JSON.parse(typed.out) as Reading).attributions[0]).toMatchObject({
      kind: "organisation",
      when: { value: "2024-10-07" },
    });
    const page = JSON.parse((await hearsay(["read", path("page.html.gz"), "--json"])).out) as Reading;
    expect(page.doc).toBe("page");
    expect(page.article).toMatchObject({
      title: "Night closure of Sarn footbridge splits council",
      byline: "Tomas Ekdahl",
      outlet: "The Vellmar Courier",
    });
    expect(page.furniture.map((f) => f.kind)).toContain("newsletter");
  });

  it("reads on when one of several fails, lists the failures and says so by its exit code", async () => {
    const { code, out, err } = await hearsay([
      "read",
      path("two.jsonl"),
      path("none.txt"),
      path("empty.txt"),
      "--jsonl",
    ]);
    expect(code).toBe(EXIT.some);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as Reading).doc),
    ).toEqual(["one", "two"]);
    expect(err.trim().split("\n")).toHaveLength(3);
    expect(err).toContain("two.jsonl:2: is no JSON object");
  });

  it.each(["--json", "--html"])("%s prints one article even when a file holds two", async (flag) => {
    const { code, err } = await hearsay(["read", path("two.jsonl"), flag]);
    expect(code).toBe(EXIT.some);
    expect(err).toContain("two: is a second article");
  });

  it.each([
    ["nothing there", ["read", "nowhere.txt"], EXIT.unreadable],
    ["empty", ["read", "empty.txt"], EXIT.empty],
    ["a broken PDF", ["read", "scan.txt"], EXIT.unreadable],
    ["a picture", ["read", "picture.txt"], EXIT.binary],
    ["a bad date", ["read", "empty.txt", "--published", "soon"], EXIT.usage],
    ["no article", ["read"], EXIT.usage],
    ["an unknown flag", ["read", "--frobnicate", "x"], EXIT.usage],
    ["an article named as output", ["read", "scan.txt", "--output", "scan.txt"], EXIT.usage],
    ["an article taken for a page's name", ["read", "--html", "scan.txt", "x"], EXIT.usage],
    ["two formats", ["read", "a", "--json", "--html"], EXIT.usage],
    ["a private address", ["read", "http://127.0.0.1:9/"], EXIT.unreadable],
    ["another scheme", ["read", "ftp://example.org/x"], EXIT.unreadable],
  ])("says in one line what was wrong: %s", async (_name, args, exit) => {
    const { code, out, err } = await hearsay(args.map((a) => (/^(?:empty|scan|picture)\.txt$/.test(a) ? path(a) : a)));
    expect(code).toBe(exit);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/\s at .*:\d+/);
  });

  it("writes a page whole, and leaves no part of it where it cannot", async () => {
    const { code } = await hearsay(["read", EXAMPLE, "--html", path("out.html")]);
    expect(code).toBe(EXIT.ok);
    expect(readFileSync(path("out.html"), "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/);
    expect((await hearsay(["read", EXAMPLE, "--html", path("no/such/out.html")])).code).toBe(EXIT.unreadable);
    expect(readdirSync(folder).filter((f) => f.endsWith(".part"))).toEqual([]);
    expect(existsSync(path("no"))).toBe(false);
  });

  it("helps without loading the model", async () => {
    const { code, out } = await hearsay(["read", "--help"]);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain("--published");
    expect((await hearsay(["--version"])).out).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe("docs/cli.md", () => {
  const docs = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
  it("has every flag and every exit code", () => {
    for (const command of program().commands) for (const option of command.options) expect(docs).toContain(option.long);
    for (const code of Object.values(EXIT)) expect(docs).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  });
});
