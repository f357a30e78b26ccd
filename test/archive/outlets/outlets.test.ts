import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calledBy, decideOutlets } from "../../../src/archive/outlets/decided.ts";
import { joinOutlets, nameOutlet, splitOutlet, undoOfOutlets } from "../../../src/archive/outlets/decide.ts";
import type { OutletDecision, OutletEvent } from "../../../src/archive/outlets/events.ts";
import { outletNames } from "../../../src/archive/outlets/names.ts";
import type { Outlet, OutletCount } from "../../../src/archive/outlets/outlet.ts";
import { outletsOf } from "../../../src/archive/outlets/outlets.ts";
import { parseQuery } from "../../../src/archive/query/parse.ts";
import { printQuery } from "../../../src/archive/query/print.ts";

const count = (name: string, articles: number, ...hosts: string[]): OutletCount => ({
  name,
  hosts,
  articles,
  first: null,
  last: null,
});
const COUNTS = [
  count("Example Courier", 5, "example-courier.test"),
  count("The Example Courier", 3),
  count("example-courier.test", 2),
  count("Valley Echo", 4, "echo.test"),
];
let serial = 0;
const by = (author = "una") => ({ id: `e${serial++}`, author, time: "2025-04-01T10:00:00Z" });
const named = (outlets: readonly Outlet[], name: string): Outlet => outlets.find((o) => o.name === name) as Outlet;
const shape = (outlets: readonly Outlet[]) => outlets.map(({ name, articles }) => [name, articles]);

describe("what resembles", () => {
  const resembling = (counts: readonly OutletCount[], name: string) =>
    named(outletsOf(counts, []), name).resembling.map((r) => `${r.name}: ${r.reason}`);
  it("is told beside and joins nothing", () => {
    const outlets = outletsOf(COUNTS, []);
    expect(shape(outlets)).toEqual([
      ["Example Courier", 5],
      ["Valley Echo", 4],
      ["The Example Courier", 3],
      ["example-courier.test", 2],
    ]);
    expect(resembling(COUNTS, "Example Courier")).toEqual([
      "The Example Courier: the same name but for article, capitals, “Online” or the ending of an address",
      "example-courier.test: the same name but for article, capitals, “Online” or the ending of an address",
    ]);
    expect(resembling(COUNTS, "Valley Echo")).toEqual([]);
  });
  it("are names at one address, but not the tenants of a platform", () => {
    const at = (host: string, ...names: string[]) => names.map((name) => count(name, 1, host));
    expect(resembling(at("echo.test", "Valley Echo", "VE Weekend"), "Valley Echo")).toEqual([
      "VE Weekend: both are at echo.test",
    ]);
    expect(resembling(at("press.test", "A Post", "B Post", "C Post", "D Post"), "A Post")).toEqual([]);
  });
  it("are spellings, and not names that share a word", () => {
    for (const [a, b, same] of [
      ["VALLEY ECHO", "Valley Echo", true],
      ["Valley Echo Online", "The Valley Echo", true],
      ["Écho du Val", "Echo du Val", true],
      ["www.valley-echo.co.test", "Valley Echo", true],
      ["Valley Echo", "Valley Post", false],
      ["The Online", "Online", false],
      ["Valley Echo", "Valley Echo Sport", false],
    ] as const)
      expect([a, b, resembling([count(a, 2), count(b, 1)], a).length > 0]).toEqual([a, b, same]);
  });
});

describe("decisions", () => {
  const courier = () => outletsOf(COUNTS, []).filter((o) => /courier/i.test(o.name)) as [Outlet, ...Outlet[]];
  it("join, split, name and undo", () => {
    const log: OutletEvent[] = [joinOutlets(courier(), by())];
    const joined = named(outletsOf(COUNTS, log), "Example Courier");
    expect([joined.articles, joined.names.map((n) => n.decided), joined.resembling]).toEqual([
      10,
      ["joined by una", "joined by una", "joined by una"],
      [],
    ]);
    log.push(splitOutlet(joined, ["example-courier.test"], by("otto")));
    expect(shape(outletsOf(COUNTS, log))).toEqual([
      ["Example Courier", 8],
      ["Valley Echo", 4],
      ["example-courier.test", 2],
    ]);
    // Whom a human told apart is not suggested again.
    expect(named(outletsOf(COUNTS, log), "Example Courier").resembling).toEqual([]);
    log.push(nameOutlet(named(outletsOf(COUNTS, log), "Example Courier"), "Courier Group", by()));
    expect(shape(outletsOf(COUNTS, log))[0]).toEqual(["Courier Group", 8]);
    expect(undoOfOutlets(log, by("nobody"))).toBeNull();
    log.push(undoOfOutlets(log, by()) as OutletEvent);
    expect(shape(outletsOf(COUNTS, log))[0]).toEqual(["Example Courier", 8]);
    log.push(undoOfOutlets(log, by(), "redo") as OutletEvent);
    expect(shape(outletsOf(COUNTS, log))[0]).toEqual(["Courier Group", 8]);
  });
  it("leave what comes in later a suggestion", () => {
    const log = [joinOutlets(courier(), by())];
    const outlets = outletsOf([...COUNTS, count("Example Courier Online", 1)], log);
    expect(named(outlets, "Example Courier").articles).toBe(10);
    expect(named(outlets, "Example Courier").resembling.map((r) => r.name)).toEqual(["Example Courier Online"]);
  });
  it("keep each name in one outlet, called by something, whatever is decided", () => {
    const name = fc.constantFrom("A", "B", "C", "D");
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
    const decision = fc.oneof(
      fc.record({ type: fc.constant("join" as const), names, name }),
      fc.record({ type: fc.constant("split" as const), names, from: fc.uniqueArray(name) }),
      fc.record({ type: fc.constant("name" as const), names, name }),
    );
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
        const log = decisions.map((d) => ({ v: 1 as const, ...by(), ...d }) as OutletDecision);
        const decided = decideOutlets(log);
        for (const [name, outlet] of decided) expect(outlet.members).toContain(name);
        for (const outlet of decided.values()) expect(calledBy(outlet)).not.toBe("");
        const counts = ["A", "B", "C", "D"].map((each) => count(each, 1));
        const outlets = outletsOf(counts, log);
        expect(outlets.flatMap((o) => o.names.map((n) => n.name)).sort()).toEqual(["A", "B", "C", "D"]);
      }),
    );
  });
});

describe("names in queries", () => {
  const log = [joinOutlets(outletsOf(COUNTS, []).filter((o) => o.name !== "Valley Echo") as [Outlet], by())];
  const expanded = (query: string): string => printQuery(outletNames(log).expand(parseQuery(query)));
  it("stand for all names of the outlets they find", () => {
    const all = 'outlet:="Example Courier" OR outlet:="The Example Courier" OR outlet:=example-courier.test';
    expect(expanded('outlet:="example courier" pier')).toBe(`(outlet:="example courier" OR ${all}) pier`);
    expect(expanded("-outlet:courier")).toBe(`-(outlet:courier OR ${all})`);
    expect(expanded("outlet:exam*")).toBe(`outlet:exam* OR ${all}`);
    for (const query of ["outlet:echo", "speaker:courier", "outlet:our", "pier"]) expect(expanded(query)).toBe(query);
  });
});
