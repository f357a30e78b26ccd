/** Corrections by the real program, on a file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { makeReading } from "../archive/readings.ts";
import {
  articleToCorrect,
  checkCorrected,
  isWriting,
  killWhen,
  startCorrector,
  type State,
  stateOf,
} from "../support/killed.ts";
import { hearsay } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-correct-"));
const place = join(folder, "a.hearsay");
const on = (args: string[], archive = place) => hearsay([...args, "--archive", archive]);
const by = (args: string[]) => on([...args, "--author", "una"]);

async function fill(path: string): Promise<void> {
  const archive = openSqlite(path);
  await archive.save({
    reading: makeReading("pier", "Ana Holt said the pier is shut. The gulls, which nobody asked, “like it”.", {
      url: "https://harbour.example/pier",
    }),
    model: "m",
    origin: "pier.txt",
    inputKey: "k",
    at: "2025-03-12T10:00:00Z",
  });
  await archive.close();
}
beforeAll(() => fill(place));
afterAll(() => rmSync(folder, { recursive: true }));

it("changes a statement, lists it, finds it, and takes it back in another run", async () => {
  expect((await by(["correct", "pier", "a1", "--speaker", "Mara Tamm", "--role", "harbour master"])).out).toContain(
    "a1:",
  );
  expect((await on(["review", "pier"])).out).toContain("a1   [edited by una] Mara Tamm");
  expect((await on(["search", 'speaker:"Mara Tamm"'])).out).toContain("1 statement");
  expect((await by(["undo"])).code).toBe(0);
  expect((await on(["review", "pier"])).out).toContain("a1   [suggested] Ana Holt");
  expect((await by(["undo", "--redo"])).code).toBe(0);
  expect((await on(["review", "pier", "--json"])).out).toContain('"review": "edited"');
});

it("adds what was not seen, by words however their marks are set", async () => {
  const added = await by(["correct", "pier", "--add", "--content", '"like it"', "--source", "The gulls"]);
  expect(added.code).toBe(0);
  expect((await on(["review", "pier"])).out).toMatch(/\[added by una\] The gulls: “like it”/);
});

it("says in one line what is wrong", async () => {
  for (const [args, words] of [
    [["correct", "pier", "a1"], "say --accept"],
    [["correct", "pier", "a1", "--accept", "--reject"], "say --accept"],
    [["correct", "pier", "a77", "--accept"], "no such statement"],
    [["correct", "pier", "a1", "--act", "boast"], "--act boast: write claim"],
    [["correct", "pier", "a1", "--content", "the lighthouse"], "do not stand in the article"],
    [["correct", "pier", "a1", "--when", "friday"], "--when friday: is no date"],
    [["correct", "quay", "a1", "--accept"], "is not in the archive"],
    [["undo", "--author", "nobody"], "no decision by nobody"],
    [["corrections", "burn"], "write export or import"],
  ] as const) {
    const { code, err } = await on([...args]);
    expect([code, err.trim().split("\n").length]).toEqual([expect.any(Number), 1]);
    expect(code).not.toBe(0);
    expect(err).toContain(words);
  }
});

it("takes decisions to another archive, once, and reports bad lines", async () => {
  const [log, other] = [join(folder, "log.jsonl"), join(folder, "other.hearsay")];
  await fill(other);
  expect((await on(["corrections", "export", "--output", log])).code).toBe(0);
  const good = readFileSync(log, "utf8");
  writeFileSync(log, `${good}{"no": "event"}\n`);
  const first = await on(["corrections", "import", log], other);
  expect(first.out).toContain("4 taken over, 0 known already, 0 left out, 1 lines");
  expect(first.err).toContain("Line 5 is no correction");
  writeFileSync(log, good);
  expect((await on(["corrections", "import", log], other)).out).toContain("0 taken over, 4 known already");
  expect((await on(["corrections", "export"], other)).out).toBe(good);
  expect((await on(["review", "pier"], other)).out).toBe((await on(["review", "pier"])).out);
});

describe("processes that correct one article", () => {
  it("keep each decision whole or not at all when they are killed before, within and after one", async () => {
    const own = join(folder, "killed.hearsay");
    await articleToCorrect(own);
    const [count, each] = [40, 5];
    const isAt: [State[], (lines: readonly string[]) => boolean][] = [
      [["before", "within, not yet in the log", "within, in the log"], (lines) => lines.includes("opened")],
      [
        ["within, not yet in the log", "within, in the log", "between"],
        (lines) => lines.includes("done 5") && isWriting(own),
      ],
      [["after"], (lines) => lines.includes(`done ${count - 1}`)],
    ];
    const runs = new Map<string, string[]>();
    for (const [k, [states, isSo]] of isAt.entries()) {
      const author = `author ${k}`;
      const run = startCorrector(own, author, count, each, true);
      expect(await killWhen(run, () => isSo(run.lines))).toBe(true);
      expect(states).toContain(await stateOf(run.lines, author, count, own));
      runs.set(author, run.lines);
      expect(await checkCorrected(own, runs, each)).toEqual([]);
    }
    // What was written before a kill is there: the last one wrote everything.
    expect(runs.get("author 2")?.filter((line) => line.startsWith("done"))).toHaveLength(count);
  });
});
