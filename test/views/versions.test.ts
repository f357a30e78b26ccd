import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import { eventOf } from "../../src/archive/corrections/decide.ts";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { versionsToTerminal } from "../../src/exports/versions-terminal.ts";
import { versionsView } from "../../src/views/versions.ts";
import { makeReading } from "../archive/readings.ts";
import { hearsay } from "../cli/run.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-versions-"));
const place = join(folder, "a.hearsay");
let archive: Archive;
const save = (text: string, key: string) =>
  archive.save({
    reading: makeReading("pier", text, { url: "https://harbour.example/pier" }),
    model: "m",
    origin: "pier.txt",
    inputKey: key,
    at: "2025-03-12T10:00:00Z",
  });
const decide = async (statement: string, id: string): Promise<void> => {
  const corrected = await archive.corrected("pier");
  if (!corrected) throw new Error("not there");
  const event = eventOf({ type: "accept", statement }, corrected, {
    id,
    author: "una",
    time: "2025-03-12T11:00:00Z",
  });
  expect((await archive.correct([event])).refused).toEqual([]);
};

beforeAll(async () => {
  archive = openSqlite(place);
  await save(
    "The harbour was quiet. Ana Holt said the pier is shut for repairs until May. Olav Brek said the ferry will sail.",
    "k1",
  );
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

it("has nothing to compare in one version", async () => {
  expect(await versionsView(archive, "pier")).toEqual({ doc: "pier", versions: [1], changes: [] });
  expect(await versionsView(archive, "quay")).toBeNull();
  expect(versionsToTerminal({ doc: "pier", versions: [1], changes: [] })).toBe(
    "pier: one version is kept; nothing to compare.\n",
  );
});

it("tells words, statements and decisions that changed, and leaves out what stayed", async () => {
  await decide("a1", "e1");
  await decide("a2", "e2");
  await save(
    "The harbour was quiet. Ana Holt reportedly said the pier is shut for repairs until June. Mara Tamm said nobody was asked.",
    "k2",
  );
  const view = await versionsView(archive, "pier");
  expect(view?.versions).toEqual([1, 2]);
  const [change] = view?.changes ?? [];
  expect(view?.changes).toHaveLength(1);
  expect(change).toMatchObject({
    from: 1,
    to: 2,
    more: 0,
    came: [{ id: "a2", speaker: "Mara Tamm", content: "nobody was asked" }],
    went: [{ id: "a2", speaker: "Olav Brek", content: "the ferry will sail" }],
    changed: [{ id: "a1", earlierId: "a1", speaker: "Ana Holt" }],
    moved: [{ event: "e1", type: "accept", author: "una" }],
    lost: [{ event: "e2" }],
  });
  // The cue and framing that a human accepted stand, whatever the machine reads now.
  expect(change?.changed[0]?.fields).toEqual([
    {
      field: "content",
      from: "the pier is shut for repairs until May",
      to: "the pier is shut for repairs until June",
    },
  ]);
  expect(change?.passages[0]).toMatchObject({ removed: "", added: "reportedly " });
  expect(change?.passages[1]).toMatchObject({ removed: "May", added: "June" });
  expect(change?.passages.map(({ removed }) => removed).join("")).not.toContain("harbour");
});

it("compares each version with the one before, or only the one asked for", async () => {
  await save(
    "The harbour was quiet. Ana Holt reportedly said the pier is shut for repairs until June. Mara Tamm said nobody was asked. It rained.",
    "k3",
  );
  const all = await versionsView(archive, "pier");
  expect(all?.changes.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 3],
  ]);
  expect(await versionsView(archive, "pier", 3)).toEqual({ ...all, changes: all?.changes.slice(1) });
  expect(all?.changes[1]).toMatchObject({ came: [], went: [], changed: [], lost: [] });
  expect(all?.changes[1]?.passages.map(({ added }) => added.trim())).toEqual(["It rained."]);
  expect((await versionsView(archive, "pier", 1))?.changes).toEqual([]);
  expect(await versionsView(archive, "pier", 9)).toBeNull();
});

it("is printed by hearsay show --changes", async () => {
  const on = (...args: string[]) => hearsay(["show", ...args, "--changes", "--archive", place]);
  const { out, code } = await on("pier");
  expect(code).toBe(0);
  expect(out).toContain("Version 1 to 2\n");
  expect(out).toContain("{+reportedly+}");
  expect(out).toContain("[-May-] {+June+}");
  expect(out).toMatch(/Statements that went:\n {2}a2 {3}Olav Brek: the ferry will sail\n/);
  expect(out).toContain("  content: the pier is shut for repairs until May → the pier");
  expect(out).toContain("accept by una, 2025-03-12:");
  expect(JSON.parse((await on("pier", "--json")).out)).toEqual(await versionsView(archive, "pier"));
  expect((await on("quay")).err).toContain("is not in the archive");
  expect((await on()).err).toContain("name the article");
});
