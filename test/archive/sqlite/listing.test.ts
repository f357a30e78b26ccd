import { afterEach, beforeEach, expect, it } from "vitest";
import { outletRows } from "../../../src/archive/outlets/archive.ts";
import { openSqlite, type SqliteArchive } from "../../../src/archive/sqlite/sqlite.ts";
import { headIn, IN_ORDER, totalsIn } from "../../../src/archive/sql/articles.ts";
import { makeReading } from "../readings.ts";

let archive: SqliteArchive;
beforeEach(() => {
  archive = openSqlite(":memory:");
});
afterEach(() => archive.close());

const planOf = (sql: string): string =>
  (archive.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
    .map(({ detail }) => detail)
    .join("\n");

it("lists and totals look at indexes, not at texts", () => {
  const list = planOf(
    `SELECT ${headIn("statement_rows")} FROM articles a WHERE a.current = 1 AND (NULL IS NULL OR a.outlet = NULL) ORDER BY ${IN_ORDER} LIMIT 50`,
  );
  expect(list).toMatch(/SCAN a USING INDEX articles_listed/);
  expect(list).toMatch(/SEARCH s USING COVERING INDEX statements_reviewed/);
  expect(list).not.toMatch(/TEMP B-TREE/);
  for (const line of planOf(totalsIn("statement_rows"))
    .split("\n")
    .filter((detail) => /SCAN (?:articles|statement_rows)/.test(detail)))
    expect(line).toMatch(/COVERING INDEX/);
  expect(planOf(outletRows("instr"))).toMatch(/SCAN a USING COVERING INDEX articles_facts/);
});

it("lists in order of publication, the undated last, and counts", async () => {
  for (const [i, published] of [null, "2024-03", "2023", "2024-03-01"].entries())
    await archive.save({
      reading: makeReading(`d${i}`, `Ana Holt said pier ${i} is shut.`, {
        published,
        outlet: i < 2 ? "Quay Post" : "Wire",
      }),
      model: "m",
      origin: "o",
      inputKey: String(i),
      at: "2025-01-01T00:00:00Z",
    });
  const docs = async (limit: number, offset: number, outlet?: string) =>
    (await archive.articles({ limit, offset, ...(outlet ? { outlet } : {}) })).map((head) => head.doc);
  expect(await docs(10, 0)).toEqual(["d2", "d1", "d3", "d0"]);
  expect(await docs(2, 1)).toEqual(["d1", "d3"]);
  expect(await docs(10, 0, "Quay Post")).toEqual(["d1", "d0"]);
  expect(await archive.totals()).toMatchObject({ articles: 4, earlier: 0, statements: 4, confirmed: 0, outlets: 2 });
});
