import { describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { joinOf } from "../../../src/archive/speakers/decide.ts";
import type { Speaker } from "../../../src/archive/speakers/profile.ts";
import { dossierToTerminal } from "../../../src/exports/dossier-terminal.ts";
import { type Dossier, dossierOf } from "../../../src/views/dossier.ts";
import { speakerBy } from "../../../src/views/speakers.ts";
import { keepReading, labelled, makeReading } from "../readings.ts";
import { newArchive, STORES, type Store } from "../stores.ts";

let n = 0;
async function keep(archive: Archive, outlet: string, published: string, text: string, role: string | null = null) {
  const doc = `${outlet.toLowerCase()}-${++n}`;
  const reading = makeReading(doc, text, { outlet, published });
  await keepReading(archive, labelled(reading, { role }));
}

async function filled(store: Store): Promise<Archive> {
  const archive = await newArchive(store);
  const say = (words: string) => `Ana Holt said ${words}.`;
  await keep(archive, "Wire", "2025-03-01", say("the Skarn pier will open to fishing boats in the spring"), "mayor");
  await keep(archive, "Courier", "2025-03-02", say("the Skarn pier will open to fishing boats in the spring"), "mayor");
  await keep(
    archive,
    "Wire",
    "2025-06-01",
    say("the Skarn pier will not open to fishing boats in the spring"),
    "former mayor",
  );
  await keep(
    archive,
    "Wire",
    "2025-07-01",
    say("the ferry carries four hundred passengers between the islands every morning"),
  );
  await keep(
    archive,
    "Wire",
    "2025-09-01",
    say("the ferry carries nine hundred passengers between the islands every morning"),
  );
  await keep(archive, "Wire", "2025-09-02", say("the bakery smells of fresh bread"));
  return archive;
}
const dossier = async (archive: Archive, name = "Ana Holt", filter = {}): Promise<Dossier> => {
  const found = await dossierOf(archive, name, filter);
  expect(found).not.toBeNull();
  return found as Dossier;
};
const contents = (d: Dossier) => d.statements.map((s) => s.content);

describe.each(STORES)("a dossier: %s", (store) => {
  it("tells each statement once with its tellings, in order of time", async () => {
    const archive = await filled(store);
    const d = await dossier(archive);
    expect([d.total, d.shown, d.statements.length, d.confirmed, d.suggested]).toEqual([6, 6, 5, 0, 6]);
    expect(d.statements[0]?.tellings.map((t) => [t.outlet, t.role, t.change])).toEqual([
      ["Wire", "mayor", "exact"],
      ["Courier", "mayor", "exact"],
    ]);
    expect(d.roles.map((r) => [r.role, r.first, r.last])).toEqual([
      ["mayor", "2025-03-01", "2025-03-02"],
      ["former mayor", "2025-06-01", "2025-06-01"],
      [null, "2025-07-01", "2025-09-02"],
    ]);
    expect(d.periods).toEqual([
      { period: "2025-03", statements: 1 },
      { period: "2025-06", statements: 1 },
      { period: "2025-07", statements: 1 },
      { period: "2025-09", statements: 2 },
    ]);
    await archive.close();
  });

  it("puts statements together by the words they share, and leaves alone what shares none", async () => {
    const archive = await filled(store);
    const d = await dossier(archive);
    expect(d.topics.map((t) => t.statements)).toEqual([
      ["d1", "d2"],
      ["d3", "d4"],
    ]);
    expect(d.topics[0]?.words[0]).toBe("Skarn");
    expect(d.statements[4]?.topic).toEqual([]);
    await archive.close();
  });

  it("shows what may contradict as candidates: a negation that one lacks, another number; nothing else", async () => {
    const archive = await filled(store);
    const d = await dossier(archive);
    expect(d.contradictions.map((c) => [c.earlier, c.later, c.differs])).toEqual([
      ["d1", "d2", ["negation"]],
      ["d3", "d4", ["number"]],
    ]);
    expect(d.contradictions[0]?.shared).toContain("pier");
    expect(d.contradictions[0]?.diff.filter((p) => p.kind === "added").map((p) => p.text.trim())).toEqual(["not"]);
    const words = dossierToTerminal(d);
    expect(words).toContain("candidates");
    expect(words).toContain("6 statements: 0 confirmed as theirs, 6 suggested");
    await archive.close();
  });

  it("narrows by words and time, and is empty rather than wrong", async () => {
    const archive = await filled(store);
    expect(contents(await dossier(archive, "Ana Holt", { about: "ferry", since: "2025-08" }))).toEqual([
      "the ferry carries nine hundred passengers between the islands every morning",
    ]);
    expect(await dossier(archive, "Ana Holt", { about: "volcano" })).toMatchObject({
      total: 0,
      statements: [],
      topics: [],
      contradictions: [],
    });
    expect(await dossierOf(archive, "Holt")).toBeNull();
    await archive.close();
  });

  it("counts by what humans decided, telling by telling", async () => {
    const archive = await filled(store);
    const ana = (await speakerBy(archive, "Ana Holt")) as Speaker;
    const mayor = { ...ana, profiles: ana.profiles.filter((p) => p.role === "mayor") };
    await archive.decideSpeakers([joinOf([mayor], { id: "e", author: "una", time: "2025-05-01T00:00:00Z" })]);
    const d = await dossier(archive);
    expect([d.speaker.confirmed, d.speaker.suggested, d.confirmed, d.suggested]).toEqual([2, 4, 2, 4]);
    expect(d.statements[0]?.tellings.every((t) => t.standing === "confirmed")).toBe(true);
    await archive.close();
  });

  it("finds one of several namesakes by the office", async () => {
    const archive = await filled(store);
    await keep(archive, "Wire", "2025-09-03", "Ana Holt said the match was lost early.", "goalkeeper");
    expect((await dossier(archive)).label).toBe("Ana Holt (mayor)");
    expect(contents(await dossier(archive, "Ana Holt (goalkeeper)"))).toEqual(["the match was lost early"]);
    expect((await dossier(archive, "Ana Holt (Mayor)")).speaker.role).toBe("mayor");
    expect(await dossierOf(archive, "Ana Holt (king)")).toBeNull();
    await archive.close();
  });

  it("says nothing of statements that agree, or that share words and nothing to contradict", async () => {
    const archive = await newArchive(store);
    for (const [date, words] of [
      ["2025-01-01", "the pier is shut"],
      ["2025-05-01", "the pier is not shut"],
      ["2025-09-01", "the pier and the market will be painted green by local schools"],
      ["2025-12-01", "the market by the pier will sell local fish to schools"],
    ] as const)
      await keep(archive, "Wire", date, `Ana Holt said ${words}.`);
    const d = await dossier(archive);
    expect(d.contradictions.map((c) => [c.earlier, c.later])).toEqual([["d1", "d2"]]);
    await archive.close();
  });
});
