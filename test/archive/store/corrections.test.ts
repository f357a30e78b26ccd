import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { type Decision, eventOf, undoOf } from "../../../src/archive/corrections/decide.ts";
import type { CorrectionEvent } from "../../../src/archive/corrections/events.ts";
import { openArchive } from "../../../src/archive/open.ts";
import type { Reading } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";
import { newArchive, newPlace, STORES } from "../stores.ts";
import { articleToCorrect, checkCorrected, startCorrector } from "../../support/killed.ts";

let archive: Archive;
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

describe.each(STORES)("corrections in an archive: %s", (store) => {
  beforeEach(async () => {
    archive = await newArchive(store);
    await keep(makeReading("a", "Ana Holt said the pier is shut.", AT));
  });
  afterEach(() => archive.close());

  it("are followed by searches, audits, lists and readings, and can be taken back", async () => {
    await decide("a", { type: "reassign-speaker", statement: "a1", speaker: { entity: "Mara Tamm" } });
    expect([await total('speaker:"Ana Holt"'), await total('speaker:"Mara Tamm"')]).toEqual([0, 1]);
    expect((await archive.reading("a"))?.attributions[0]).toMatchObject({
      entity: "Mara Tamm",
      review: "edited",
      reviewedBy: "una",
    });
    expect((await archive.corrected("a"))?.machine.attributions[0]?.review).toBeUndefined();
    expect([await total("review:confirmed"), await total("review:edited"), await total("review:suggested")]).toEqual([
      1, 1, 0,
    ]);
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
    expect([await total("review:suggested pier"), await total("-review:suggested")]).toEqual([1, 0]);
    expect(await archive.totals()).toMatchObject({ statements: 1, confirmed: 0 });
  });

  it("are followed where several articles are read at once, in the order asked for", async () => {
    await keep(makeReading("b", "Mara Tamm said the quay is open."));
    await decide("a", { type: "reassign-speaker", statement: "a1", speaker: { entity: "Mara Tamm" } });
    const readings = await archive.readingsOf(["b", "nowhere", "a"]);
    const alone = await Promise.all(["b", "a"].map((doc) => archive.reading(doc)));
    const bare = (reading: Reading | null) => reading?.attributions.map(({ why: _, ...rest }) => rest);
    expect(readings.map(bare)).toEqual(alone.map(bare));
    expect(readings.map(({ text, article }) => [text, article])).toEqual(alone.map((r) => [r?.text, r?.article]));
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

/** Each desk is an archive of its own: a database gets as many connections as it has to spare. */
const DESKS = { file: 24, postgres: 8 } as const;

it.each(STORES)("loses nothing of what many people decide at once, whatever the order: %s", async (store) => {
  const many = DESKS[store];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: many - 1 }), { minLength: 24, maxLength: 60 }), async (turns) => {
      const { place, drop } = await newPlace(store);
      const desks: Archive[] = [];
      for (let i = 0; i < many; i++) desks.push(await openArchive(place));
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
      await drop();
    }),
    { numRuns: 5 },
  );
});

it.each(STORES)("loses nothing of what several processes decide at once: %s", async (store) => {
  const { place, drop } = await newPlace(store);
  await articleToCorrect(place);
  const [authors, count] = [["una", "otto", "mara", "ivo", "bea"], 20];
  const crowd = new Map(authors.map((author) => [author, startCorrector(place, author, count)]));
  const killed = await Promise.all([...crowd.values()].map(({ ended }) => ended));
  expect(killed).toEqual(authors.map(() => false));
  const runs = new Map([...crowd].map(([author, { lines }]) => [author, lines]));
  for (const lines of runs.values()) expect(lines).toContain(`done ${count - 1}`);
  expect(await checkCorrected(place, runs)).toEqual([]);
  await drop();
});
