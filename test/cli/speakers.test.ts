/** Speakers, dossiers and audits by the real program, on a file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { keepReading, labelled, makeReading } from "../archive/readings.ts";
import { hearsay } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-speakers-"));
const place = join(folder, "a.hearsay");
const on = (...args: string[]) => hearsay([...args, "--archive", place]);
const by = (...args: string[]) => on("speakers", ...args, "--author", "una");

beforeAll(async () => {
  const archive = openSqlite(place);
  for (const [doc, published, text, role] of [
    [
      "a",
      "2025-03-11",
      "Jonas Vik said the budget of the harbour is late. Ana Holt said the pier is shut.",
      "finance minister",
    ],
    ["b", "2025-06-11", "Jonas Vik said the budget of the harbour is not late.", "former minister"],
    ["c", "2025-06-12", "Jonas Vik said the match is lost.", "goalkeeper"],
  ] as const) {
    const reading = makeReading(doc, text, { outlet: "Harbour Wire", published });
    await keepReading(archive, labelled(reading, { role }));
  }
  await archive.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

it("lists speakers, and joins, splits, names and identifies them, each decision taken back in another run", {
  timeout: 60_000,
}, async () => {
  expect((await on("speakers", "vik")).out).toContain(
    "Jonas Vik (finance minister), person\n  2 statements: 0 confirmed as theirs, 2 suggested",
  );
  expect((await by("join", "Jonas Vik (minister)")).out).toContain("2 statements: 2 confirmed as theirs, 0 suggested");
  expect((await by("split", "Jonas Vik (finance minister)", "--role", "former minister")).out).toContain(
    "set apart by una",
  );
  expect(JSON.parse((await on("speakers", "jonas", "--json")).out).total).toBe(3);
  expect((await by("undo")).code).toBe(0);
  expect(JSON.parse((await on("speakers", "jonas", "--json")).out).total).toBe(2);
  expect((await by("wikidata", "Ana Holt", "Q42")).out).toContain("Ana Holt, person, Wikidata Q42");
  expect((await by("alias", "Ana Holt", "A. Holt")).out).toContain("also A. Holt");
  expect((await on("speakers", "a holt")).out).toContain("Ana Holt");
  expect((await by("undo")).code).toBe(0);
  expect((await by("undo", "--redo")).out).toContain("also A. Holt");
});

it("shows a dossier, with what may contradict as candidates", { timeout: 60_000 }, async () => {
  const { out } = await on("dossier", "Jonas Vik (finance minister)");
  expect(out).toContain("2025-06-11 to 2025-06-11  former minister: 1");
  expect(out).toContain("May contradict each other (candidates");
  expect(out).toContain("{+not+}");
  const json = JSON.parse((await on("dossier", "Jonas", "Vik", "--about", "match", "--json")).out);
  expect([json.total, json.statements]).toEqual([0, []]);
});

it("writes an audit's tables as CSV", async () => {
  const tables = join(folder, "tables");
  expect((await on("audit", "--csv", tables)).out).toContain("10 tables");
  expect(readdirSync(tables)).toContain("never-quoted.csv");
  expect(readFileSync(join(tables, "speakers.csv"), "utf8")).toContain(
    'Jonas Vik,goalkeeper,person,3,0,3,0.75,"speaker:=""Jonas Vik"" naming:named"',
  );
  writeFileSync(join(folder, "file"), "");
  expect(await on("audit", "--csv", join(folder, "file", "x"))).toMatchObject({
    code: 3,
    err: expect.stringContaining("no folder can be made"),
  });
});

it("says in one line what is wrong", { timeout: 60_000 }, async () => {
  for (const [args, words] of [
    [["speakers", "join", "Vik"], "nobody of this name is quoted in the archive; do you mean Jonas Vik"],
    [["speakers", "join"], "speakers join: write it as"],
    [["speakers", "split", "Ana Holt"], "--role goalkeeper"],
    [["speakers", "split", "Ana Holt", "--role", "queen"], "has no office"],
    [["speakers", "split", "Ana Holt", "--role", "minister"], "would leave nobody"],
    [["speakers", "wikidata", "Ana Holt", "42"], "is no Wikidata id"],
    [["speakers", "alias", "Ana Holt"], "speakers alias: write it as"],
    [["speakers", "undo", "--author", "nobody"], "no decision by nobody"],
    [["speakers", "--page", "0"], "--page 0"],
    [["dossier", "Nobody"], "nobody of this name"],
    [["dossier", "Ana Holt", "--since", "friday"], "--since friday: is no date"],
    [["search", "form:=direct"], "= in form:"],
  ] as const) {
    const { code, err } = await on(...args);
    expect([args, code > 0, err.includes(words)]).toEqual([args, true, true]);
  }
});
