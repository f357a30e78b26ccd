/** Outlets by the real program, on a file. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { makeReading } from "../archive/readings.ts";
import { hearsay } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-outlets-"));
const place = join(folder, "a.hearsay");
const on = (...args: string[]) => hearsay([...args, "--archive", place]);
const by = (...args: string[]) => on("outlets", ...args, "--author", "una");

async function fill(path: string): Promise<void> {
  const archive = openSqlite(path);
  for (const [doc, outlet, words] of [
    ["a", "Example Courier", "the pier is shut"],
    ["b", "example-courier.test", "the quay is sold"],
    ["c", "Valley Echo", "nobody swims here"],
  ] as const)
    await archive.save({
      reading: makeReading(doc, `Ana Holt said ${words}.`, { outlet, published: "2025-03-11" }),
      model: "m",
      origin: doc,
      inputKey: doc,
      at: "2025-05-01T00:00:00Z",
    });
  await archive.close();
}
beforeAll(() => fill(place));
afterAll(() => rmSync(folder, { recursive: true }));

it("lists outlets, and joins, splits and names them, each decision taken back in another run", {
  timeout: 60_000,
}, async () => {
  expect((await on("outlets", "cour")).out).toBe(
    [
      "2 outlets",
      "",
      "Example Courier, 1 article",
      "  perhaps the same: example-courier.test, 1 article (the same name but for article, capitals, “Online” or the ending of an address); not counted here",
      "",
      "example-courier.test, 1 article",
      "  perhaps the same: Example Courier, 1 article (the same name but for article, capitals, “Online” or the ending of an address); not counted here",
      "",
    ].join("\n"),
  );
  const joined =
    "Example Courier, 2 articles\n      1  Example Courier: joined by una\n      1  example-courier.test: joined by una";
  expect((await by("join", "Example Courier", "example-courier.test")).out).toContain(joined);
  expect((await on("search", "outlet:example")).out).toContain("the quay is sold");
  expect(JSON.parse((await on("audit", "--outlet", "Example Courier", "--json")).out).statements).toBe(2);
  expect((await by("name", "Example Courier", "The Courier")).out).toContain("The Courier, 2 articles");
  expect((await by("split", "The Courier", "example-courier.test")).out).not.toContain("perhaps the same");
  for (let i = 0; i < 2; i++) expect((await by("undo")).code).toBe(0);
  expect((await on("outlets", "cour")).out).toContain(joined);
  expect((await by("undo", "--redo")).out).toContain("The Courier, 2 articles");
});

it("takes decisions along to another archive", { timeout: 60_000 }, async () => {
  const [log, other] = [join(folder, "log.jsonl"), join(folder, "b.hearsay")];
  await fill(other);
  await on("speakers", "alias", "Ana Holt", "A. Holt", "--author", "otto");
  expect((await on("corrections", "export", "--output", log)).code).toBe(0);
  expect(readFileSync(log, "utf8")).toMatch(/^\{"of":"speakers",.*"alias":"A\. Holt"/);
  const read = async (command: string, at: string) => (await hearsay([command, "--json", "--archive", at])).out;
  expect((await hearsay(["corrections", "import", log, "--archive", other])).out).toMatch(
    /^\d+ taken over, 0 known already, 0 left out, 0 lines/,
  );
  for (const command of ["outlets", "speakers"]) expect(await read(command, other)).toBe(await read(command, place));
});

it("says in one line what is wrong", { timeout: 60_000 }, async () => {
  for (const [args, words] of [
    [["join", "Echo", "Example Courier"], "by an outlet of this name; do you mean Valley Echo?"],
    [["join", "Valley Echo"], "outlets join: write it as"],
    [["join", "Valley Echo", "valley echo"], "is one outlet already"],
    [["split", "Valley Echo", "Valley Echo"], "nothing would be left"],
    [["split", "Valley Echo", "The Courier"], "is an outlet of its own already"],
    [["name", "Valley Echo", "The Courier"], "is another outlet"],
    [["name", "Valley Echo"], "outlets name: write it as"],
    [["undo", "--author", "nobody"], "no decision by nobody"],
    [["--page", "0"], "--page 0"],
  ] as const) {
    const { code, err } = await on("outlets", ...args);
    expect([args, code > 0, err.includes(words)]).toEqual([args, true, true]);
  }
});
