import { describe, expect, it } from "vitest";
import type { OutletAliases } from "../../../src/archive/trace/outlets.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import type { Statement, TraceArticle } from "../../../src/archive/trace/types.ts";
import { type Line, newPage } from "./page.ts";

const WORDS = "The sluice at Dunholt was left open for eleven hours by the night crew";
const FILLER = [
  "The meadows below the mill stood under water until the late afternoon of the second day.",
  "A herd of forty cows was driven up to the churchyard, where it ate the wreaths of three graves.",
  "The miller has asked the parish for sandbags every winter since the old weir was taken down.",
  "Nobody in the upper village had been told that the river would rise again before the morning.",
];
const ada = { name: "Ada Brandt", role: "head of the water board" };
const line = (more: Partial<Line> = {}): Line => ({
  content: WORDS,
  speaker: ada,
  form: "direct",
  denied: false,
  cites: null,
  hedged: false,
  live: false,
  channel: null,
  when: null,
  ...more,
});

interface Made {
  outlet: string;
  hour: number;
  credit?: string | null;
  more?: Partial<Line>;
  filler?: readonly string[];
  change?: (article: TraceArticle) => TraceArticle;
}

function trace(...made: Made[]): Statement[] {
  return traceWithAliases(new Map(), made);
}

function traceWithAliases(aliases: OutletAliases, made: readonly Made[]): Statement[] {
  const articles = made.map(({ outlet, hour, credit = null, more = {}, filler = [], change = (a) => a }) => {
    const published = new Date(Date.UTC(2024, 4, 6, hour)).toISOString();
    const page = newPage(`${outlet.toLowerCase().replaceAll(" ", "-")}-${hour}`, outlet, published, credit);
    for (const text of filler) page.filler(text);
    page.add(line(more), 2);
    return change(page.finish());
  });
  return traceAll(articles, { aliases });
}

const relays = (...made: Made[]): (string | null)[] => trace(...made)[0]?.tellings.map((t) => t.relay) ?? [];

describe("who had it from whom", () => {
  const first: Made = { outlet: "Northern Wire", hour: 6 };

  it("takes two outlets that name nobody for two sources", () => {
    const [statement] = trace(first, { outlet: "Daily Beacon", hour: 9 });
    expect(statement?.tellings.map((t) => t.relay)).toEqual([null, null]);
    expect(statement?.independent).toBe(2);
  });
  it("knows an outlet by other names that humans gave it", () => {
    const made: Made[] = [
      first,
      { outlet: "Daily Beacon", hour: 9, credit: "NW Agency" },
      { outlet: "NW Agency", hour: 10, credit: "Northern Wire" },
    ];
    const told = (aliases: OutletAliases) => {
      const [statement] = traceWithAliases(aliases, made);
      return [statement?.tellings.map((t) => t.relay), statement?.independent];
    };
    expect(told(new Map())).toEqual([[null, null, "northern-wire-6"], 2]);
    const joined = new Map([
      ["nw agency", "Northern Wire"],
      ["northern wire", "Northern Wire"],
    ]);
    expect(told(joined)).toEqual([[null, "northern-wire-6", null], 2]);
  });
  it("believes a credit, a sentence that cites, and copied text", () => {
    expect(relays(first, { outlet: "Daily Beacon", hour: 9, credit: "Northern Wire" })).toEqual([
      null,
      "northern-wire-6",
    ]);
    expect(relays(first, { outlet: "Daily Beacon", hour: 9, more: { cites: "Northern Wire" } })).toEqual([
      null,
      "northern-wire-6",
    ]);
    expect(relays({ ...first, filler: FILLER }, { outlet: "Daily Beacon", hour: 9, filler: FILLER.slice(1) })).toEqual([
      null,
      "northern-wire-6",
    ]);
  });
  it("believes the sentence before the credit, and the nearer of two tellings", () => {
    const [statement] = trace(
      first,
      {
        outlet: "Daily Beacon",
        hour: 9,
        credit: "Northern Wire",
        more: { content: WORDS.replace("eleven", "twelve") },
      },
      {
        outlet: "Harbour Times",
        hour: 12,
        credit: "Northern Wire",
        more: { content: WORDS.replace("eleven", "twelve"), cites: "Daily Beacon" },
      },
    );
    expect(statement?.tellings.map((t) => t.relay)).toEqual([null, "northern-wire-6", "daily-beacon-9"]);
    expect(statement?.tellings.map((t) => t.changes.join())).toEqual(["", "number", "number"]);
    expect(statement?.independent).toBe(1);
  });
  it("does not take an outlet's own copyright line or its pictures for a credit", () => {
    const own =
      (text: string, outlet: string) =>
      (article: TraceArticle): TraceArticle => ({
        ...article,
        credits: [{ outlet, person: null, title: null, span: null, text }],
      });
    expect(
      relays(first, { outlet: "Daily Beacon", hour: 9, change: own("© 2024 Daily Beacon", "Daily Beacon") }),
    ).toEqual([null, null]);
    expect(
      relays(first, { outlet: "Daily Beacon", hour: 9, change: own("Image: Northern Wire", "Northern Wire") }),
    ).toEqual([null, null]);
  });
  it("counts an outlet outside the archive once, however many had it from there", () => {
    const from = { more: { cites: "The Weekly Tribune" } };
    const [statement] = trace(
      { ...first, ...from },
      { outlet: "Daily Beacon", hour: 9, ...from },
      { outlet: "Harbour Times", hour: 12 },
    );
    expect(statement?.tellings.map((t) => t.relay)).toEqual(["The Weekly Tribune", "The Weekly Tribune", null]);
    expect(statement?.independent).toBe(2);
  });
  it("keeps the same words on another occasion apart, and joins them by a date or a citation", () => {
    const later = { outlet: "Daily Beacon", hour: 24 * 12 };
    expect(trace(first, { ...later, more: { live: true } })).toEqual([]);
    expect(trace(first, { ...later, more: { channel: "the committee" } })).toEqual([]);
    expect(trace(first, { ...later, more: { channel: "the committee", cites: "Northern Wire" } })).toHaveLength(1);
    expect(trace(first, { ...later, more: { when: "2024-05-06" } })).toHaveLength(1);
    expect(trace(first, { outlet: "Daily Beacon", hour: 9, more: { when: "2024-03-01" } })).toEqual([]);
  });
  it("tells a lost attribution, another speaker and marks that moved", () => {
    const changes = (...made: Made[]): string[] => trace(...made)[0]?.tellings.map((t) => t.changes.join()) ?? [];
    const indirect = {
      form: "indirect",
      content: "the sluice at Dunholt was left open for eleven hours by the night crew",
    } as const;
    expect(changes(first, { outlet: "Daily Beacon", hour: 9, more: { speaker: null } })).toEqual([
      "",
      "attribution-lost",
    ]);
    expect(
      changes(first, {
        outlet: "Daily Beacon",
        hour: 9,
        credit: "Northern Wire",
        more: { speaker: { name: "Bram Holm", role: "miller" } },
      }),
    ).toEqual(["", "speaker-changed"]);
    expect(changes({ ...first, more: indirect }, { outlet: "Daily Beacon", hour: 9 })).toEqual(["", "marks-moved"]);
  });
});
