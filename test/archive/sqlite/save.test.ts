import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive, SaveResult } from "../../../src/archive/archive.ts";
import { searchSqlite } from "../../../src/archive/query/search.ts";
import { migrate, openDatabase } from "../../../src/archive/sqlite/open.ts";
import { openSqlite, type SqliteArchive } from "../../../src/archive/sqlite/sqlite.ts";
import type { Reading } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";

let archive: SqliteArchive;
beforeEach(() => {
  archive = openSqlite(":memory:");
});
afterEach(() => archive.close());

let serial = 0;
const keep = (reading: Reading, more: { origin?: string; model?: string; to?: Archive } = {}): Promise<SaveResult> =>
  (more.to ?? archive).save({
    reading,
    model: more.model ?? "m 1",
    origin: more.origin ?? "folder/file",
    inputKey: `key-${serial++}`,
    at: "2025-03-12T10:00:00Z",
  });
const found = (query: string): number => searchSqlite(archive.db, query).total;
const AT = { url: "https://harbour.example/leak", outlet: "Harbour Wire" };

describe("keeping an article", () => {
  it("gives back what it was given, whatever the text holds", async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (noise) => {
        const doc = `article-${n++}`;
        const reading = makeReading(doc, `${doc} ${noise} 🦜 Ana Holt said the pier is shut. ${noise}\0`);
        await keep(reading, { origin: doc });
        expect(await archive.reading(doc)).toEqual(reading);
      }),
      { numRuns: 50 },
    );
  });

  it("knows the same article by its address and words", async () => {
    await keep(makeReading("a", "Ana Holt said the pier is shut.", AT));
    const again = await keep(
      makeReading("b", "Ana Holt said the pier is shut.", { ...AT, url: `${AT.url}?utm_source=feed` }),
    );
    expect(again).toEqual({ kept: "same", doc: "a" });
    expect(await archive.totals()).toMatchObject({ articles: 1, statements: 1 });
  });

  it("keeps a changed article as a version, and both can be read", async () => {
    await keep(makeReading("a", "Ana Holt said the pier is shut.", AT));
    expect(await keep(makeReading("a", "Ana Holt said the quay is open.", AT))).toEqual({ kept: "version", doc: "a" });
    expect((await archive.versions("a")).map((v) => v.version)).toEqual([1, 2]);
    expect((await archive.reading("a", 1))?.text).toContain("pier");
    expect((await archive.reading("a"))?.text).toContain("quay");
    expect([found("pier"), found("quay")]).toEqual([0, 1]);
  });

  it("takes a file that changed for a version when it has no address", async () => {
    await keep(makeReading("a", "Ana Holt said the pier is shut."), { origin: "x/a.txt" });
    expect(await keep(makeReading("a", "Ana Holt said the quay is open."), { origin: "x/a.txt" })).toMatchObject({
      kept: "version",
    });
    expect(await keep(makeReading("a", "Ana Holt said nothing new at all."), { origin: "y/a.txt" })).toEqual({
      kept: "new",
      doc: "a-2",
    });
  });

  it("takes a wire report in two outlets for two articles, and for copies of each other", async () => {
    const text = Array.from(
      { length: 12 },
      (_, i) => `Ana Holt said pier ${i} would stay shut for ${i + 2} weeks.`,
    ).join(" ");
    await keep(makeReading("a", text, AT));
    await keep(makeReading("b", text, { url: "https://courier.example/leak", outlet: "Courier" }));
    await keep(makeReading("c", "Ana Holt said the pier is shut.", { outlet: "Echo" }));
    expect((await archive.articles()).map((a) => [a.doc, a.copies])).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 1],
    ]);
  });

  it("puts a reading by a new model in the place of the old one", async () => {
    await keep(makeReading("a", "Ana Holt said the pier is shut.", AT));
    expect(await keep(makeReading("a", "Ana Holt said the pier is shut.", AT), { model: "m 2" })).toMatchObject({
      kept: "same",
    });
    expect(await archive.totals()).toMatchObject({ articles: 1, earlier: 0, statements: 1 });
    expect(found("pier")).toBe(1);
  });

  it("forgets a failure when the item is read after all", async () => {
    await archive.fail({ origin: "f", name: "a", reason: "a: is empty", at: "2025-03-12T10:00:00Z" });
    expect(await archive.failures()).toMatchObject([{ name: "a", reason: "a: is empty" }]);
    await keep(makeReading("a", "Ana Holt said the pier is shut."), { origin: "f" });
    expect(await archive.failures()).toEqual([]);
  });
});

describe("the file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hearsay-archive-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);

  it("keeps what it holds when it is opened again", async () => {
    const first = openSqlite(path("deep/er/a.hearsay"));
    await keep(makeReading("a", "Ana Holt said the pier is shut."), { to: first });
    await first.close();
    const second = openSqlite(path("deep/er/a.hearsay"), { create: false });
    expect(await second.totals()).toMatchObject({ articles: 1, statements: 1 });
    await second.close();
  });

  it.each([
    ["none.hearsay", (): void => undefined, /there is no archive here; make one with/],
    ["notes.txt", (p: string): void => writeFileSync(p, "notes ".repeat(500)), /is no Hearsay archive/],
    [
      "other.db",
      (p: string): void => {
        new Database(p).exec("CREATE TABLE t(x)").close();
      },
      /is a database of something else/,
    ],
    [
      "later.hearsay",
      (p: string): void => {
        const db = new Database(p);
        db.pragma("user_version = 9999");
        db.close();
      },
      /was made by a later version/,
    ],
  ] as const)("refuses %s in one line", (name, make, message) => {
    make(path(name));
    expect(() => openDatabase(path(name), { create: false })).toThrow(message);
  });

  it("does each step of the schema whole or not at all", () => {
    const db = new Database(path("a.hearsay"));
    expect(() => migrate(db, "a", ["CREATE TABLE one(x)", "CREATE TABLE two(x); CREATE TABLE broken("])).toThrow();
    expect(db.pragma("user_version", { simple: true })).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_master").pluck().all()).toEqual(["one"]);
    migrate(db, "a", ["CREATE TABLE one(x)", "CREATE TABLE two(x)"]);
    expect(db.prepare("SELECT name FROM sqlite_master").pluck().all()).toEqual(["one", "two"]);
    db.close();
  });
});
