/** The commands over a shared archive: the same answers as over a file, by the real program. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive } from "../../src/archive/open.ts";
import { EXIT } from "../../src/error.ts";
import { newPlace, type Place } from "../archive/stores.ts";
import { PASSWORD } from "../support/postgres.ts";
import { hearsay, type Result } from "./run.ts";
import { keepReading } from "../archive/readings.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/archive", import.meta.url));
let folder = "";
let file = "";
let shared: Place;
const both = (...args: string[]): Promise<[Result, Result]> =>
  Promise.all([hearsay([...args, "--archive", file]), hearsay([...args, "--archive", shared.place])]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-shared-"));
  file = join(folder, "a.hearsay");
  shared = await newPlace("postgres");
  expect((await hearsay(["ingest", EXAMPLES, "--archive", file])).code).toBe(EXIT.ok);
  // The articles as they were read, so that the model need not read them again.
  const [from, to] = [await openArchive(file), await openArchive(shared.place)];
  for await (const reading of from.readings()) await keepReading(to, reading);
  await from.close();
  await to.close();
}, 300_000);
afterAll(async () => {
  await shared.drop();
  rmSync(folder, { recursive: true });
});

describe("the same command says the same of a file and of a database", () => {
  it.each([
    ["search valve", ["search", "valve"]],
    ["search as JSON", ["search", "speaker:Tollick OR naming:anonymous", "--order", "newest", "--json"]],
    ["search a quotation", ["search", "the valve was shut in time", "--quotation"]],
    ["search whole texts", ["search", "harbour -valve", "--in", "text"]],
    ["trace", ["trace", "the valve was shut", "--json"]],
    ["trace --all", ["trace", "--all", "--jsonl"]],
    ["audit", ["audit", "--by", "month"]],
    ["speakers", ["speakers"]],
    ["dossier", ["dossier", "Maren Tollick"]],
    ["show", ["show"]],
    ["show an article", ["show", "harbour-wire-0311"]],
    ["review", ["review", "harbour-wire-0311"]],
    ["export csv", ["export", "csv"]],
    ["a wrong query", ["search", "form:spoken"]],
  ])("%s", { timeout: 60_000 }, async (_, args) => {
    const [a, b] = await both(...args);
    expect(b).toEqual(a);
    expect(b.out + b.err).not.toBe("");
  });

  it("decides, takes back and hands over decisions", { timeout: 60_000 }, async () => {
    const mine = ["--author", "una"];
    for (const args of [
      ["correct", "harbour-wire-0311", "a1", "--accept", ...mine],
      ["undo", ...mine],
      ["correct", "harbour-wire-0311", "a1", "--reject", ...mine],
      ["review", "harbour-wire-0311"],
    ]) {
      const [a, b] = await both(...args);
      expect([b.code, b.out]).toEqual([a.code, a.out]);
    }
    const log = join(folder, "log.jsonl");
    expect((await hearsay(["corrections", "export", "--archive", shared.place, "--output", log])).code).toBe(EXIT.ok);
    const again = await hearsay(["corrections", "import", log, "--archive", shared.place]);
    expect([again.code, again.err]).toEqual([EXIT.ok, expect.not.stringContaining(PASSWORD)]);
  });
});

it("knows an article again, and names the place without its password", { timeout: 60_000 }, async () => {
  const place = await newPlace("postgres");
  const source = join(EXAMPLES, "norravia-today-0313.txt");
  const put = await hearsay(["ingest", source, "--archive", place.place, "--no-wait"]);
  const again = await hearsay(["ingest", source, "--archive", place.place, "--no-wait"]);
  expect([put.code, put.out]).toEqual([EXIT.ok, expect.stringMatching(/^0 new, .*, 0 failed, 1 in the queue\.\n/)]);
  expect([again.code, again.out]).toEqual([
    EXIT.ok,
    expect.stringMatching(
      /^0 new, 0 changed, 1 known already, 0 failed\.\nThe archive postgres:\/\/hearsay@127\.0\.0\.1:\d+\/postgres holds 0 articles/,
    ),
  ]);
  expect(put.out + put.err + again.out + again.err).not.toContain(PASSWORD);
  await place.drop();
});

it("says in one line what is wrong", { timeout: 60_000 }, async () => {
  const none = await newPlace("postgres");
  const url = new URL(none.place);
  url.password = "wrong-word";
  const wrong = url.href;
  for (const [place, message] of [
    [none.place, /there is no archive in this database; make one with: hearsay ingest/],
    [wrong.replaceAll("+", "%20"), /the password for hearsay is wrong/],
    ["postgres://ana:secret@127.0.0.1:1/news", /no server answers there/],
    ["mysql://ana:secret@host/news", /an archive is a file, or a database: postgres:/],
  ] as const) {
    const { code, err } = await hearsay(["search", "valve", "--archive", place]);
    expect([code === EXIT.unreadable || code === EXIT.usage, err]).toEqual([true, expect.stringMatching(message)]);
    expect(err.trim().split("\n")).toHaveLength(1);
    for (const secret of [PASSWORD, "secret", "wrong-word"]) expect(err).not.toContain(secret);
  }
  await none.drop();
});
