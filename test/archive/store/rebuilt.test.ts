/** Articles and decisions are all that an archive is: it can be built again from them, in either store. */
import { describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { eventOf } from "../../../src/archive/corrections/decide.ts";
import { decisionLines, readDecisions, takeOver } from "../../../src/archive/decisions.ts";
import { decideOutlet, type OutletAsk } from "../../../src/views/outlets.ts";
import { decideSpeaker, type SpeakerAsk } from "../../../src/views/speakers.ts";
import { makeReading } from "../readings.ts";
import { newArchive, STORES } from "../stores.ts";

const page = { limit: 50, offset: 0 };
let serial = 0;
const by = (author = "una") => ({ id: `d${serial++}`, author, time: "2025-04-01T10:00:00Z", note: "so it is" });

async function withArticles(archive: Archive): Promise<Archive> {
  for (const [doc, outlet, text] of [
    ["a", "Harbour Wire", "Ana Holt said the pier is shut. Otto Brandt said it was open."],
    ["b", "Harbour Wire Online", "Anna Holt said the quay is sold."],
    ["c", "Courier", "Ana Holt said nobody swims here."],
  ] as const)
    await archive.save({
      reading: makeReading(doc, text, { outlet, url: `https://x.example/${doc}` }),
      model: "m",
      origin: doc,
      inputKey: doc,
      at: "2025-05-01T00:00:00Z",
    });
  return archive;
}

async function decided(archive: Archive): Promise<void> {
  for (const statement of ["a1", "a2"]) {
    const corrected = await archive.corrected("a");
    if (corrected)
      await archive.correct([eventOf({ type: statement === "a1" ? "accept" : "reject", statement }, corrected, by())]);
  }
  const speakers: SpeakerAsk[] = [
    { type: "join", speakers: ["Ana Holt", "Anna Holt"] },
    { type: "alias", speaker: "Ana Holt", alias: "A. Holt" },
    { type: "wikidata", speaker: "Ana Holt", item: "Q42" },
    { type: "undo" },
  ];
  for (const ask of speakers) await decideSpeaker(archive, ask, by());
  const outlets: OutletAsk[] = [
    { type: "join", outlets: ["Harbour Wire", "Harbour Wire Online"] },
    { type: "name", outlet: "Courier", name: "The Harbour Courier" },
    { type: "undo" },
    { type: "redo" },
  ];
  for (const ask of outlets) await decideOutlet(archive, ask, by("otto"));
}

const linesOf = async (archive: Archive): Promise<string> => {
  let lines = "";
  for await (const line of decisionLines(archive)) lines += line;
  return lines;
};
const state = async (archive: Archive) => ({
  totals: await archive.totals(),
  speakers: await archive.speakers(page),
  outlets: await archive.outlets(page),
  articles: (await archive.articles()).map(({ doc, review }) => [doc, review]),
  found: (await archive.search('outlet:="Harbour Wire" review:confirmed')).items,
});

describe.each(STORES.flatMap((from) => STORES.map((to) => [from, to] as const)))("from %s to %s", (from, to) => {
  it("comes out the same, and the decisions too, however often they are taken over", async () => {
    const first = await withArticles(await newArchive(from));
    await decided(first);
    const lines = await linesOf(first);
    expect(lines.trim().split("\n")).toHaveLength(10);
    const second = await withArticles(await newArchive(to));
    expect(await state(second)).not.toEqual(await state(first));
    const { bad, ...decisions } = readDecisions(lines);
    expect(bad).toEqual([]);
    expect(await takeOver(second, decisions)).toMatchObject({ appended: { length: 10 }, known: [], refused: [] });
    expect(await state(second)).toEqual(await state(first));
    expect(await linesOf(second)).toBe(lines);
    expect(await takeOver(second, decisions)).toMatchObject({ appended: [], known: { length: 10 }, refused: [] });
    await first.close();
    await second.close();
  });
});

it("tells which lines are no decisions, and reads the others", () => {
  const good = { of: "outlets", v: 1, ...by(), type: "name", names: ["A"], name: "B" };
  const { outlets, speakers, corrections, bad } = readDecisions(
    [
      JSON.stringify(good),
      JSON.stringify({ ...good, of: "readers" }),
      JSON.stringify({ ...good, names: [] }),
      JSON.stringify({ ...good, of: "speakers" }),
      '{"of":',
      '{"v":1}',
      "",
    ].join("\n"),
  );
  expect([outlets.length, speakers.length, corrections.length]).toEqual([1, 0, 0]);
  expect(bad.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  for (const { message } of bad) expect(message).toMatch(/^Line \d is no [^\n]+$/);
});
