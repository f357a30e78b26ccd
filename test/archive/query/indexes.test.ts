import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { ensureSearchIndexes } from "../../../src/archive/query/indexes.ts";
import { searchSqlite } from "../../../src/archive/query/search.ts";
import { addArticle, exampleStore, SCHEMA } from "./store.ts";

it("a statement that is changed is found as it is now", () => {
  const db = exampleStore();
  db.exec("UPDATE statements SET speaker = 'Nobody Known', framing = 'hearsay', negated = 1 WHERE id = 1");
  expect(searchSqlite(db, "missiles speaker:shoigu").total).toBe(0);
  expect(searchSqlite(db, "missiles speaker:known framing:hearsay negated:yes").total).toBe(1);
});

it("an article that is changed changes its statements", () => {
  const db = exampleStore();
  db.exec("UPDATE articles SET outlet = 'Other Paper', published = '2021-02' WHERE id = 1");
  expect(searchSqlite(db, "outlet:courier").total).toBe(0);
  expect(searchSqlite(db, "outlet:other since:2021-02 until:2021-02").total).toBe(2);
  db.exec("UPDATE articles SET published = NULL WHERE id = 1");
  expect(searchSqlite(db, "outlet:other since:1900").total).toBe(0);
});

it("what is deleted is not found, and its rows can be used again", () => {
  const db = exampleStore();
  db.pragma("foreign_keys = ON");
  db.exec("DELETE FROM articles WHERE id = 1");
  expect(searchSqlite(db, "missiles").total).toBe(0);
  expect(searchSqlite(db, "").total).toBe(3);
  db.exec("INSERT OR REPLACE INTO statements(id, article, n, content) VALUES (3, 2, 'a1', 'replaced words')");
  expect(searchSqlite(db, "replaced").total).toBe(1);
  expect(searchSqlite(db, "sold").total).toBe(0);
});

it("a store that was filled before is indexed, once", () => {
  const db = new Sqlite(":memory:");
  db.exec(SCHEMA);
  addArticle(db, { statements: [{ content: "early words" }] });
  ensureSearchIndexes(db);
  ensureSearchIndexes(db);
  expect(searchSqlite(db, "early").total).toBe(1);
});
