import { describe, expect, it } from "vitest";
import type { Corrected } from "../../../src/archive/corrections/apply.ts";
import { eventOf } from "../../../src/archive/corrections/decide.ts";
import { auditToCsv } from "../../../src/exports/audit-csv.ts";
import { auditView } from "../../../src/views/audit.ts";
import { openNumbers } from "../numbers.ts";
import { keepReading, labelled, makeReading } from "../readings.ts";
import { newArchive, STORES } from "../stores.ts";

describe.each(STORES)("an audit: %s", (store) => {
  it("counts what an outlet's articles hold, by period, and nothing of others", async () => {
    const archive = await newArchive(store);
    const articles: [doc: string, outlet: string, published: string, text: string][] = [
      ["a", "Harbour Wire", "2025-03-11T10:00:00+01:00", "Ana Holt said the pier is shut. Ana Holt said it stays so."],
      ["b", "Harbour Wire", "2025-04-02", "Ana Holt said the pier is open. Bo Rask reportedly said it is not."],
      ["c", "Courier", "2025-04-03", "Cy Wend said nothing."],
      ["d", "Harbour Wire", "2025-04-30", "Nobody was asked."],
    ];
    for (const [doc, outlet, published, text] of articles)
      await keepReading(archive, makeReading(doc, text, { outlet, published }));
    const filter = { outlet: "harbour wire" };
    const audit = auditView(await archive.audit(filter, "month"), filter);
    expect(audit).toMatchObject({ articles: 3, withStatements: 2, statements: 4, singleSource: { articles: ["a"] } });
    expect(audit.framings.map((f) => [f.label, f.statements, f.share])).toEqual([
      ["neutral", 3, 0.75],
      ["hearsay", 1, 0.25],
    ]);
    expect(audit.speakers.map((s) => [s.label, s.statements, s.articles, s.query])).toEqual([
      ["Ana Holt", 3, 2, 'speaker:="Ana Holt" naming:named outlet:="harbour wire"'],
      ["Bo Rask", 1, 1, 'speaker:="Bo Rask" naming:named outlet:="harbour wire"'],
    ]);
    expect(audit.periods.map((p) => [p.period, p.articles, p.statements, p.hearsay, p.singleSource])).toEqual([
      ["2025-03", 1, 2, 0, 1],
      ["2025-04", 2, 2, 1, 0],
    ]);
    const march = await archive.audit({ since: "2025-03-11", until: "2025-03-11" }, "year");
    expect([march.articles, march.statements]).toEqual([1, 2]);
    expect(await archive.audit({ outlet: "Nobody" }, "year")).toMatchObject({
      articles: 0,
      statements: 0,
      periods: [],
    });
    await archive.close();
  });

  it("opens each number with a search that finds just what was counted, longer names and other outlets aside", async () => {
    const archive = await newArchive(store);
    const articles: [doc: string, outlet: string, published: string | undefined, text: string][] = [
      ["a", "Harbour Wire", "2025-03-11", "Ana Holt said the pier is shut. Ana Holt reportedly said it stays so."],
      ["b", "Harbour Wire Weekend", "2025-04-02", "Ana Holt said the pier is open."],
      [
        "c",
        "Harbour Wire",
        undefined,
        "Mayor Bo Rask was not asked. Rask left. The Harbour Pilots Union was not, either. Cy Wend said so.",
      ],
    ];
    for (const [doc, outlet, published, text] of articles) {
      const reading = makeReading(doc, text, { outlet, ...(published ? { published } : {}) });
      // A longer name with the other one in it, as "Ana Holt Jr" would be.
      const attributions = reading.attributions.map((a) => (doc === "b" ? { ...a, entity: "Ana Holt “Jr”" } : a));
      await keepReading(archive, { ...reading, attributions });
    }
    const corrected = (await archive.corrected("a")) as Corrected;
    const event = eventOf({ type: "accept", statement: "a1" }, corrected, {
      id: "e",
      author: "una",
      time: "2025-05-01T00:00:00Z",
    });
    await archive.correct([event]);
    for (const filter of [{}, { outlet: "harbour wire" }, { byline: "Nobody" }, { since: "2025-04", until: "2025" }])
      await openNumbers(archive, filter);
    const audit = auditView(await archive.audit({}, "month"), {});
    expect(audit.speakers.map((s) => [s.label, s.statements, s.confirmed])).toEqual([
      ["Ana Holt", 2, 1],
      ["Ana Holt “Jr”", 1, 0],
      ["Cy Wend", 1, 0],
    ]);
    expect([audit.statements, audit.confirmed, audit.periods.map((p) => p.confirmed)]).toEqual([4, 1, [1, 0, 0]]);
    expect(audit.neverQuoted.map((n) => [n.name, n.kind, n.articles])).toEqual([
      ["Bo Rask", "person", 1],
      ["Harbour Pilots Union", "organisation", 1],
    ]);
    expect(audit.namesKnown).toBe(3);
    await archive.close();
  });

  it("writes every table as CSV that no spreadsheet runs", async () => {
    const archive = await newArchive(store);
    const reading = makeReading("a", "Ana Holt said the pier is shut.", { outlet: "=cmd()", published: "2025-03-11" });
    await keepReading(archive, labelled(reading, { entity: "=Ana, Holt" }));
    const filter = { outlet: "=cmd()" };
    const files = auditToCsv(auditView(await archive.audit(filter, "month"), filter));
    expect(files["speakers.csv"]?.split("\r\n")[1]).toMatch(/^"'=Ana, Holt",,person,1,0,1,1,/);
    expect(files["summary.csv"]?.split("\r\n")[1]).toMatch(/^'=cmd\(\),1,1,1,0,/);
    for (const text of Object.values(files)) expect(text).not.toMatch(/(?:^|[\n,]"?)[=+@-]/);
    await archive.close();
  });
});
