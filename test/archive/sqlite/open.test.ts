import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../../src/archive/sqlite/migrations.ts";
import { migrate, openDatabase } from "../../../src/archive/sqlite/open.ts";
import { openSqlite } from "../../../src/archive/sqlite/sqlite.ts";
import { packReading } from "../../../src/archive/save/pack.ts";
import { makeReading } from "../readings.ts";

describe("the file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hearsay-archive-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);

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

it("opens an archive of the first version and keeps what it held", () => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-corrections-"));
  const path = join(folder, "old.hearsay");
  const old = new Database(path);
  migrate(old, path, MIGRATIONS.slice(0, 1));
  const reading = makeReading("a", "Ana Holt said the pier is shut.");
  const id = old
    .prepare(
      "INSERT INTO articles(doc, text, reading, model, content_key, kept_at) VALUES('a', ?, ?, 'm', 'k', '2025')",
    )
    .run(reading.text, packReading(reading)).lastInsertRowid;
  old
    .prepare(
      `INSERT INTO statements(article, n, start, end, kind, naming, form, act, negated, framing, confidence, content)
       VALUES(?, 'a1', 0, 1, 'person', 'named', 'indirect', 'claim', 0, 'neutral', 0.5, 'the pier is shut')`,
    )
    .run(id);
  old.close();
  const db = openDatabase(path, { create: false });
  expect(db.prepare("SELECT doc, review, reviewed_by FROM statements_current").all()).toEqual([
    { doc: "a", review: "suggested", reviewed_by: null },
  ]);
  db.close();
  rmSync(folder, { recursive: true });
});

it("brings an archive of the version before up to date, its names with it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-speakers-"));
  const path = join(folder, "old.hearsay");
  const old = new Database(path);
  migrate(old, path, MIGRATIONS.slice(0, 2));
  old.exec(`INSERT INTO articles(id, doc, text, reading, model, content_key, kept_at) VALUES(1, 'x', '', x'', 'm', 'k', '2025-01-01');
    INSERT INTO statements(article, n, start, end, speaker, kind, naming, form, act, negated, framing, confidence, content)
    VALUES(1, 'a1', 0, 1, 'Élin Vang', 'person', 'named', 'direct', 'claim', 0, 'neutral', 1, 'so')`);
  old.close();
  const archive = openSqlite(path);
  expect((await archive.speakersNamed("elin vang")).map((s) => s.statements)).toEqual([1]);
  await archive.close();
  rmSync(folder, { recursive: true });
});

it.each(MIGRATIONS.map((_, i) => i))("brings an archive of version %i up to date, and works", async (from) => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-steps-"));
  const path = join(folder, "old.hearsay");
  const old = new Database(path);
  migrate(old, path, MIGRATIONS.slice(0, from));
  old.close();
  const archive = openSqlite(path);
  expect(archive.db.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
  const reading = makeReading("a", "Ana Holt said the pier is shut.", { outlet: "Harbour Wire" });
  await archive.save({ reading, model: "m", origin: "o", inputKey: "k", at: "2025-05-01T00:00:00Z" });
  expect((await archive.search("pier outlet:wire")).total).toBe(1);
  expect((await archive.outlets({ limit: 1, offset: 0 })).total).toBe(1);
  expect(await archive.outletDecisions()).toEqual([]);
  await archive.close();
  rmSync(folder, { recursive: true });
});
