import { deflateSync } from "node:zlib";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../../../src/archive/sqlite/migrations.ts";
import { migrate } from "../../../src/archive/sqlite/open.ts";
import { REPACKED } from "../../../src/archive/sqlite/repack.ts";
import { unpackReading } from "../../../src/archive/save/pack.ts";
import { openSqlite } from "../../../src/archive/sqlite/sqlite.ts";
import { STATEMENT_COLUMNS, statementRows } from "../../../src/archive/statement-row.ts";
import type { Reading } from "../../../src/document.ts";
import { labelled, makeReading } from "../readings.ts";

/** Statements whose words are not all one stretch of the text as a file counts it. */
function reading(): Reading {
  const plain = makeReading(
    "a",
    "Ana Holt said the pier is shut. Bo Lind said\nthe ferry runs. “It 🚢 sails,” Cy Dahl said, “at noon.”",
  );
  const [first] = plain.attributions;
  if (!first) throw new Error("the reading has no statement");
  const at = (words: string): [number, number] => {
    const start = plain.text.indexOf(words);
    return [start, start + words.length];
  };
  const base = { ...first, role: null, channel: [], within: null, when: null, entity: null };
  return {
    ...plain,
    attributions: [
      {
        ...base,
        id: "a1",
        source: [at("Ana Holt")],
        cue: [at("said")],
        content: [at("the pier is shut")],
        entity: "Ana Holt",
        role: "mayor",
        confidence: 0.123,
      },
      {
        ...base,
        id: "a2",
        source: [at("Bo Lind")],
        cue: [at("said\n")],
        content: [at("said\nthe ferry runs")],
        kind: "document",
        within: "a1",
      },
      {
        ...base,
        id: "a03",
        source: [at("Cy Dahl"), at("Ana Holt")],
        cue: [],
        content: [at("It 🚢 sails"), at("at noon")],
        negated: true,
      },
      {
        ...base,
        id: "b-77",
        source: [],
        cue: [at("said,")],
        content: [at("at noon")],
        within: "a03",
        review: "added",
        reviewedBy: "ada",
      },
      { ...base, id: "a99999999999999999999", source: [at("Cy Dahl")], cue: [], content: [at("noon")], confidence: 1 },
    ],
  };
}

const SELECT = `SELECT ${STATEMENT_COLUMNS.join(", ")} FROM statements ORDER BY id`;

it("shows statements as they were written, whatever their words and ids are", async () => {
  const archive = openSqlite(":memory:");
  await archive.save({ reading: reading(), model: "m", origin: "o", inputKey: "k", at: "2025-01-01T00:00:00Z" });
  expect(archive.db.prepare(SELECT).all()).toEqual(statementRows(reading()));
  const kept = archive.db.prepare("SELECT n, more FROM statement_rows ORDER BY id").all() as {
    n: unknown;
    more: string;
  }[];
  expect(kept.map(({ n, more }) => [n, JSON.parse(more)])).toEqual([
    [1, null],
    [2, { content: "said the ferry runs", via: "Ana Holt", within: 1 }],
    ["a03", { content: "It 🚢 sails … at noon", source: "Cy Dahl … Ana Holt" }],
    ["b-77", { content: "at noon", via: "Cy Dahl … Ana Holt", within: "a03" }],
    ["a99999999999999999999", { content: "noon" }],
  ]);
  await archive.close();
});

it("takes them over from the version that held every word of them", () => {
  const db = new Database(":memory:");
  const before = MIGRATIONS.findIndex((step) => step.includes("CREATE TABLE statement_rows"));
  migrate(db, "a", MIGRATIONS.slice(0, before));
  const { text } = reading();
  db.prepare(
    "INSERT INTO articles(id, doc, text, reading, model, content_key, kept_at) VALUES(5, 'a', ?, x'', 'm', 'k', '2025')",
  ).run(text);
  const insert = db.prepare(
    `INSERT INTO statements(article, ${STATEMENT_COLUMNS.join(", ")}) VALUES(5, ${STATEMENT_COLUMNS.map((c) => `@${c}`).join(", ")})`,
  );
  for (const row of statementRows(reading())) insert.run(row);
  db.exec("DELETE FROM statements WHERE n = 'a2'; INSERT INTO named VALUES(5, 'ana holt', 'Ana Holt', 'person')");
  const columns = (view: string) => db.prepare(`SELECT name FROM pragma_table_info('${view}')`).pluck().all();
  const tables = () =>
    [
      "SELECT * FROM statements_current ORDER BY id",
      "SELECT article, key, name, kind FROM named",
      "SELECT rowid FROM search_words WHERE search_words MATCH 'noon'",
      SELECT,
    ].map((sql) => db.prepare(sql).all());
  const [was, names] = [tables(), columns("statements_current")];
  migrate(db, "a");
  expect(tables()).toEqual(was);
  expect(columns("statements_current")).toEqual(names);
  db.close();
});

it("packs the readings of an earlier version anew, with confidences as they are kept now, and leaves what it cannot read", () => {
  const db = new Database(":memory:");
  migrate(db, "a", MIGRATIONS.slice(0, MIGRATIONS.indexOf(REPACKED)));
  const insert = db.prepare(
    "INSERT INTO articles(doc, text, reading, model, content_key, kept_at) VALUES(?, ?, ?, 'm', 'k', '2025')",
  );
  const whole = makeReading("a", "Ana Holt said the pier is shut.");
  const { text, ...rest } = labelled(whole, { confidence: 0.123456 });
  insert.run("a", text, deflateSync(JSON.stringify(rest)));
  insert.run("b", "torn", Buffer.from("torn"));
  migrate(db, "a");
  const [a, b] = db.prepare("SELECT reading FROM articles ORDER BY id").pluck().all() as Buffer[];
  expect(unpackReading(a as Buffer, text)).toEqual(labelled(whole, { confidence: 0.123 }));
  expect(String(b)).toBe("torn");
  db.close();
});

it("gives the room back that a step left empty", () => {
  const db = new Database(":memory:");
  migrate(db, "a", ["CREATE TABLE one(x)"]);
  db.exec("INSERT INTO one SELECT randomblob(100000) FROM json_each('[1,2,3,4,5,6,7,8]')");
  migrate(db, "a", ["CREATE TABLE one(x)", "DROP TABLE one"]);
  expect(db.pragma("page_count", { simple: true })).toBeLessThan(5);
  db.close();
});
