import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Decision, eventOf, undoOf } from "../../../src/archive/corrections/decide.ts";
import type { CorrectionEvent } from "../../../src/archive/corrections/events.ts";
import { MIGRATIONS } from "../../../src/archive/sqlite/migrations.ts";
import { migrate, openDatabase } from "../../../src/archive/sqlite/open.ts";
import { packReading } from "../../../src/archive/sqlite/pack.ts";
import { openSqlite, type SqliteArchive } from "../../../src/archive/sqlite/sqlite.ts";
import type { Reading } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";

let archive: SqliteArchive;
beforeEach(() => {
  archive = openSqlite(":memory:");
});
afterEach(() => archive.close());

const AT = { url: "https://harbour.example/leak", outlet: "Harbour Wire" };
const keep = (reading: Reading, model = "m 1") =>
  archive.save({
    reading,
    model,
    origin: reading.doc,
    inputKey: `${reading.doc} ${model} ${reading.text}`,
    at: "2025-03-12T10:00:00Z",
  });

let serial = 0;
const head = (author = "una") => ({ id: `e${serial++}`, author, time: "2025-03-12T10:00:00Z" });
async function decide(doc: string, decision: Decision, author?: string): Promise<CorrectionEvent> {
  const corrected = await archive.corrected(doc);
  if (!corrected) throw new Error(`no ${doc}`);
  const event = eventOf(decision, corrected, head(author));
  expect((await archive.correct([event])).appended).toEqual([event.id]);
  return event;
}
const total = async (query: string): Promise<number> => (await archive.search(query)).total;

describe("corrections in an archive", () => {
  beforeEach(() => keep(makeReading("a", "Ana Holt said the pier is shut.", AT)));

  it("are followed by searches, audits, lists and readings, and can be taken back", async () => {
    await decide("a", { type: "reassign-speaker", statement: "a1", speaker: { entity: "Mara Tamm" } });
    expect([await total('speaker:"Ana Holt"'), await total('speaker:"Mara Tamm"')]).toEqual([0, 1]);
    expect((await archive.reading("a"))?.attributions[0]).toMatchObject({
      entity: "Mara Tamm",
      review: "edited",
      reviewedBy: "una",
    });
    expect((await archive.corrected("a"))?.machine.attributions[0]?.review).toBeUndefined();
    await decide("a", { type: "reject", statement: "a1" });
    expect(await total("pier")).toBe(0);
    expect((await archive.audit({}, "month")).statements).toBe(0);
    expect((await archive.articles())[0]).toMatchObject({ statements: 0, review: { rejected: 1, edited: 0 } });
    for (const state of ["edited", undefined]) {
      const undo = undoOf(await archive.corrections(), { author: "una" }, head());
      await archive.correct([undo as CorrectionEvent]);
      expect((await archive.reading("a"))?.attributions[0]?.review ?? "suggested").toBe(state ?? "suggested");
    }
    expect(undoOf(await archive.corrections(), { author: "una" }, head())).toBeNull();
    expect(await total('speaker:"Ana Holt"')).toBe(1);
    expect(await archive.totals()).toMatchObject({ statements: 1, confirmed: 0 });
  });

  it("outlive a new reading and a new version of the article", async () => {
    await decide("a", { type: "reassign-speaker", statement: "a1", speaker: { entity: "Mara Tamm" } });
    await keep(makeReading("a", "Ana Holt said the pier is shut.", AT), "m 2");
    expect(await total('speaker:"Mara Tamm"')).toBe(1);
    await keep(makeReading("a", "Update at noon.\n\nAna Holt said the pier is shut.", AT));
    expect((await archive.versions("a")).length).toBe(2);
    expect(await total('speaker:"Mara Tamm"')).toBe(1);
    await keep(makeReading("a", "Nothing of the old text is left here, Otto Brandt said so.", AT));
    expect(await total('speaker:"Mara Tamm"')).toBe(0);
    expect((await archive.corrected("a"))?.lost).toHaveLength(1);
  });

  it("are kept once, and refused where they have no article or another one's address", async () => {
    const event = await decide("a", { type: "accept", statement: "a1" });
    expect(await archive.correct([event])).toEqual({ appended: [], known: [event.id], refused: [] });
    const other = { ...event, id: "x1", doc: "nowhere", url: "https://elsewhere.example/" };
    const taken = { ...event, author: "otto" };
    const foreign = { ...event, id: "x2", url: "https://elsewhere.example/" };
    expect((await archive.correct([other, taken, foreign])).refused.map((r) => r.id)).toEqual(["x1", event.id, "x2"]);
    const moved = { ...event, id: "x3", doc: "its-name-there" };
    expect((await archive.correct([moved])).appended).toEqual(["x3"]);
    expect((await archive.corrections({ doc: "a" })).map((e) => e.id)).toEqual([event.id, "x3"]);
  });
});

it("loses nothing of what 24 people decide at once, whatever the order", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-corrections-"));
  let n = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 23 }), { minLength: 24, maxLength: 60 }), async (turns) => {
        const path = join(folder, `${n++}.hearsay`);
        const desks = Array.from({ length: 24 }, () => openSqlite(path));
        const save = { model: "m", origin: "o", inputKey: "k", at: "2025-03-12T10:00:00Z" };
        await desks[0]?.save({ ...save, reading: makeReading("a", "Ana Holt said the pier is shut.", AT) });
        const corrected = await desks[0]?.corrected("a");
        if (!corrected) throw new Error("not kept");
        const events = turns.map((who) =>
          eventOf({ type: who % 2 ? "accept" : "reject", statement: "a1" }, corrected, head(`author ${who}`)),
        );
        await Promise.all(events.map((event, i) => desks[turns[i] ?? 0]?.correct([event])));
        const log = await desks[1]?.corrections();
        expect(new Set(log?.map((e) => e.id))).toEqual(new Set(events.map((e) => e.id)));
        const last = log?.at(-1)?.type === "reject" ? 0 : 1;
        expect((await desks[2]?.totals())?.statements).toBe(last);
        for (const desk of desks) await desk.close();
      }),
      { numRuns: 5 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
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
