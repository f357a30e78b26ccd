import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { followAll } from "../../../src/archive/follow.ts";
import { joinOutlets, splitOutlet } from "../../../src/archive/outlets/decide.ts";
import type { Outlet } from "../../../src/archive/outlets/outlet.ts";
import { makeReading } from "../readings.ts";
import { newArchive, STORES } from "../stores.ts";

let archive: Archive;
const page = { limit: 10, offset: 0 };
const by = (id: string) => ({ id, author: "una", time: "2025-04-01T10:00:00Z" });
const SAID = "Ana Holt said the harbour bridge will be closed for eleven days.";

async function keep(doc: string, outlet: string | null, published: string, text = SAID, url: string | null = null) {
  const reading = makeReading(doc, text, { outlet, published, url });
  await archive.save({ reading, model: "m", origin: doc, inputKey: doc, at: "2025-05-01T00:00:00Z" });
}
const listed = async () => (await archive.outlets(page)).items.map(({ name, articles }) => [name, articles]);
const total = async (query: string): Promise<number> => (await archive.search(query)).total;

describe.each(STORES)("outlets: %s", (store) => {
  beforeEach(async () => {
    archive = await newArchive(store);
    await keep("a", "Example Courier", "2025-03-01", SAID, "https://www.example-courier.test:8080/a?x=1");
    await keep("b", "The Example Courier", "2025-03-02", `${SAID} It rained.`);
    await keep("c", "example-courier.test", "2025-03-03", `${SAID} It snowed.`);
    await keep("d", "Valley Echo", "2025-03-04", `${SAID} Ana Holt said she had told the Example Courier so.`);
    await keep("e", null, "2025-03-05", `${SAID} Nobody knows who wrote this.`, "https://lost.test/e");
  });
  afterEach(() => archive.close());

  it("are listed with their addresses, found by beginnings of words, and paged", async () => {
    expect(await listed()).toEqual([
      ["Example Courier", 1],
      ["The Example Courier", 1],
      ["Valley Echo", 1],
      ["example-courier.test", 1],
      ["lost.test", 1],
    ]);
    const [courier] = (await archive.outlets({ ...page, like: "cour ex" })).items;
    expect(courier?.names).toEqual([
      {
        name: "Example Courier",
        hosts: ["example-courier.test"],
        articles: 1,
        first: "2025-03-01",
        last: "2025-03-01",
        decided: null,
      },
    ]);
    expect(courier?.resembling.map(({ name }) => name)).toEqual(["The Example Courier", "example-courier.test"]);
    expect((await archive.outlets({ ...page, like: "echo" })).total).toBe(1);
    expect((await archive.outlets({ limit: 1, offset: 3 })).items.map((o) => o.name)).toEqual(["example-courier.test"]);
    expect(await archive.outletNamed("valley ECHO")).toMatchObject({ name: "Valley Echo" });
    expect(await archive.outletNamed("Echo")).toBeNull();
  });

  it("that humans joined are one in searches, lists, audits and totals; what only seems so is not", async () => {
    const asked = ['outlet:="Example Courier"', "outlet:test", '-outlet:"the example courier"'];
    const counts = async () => [
      await Promise.all(asked.map(total)),
      await archive.countArticles("Example Courier"),
      (await archive.articles({ ...page, outlet: "Example Courier" })).map(({ doc }) => doc),
      (await archive.audit({ outlet: "example courier" }, "month")).articles,
      (await archive.totals()).outlets,
    ];
    const before = [[1, 2, 5], 1, ["a"], 1, 5];
    expect(await counts()).toEqual(before);
    const couriers = (await archive.outlets({ ...page, like: "courier" })).items as [Outlet, ...Outlet[]];
    expect(await archive.decideOutlets([joinOutlets(couriers, by("e1"))])).toMatchObject({ appended: ["e1"] });
    expect(await counts()).toEqual([[3, 4, 3], 3, ["a", "b", "c"], 3, 3]);
    expect(await listed()).toEqual([
      ["Example Courier", 3],
      ["Valley Echo", 1],
      ["lost.test", 1],
    ]);
    const found = await archive.search("bridge");
    expect(found.facets.outlet).toEqual([
      { value: "Example Courier", count: 3 },
      { value: "Valley Echo", count: 1 },
      { value: "lost.test", count: 1 },
    ]);
    // What the article says of itself stays as it says it, and so does what was asked.
    expect((await archive.search(asked[0] as string)).query).toBe(asked[0]);
    expect((await archive.articles()).map(({ outlet }) => outlet)).toContain("The Example Courier");
    const readings: string[] = [];
    for await (const { doc } of archive.readings({ outlet: "The Example Courier" })) readings.push(doc);
    expect(readings).toEqual(["a", "b", "c"]);
    await archive.decideOutlets([{ v: 1, ...by("e2"), type: "undo", event: "e1" }]);
    expect(await counts()).toEqual(before);
  });

  it("keep their decisions in a log, each once", async () => {
    const [a, b] = (await archive.outlets({ ...page, like: "courier" })).items as [Outlet, Outlet];
    const join = joinOutlets([a, b], by("e1"));
    await archive.decideOutlets([join]);
    expect(await archive.decideOutlets([join])).toEqual({ appended: [], known: ["e1"], refused: [] });
    const other = splitOutlet(a, [b.name], by("e1"));
    const undo = { v: 1 as const, ...by("e3"), type: "undo" as const, event: "e9" };
    expect((await archive.decideOutlets([other, undo])).refused.map(({ id }) => id)).toEqual(["e1", "e3"]);
    expect(await archive.outletDecisions()).toEqual([join]);
  });

  it("count as one in a trace", async () => {
    const credit = { outlet: "Courier Newsroom", person: null, title: null, span: null, text: "From Courier Newsroom" };
    const reading = makeReading("g", `${SAID} It hailed.`, { outlet: "Valley Post", published: "2025-03-06" });
    const save = { model: "m", origin: "g", inputKey: "g", at: "2025-05-01T00:00:00Z" };
    await archive.save({ ...save, reading: { ...reading, credits: [credit] } });
    await keep("f", "Courier Newsroom", "2025-03-01", "Otto Brandt said the newsroom was painted green.");
    const relay = async () => {
      for await (const { tellings } of followAll(archive)) {
        const telling = tellings.find(({ doc }) => doc === "g");
        if (telling) return telling.relay;
      }
      return undefined;
    };
    expect(await relay()).toBeNull();
    const courier = (await archive.outletNamed("Example Courier")) as Outlet;
    const newsroom = (await archive.outletNamed("Courier Newsroom")) as Outlet;
    await archive.decideOutlets([joinOutlets([courier, newsroom], by("e1"))]);
    expect(await relay()).toBe("a");
  });
});
