import { expect, it } from "vitest";
import { auditSqlite } from "../../../src/archive/sqlite/audit.ts";
import { openSqlite } from "../../../src/archive/sqlite/sqlite.ts";
import { auditView } from "../../../src/views/audit.ts";
import { makeReading } from "../readings.ts";

it("counts what an outlet's articles hold, by period, and nothing of others", async () => {
  const archive = openSqlite(":memory:");
  const articles: [doc: string, outlet: string, published: string, text: string][] = [
    ["a", "Harbour Wire", "2025-03-11T10:00:00+01:00", "Ana Holt said the pier is shut. Ana Holt said it stays so."],
    ["b", "Harbour Wire", "2025-04-02", "Ana Holt said the pier is open. Bo Rask reportedly said it is not."],
    ["c", "Courier", "2025-04-03", "Cy Wend said nothing."],
    ["d", "Harbour Wire", "2025-04-30", "Nobody was asked."],
  ];
  for (const [doc, outlet, published, text] of articles)
    await archive.save({
      reading: makeReading(doc, text, { outlet, published }),
      model: "m",
      origin: doc,
      inputKey: doc,
      at: "2025-05-01T00:00:00Z",
    });
  const filter = { outlet: "harbour wire" };
  const audit = auditView(auditSqlite(archive.db, filter, "month"), filter);
  expect(audit).toMatchObject({ articles: 3, withStatements: 2, statements: 4, singleSource: { articles: ["a"] } });
  expect(audit.framings.map((f) => [f.label, f.statements, f.share])).toEqual([
    ["neutral", 3, 0.75],
    ["hearsay", 1, 0.25],
  ]);
  expect(audit.speakers.map((s) => [s.label, s.statements, s.articles, s.query])).toEqual([
    ["Ana Holt", 3, 2, 'speaker:"Ana Holt" naming:named outlet:"harbour wire"'],
    ["Bo Rask", 1, 1, 'speaker:"Bo Rask" naming:named outlet:"harbour wire"'],
  ]);
  expect(audit.periods.map((p) => [p.period, p.articles, p.statements, p.hearsay, p.singleSource])).toEqual([
    ["2025-03", 1, 2, 0, 1],
    ["2025-04", 2, 2, 1, 0],
  ]);
  const march = auditSqlite(archive.db, { since: "2025-03-11", until: "2025-03-11" }, "year");
  expect([march.articles, march.statements]).toEqual([1, 2]);
  expect(auditSqlite(archive.db, { outlet: "Nobody" }, "year")).toMatchObject({
    articles: 0,
    statements: 0,
    periods: [],
  });
  await archive.close();
});
