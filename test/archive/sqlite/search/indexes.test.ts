import { expect, it } from "vitest";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { exampleStore, rewrite } from "./store.ts";

it("a statement that is changed is found as it is now", () => {
  const db = exampleStore();
  rewrite(db, 1, { speaker: "Nobody Known", framing: "hearsay", negated: 1 });
  expect(searchSqlite(db, "missiles speaker:shoigu").total).toBe(0);
  expect(searchSqlite(db, "missiles speaker:known framing:hearsay negated:yes").total).toBe(1);
});

it("so is one whose row alone is changed", () => {
  const db = exampleStore();
  db.exec(
    `UPDATE statement_rows SET profile = 1, labels = 1, more = '{"content":"tugs"}', review = 'accepted' WHERE id = 2`,
  );
  expect(searchSqlite(db, "ammunition").total).toBe(0);
  expect(searchSqlite(db, "tugs speaker:shoigu form:direct framing:neutral review:accepted").total).toBe(1);
  expect(searchSqlite(db, "tugs speaker:shoigu since:2023").facets.speaker[0]?.value).toBe("Sergei Shoigu");
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
  rewrite(db, 3, { content: "replaced words" });
  expect(searchSqlite(db, "replaced").total).toBe(1);
  expect(searchSqlite(db, "sold").total).toBe(0);
});
