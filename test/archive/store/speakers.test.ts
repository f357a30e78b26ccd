import { describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { openArchive } from "../../../src/archive/open.ts";
import { joinOf, splitOf } from "../../../src/archive/speakers/decide.ts";
import type { Speaker } from "../../../src/archive/speakers/profile.ts";
import { keepReading, labelled, makeReading } from "../readings.ts";
import { newArchive, newPlace, STORES, type Store } from "../stores.ts";

async function keep(archive: Archive, doc: string, text: string, published: string, role: string | null = null) {
  const reading = makeReading(doc, text, { outlet: "Harbour Wire", published });
  await keepReading(archive, labelled(reading, { role }));
}
const page = { limit: 10, offset: 0 };
const by = (id: string) => ({ id, author: "una", time: "2025-04-01T10:00:00Z" });

const filled = async (store: Store): Promise<Archive> => fill(await newArchive(store));

async function fill(archive: Archive): Promise<Archive> {
  await keep(
    archive,
    "a",
    "Jonas Vik said the budget is late. Jonas Vik said the pier is shut.",
    "2025-03-01",
    "finance minister",
  );
  await keep(archive, "b", "Jonas Vik said the budget was never late.", "2025-04-01", "former minister");
  await keep(archive, "c", "Jonas Vik said the match is lost.", "2025-04-02", "goalkeeper");
  await keep(archive, "d", "Ana Holt said the pier is open.", "2025-04-03");
  return archive;
}

describe.each(STORES)("speakers: %s", (store) => {
  it("lists speakers, finds them by beginnings of words, and pages", async () => {
    const archive = await filled(store);
    const all = await archive.speakers(page);
    expect(all.items.map((s) => [s.name, s.role, s.statements])).toEqual([
      ["Jonas Vik", "finance minister", 3],
      ["Ana Holt", null, 1],
      ["Jonas Vik", "goalkeeper", 1],
    ]);
    expect(all.total).toBe(3);
    expect((await archive.speakers({ limit: 1, offset: 1 })).items.map((s) => s.name)).toEqual(["Ana Holt"]);
    expect((await archive.speakers({ ...page, like: "vi jon" })).total).toBe(2);
    expect((await archive.speakers({ ...page, like: "ik" })).total).toBe(0);
    expect((await archive.speakers({ ...page, like: "%" })).total).toBe(0);
    await archive.close();
  });

  it("tells one speaker's offices over time, and what they said, the newest first", async () => {
    const archive = await filled(store);
    const [minister, goalkeeper] = await archive.speakersNamed("jonas vik");
    expect(minister?.profiles.map((p) => [p.role, p.first, p.last])).toEqual([
      ["finance minister", "2025-03-01", "2025-03-01"],
      ["former minister", "2025-04-01", "2025-04-01"],
    ]);
    const of = async (speaker: Speaker | undefined, filter = {}) =>
      (await archive.statementsOf(speaker?.profiles ?? [], { ...page, ...filter })).items.map(
        (s) => `${s.doc} ${s.content}`,
      );
    expect(await of(goalkeeper)).toEqual(["c the match is lost"]);
    expect(await of(minister)).toEqual(["b the budget was never late", "a the budget is late", "a the pier is shut"]);
    expect(await of(minister, { about: "late budget", until: "2025-03" })).toEqual(["a the budget is late"]);
    expect(await of(minister, { about: '" OR *' })).toEqual([]);
    expect((await archive.statementsOf(minister?.profiles ?? [], { limit: 1, offset: 0 })).total).toBe(3);
    expect(await archive.speakersNamed("Vik")).toEqual([]);
    await archive.close();
  });

  it("keeps decisions in a log, each once, and they outlive the articles' being read again", async () => {
    const { place, drop } = await newPlace(store);
    let archive = await fill(await openArchive(place));
    const [minister, goalkeeper] = (await archive.speakersNamed("Jonas Vik")) as [Speaker, Speaker];
    const event = joinOf([minister, goalkeeper], by("e1"));
    expect(await archive.decideSpeakers([event])).toEqual({ appended: ["e1"], known: [], refused: [] });
    expect(await archive.decideSpeakers([event])).toEqual({ appended: [], known: ["e1"], refused: [] });
    expect((await archive.decideSpeakers([splitOf(goalkeeper, goalkeeper.profiles, by("e1"))])).refused).toHaveLength(
      1,
    );
    expect((await archive.decideSpeakers([{ v: 1, ...by("e2"), type: "undo", event: "e9" }])).refused).toHaveLength(1);
    await archive.close();
    archive = await openArchive(place);
    await keep(archive, "c", "Jonas Vik said the match is lost. Jonas Vik said he stays.", "2025-04-02", "goalkeeper");
    const [joined, ...others] = await archive.speakersNamed("Jonas Vik");
    expect(others).toEqual([]);
    expect([joined?.statements, joined?.confirmed]).toEqual([5, 5]);
    await archive.decideSpeakers([{ v: 1, ...by("e3"), type: "undo", event: "e1" }]);
    expect(await archive.speakersNamed("Jonas Vik")).toHaveLength(2);
    expect((await archive.speakerDecisions()).map((e) => e.id)).toEqual(["e1", "e3"]);
    await archive.close();
    await drop();
  });
});
