/** What is asked of both stores is answered alike: whatever the query, its scope and its order. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import type { Corrected } from "../../../src/archive/corrections/apply.ts";
import { type Decision, eventOf } from "../../../src/archive/corrections/decide.ts";
import { SCOPES } from "../../../src/archive/query/match.ts";
import { parseQuery } from "../../../src/archive/query/parse.ts";
import { and, not, or, type Query } from "../../../src/archive/query/query.ts";
import { ACTS, type Attribution, FORMS, FRAMINGS, KINDS, type Reading } from "../../../src/document.ts";
import { arbitraryQuery } from "../query/trees.ts";
import { makeReading } from "../readings.ts";
import { newArchive } from "../stores.ts";

const NAMES = ["Ana Holt", "Élin Vang", "Otto Brandt", "Mara Tamm", "Zoé Holt"];
const THINGS = ["pier", "quay", "café", "missiles", "missile sales", "harbour bridge", "ferry", "naïve plan"];
const VERBS = ["is shut", "was sold", "will not open", "opens in May", "cost 40 million", "is the pier of all piers"];
const OUTLETS = ["Harbour Wire", "harbour wire", "Courier", "The Élan Post", null];
const DATES = ["2023", "2023-07", "2023-07-27T10:00:00Z", "2023-08-01", "2024-02-29", null];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Articles whose words, names and labels come in many combinations. */
function articleAt(i: number): Reading {
  const sentences = Array.from({ length: 1 + (i % 4) }, (_, k) => {
    const n = i * 7 + k * 3;
    return `${pick(NAMES, n)} said the ${pick(THINGS, n + i)} ${pick(VERBS, n * 5 + k)}.`;
  });
  const reading = makeReading(
    `article-${i}`,
    `${sentences.join(" ")} The crowd of ${i} cheered in the ${pick(THINGS, i)}.`,
    {
      title: `${pick(THINGS, i + 1)} ${pick(VERBS, i)}`,
      outlet: pick(OUTLETS, i),
      byline: i % 3 === 0 ? `Una ${pick(NAMES, i)}` : null,
      published: pick(DATES, i),
      url: i % 2 ? `https://example.org/${i}` : null,
    },
  );
  const attributions = reading.attributions.map(
    (a, k): Attribution => ({
      ...a,
      form: pick(FORMS, i + k),
      act: pick(ACTS, i * 2 + k),
      kind: pick(KINDS, i + 2 * k),
      framing: pick(FRAMINGS, i + k),
      negated: (i + k) % 5 === 0,
      naming: (i + k) % 4 === 0 ? "role" : "named",
      channel: k === 1 ? a.source : [],
    }),
  );
  return { ...reading, attributions };
}

const DECISIONS: readonly Decision[] = [
  { type: "accept", statement: "a1" },
  { type: "reject", statement: "a1" },
  { type: "reassign-speaker", statement: "a1", speaker: { entity: "Mara Tamm" } },
  { type: "accept", statement: "a1" },
];

let file: Archive;
let shared: Archive;

beforeAll(async () => {
  [file, shared] = [await newArchive("file"), await newArchive("postgres")];
  for (const archive of [file, shared]) {
    for (let i = 0; i < 60; i++)
      await archive.save({
        reading: articleAt(i),
        model: "m",
        origin: `o${i}`,
        inputKey: `k${i}`,
        at: "2025-05-01T00:00:00Z",
      });
    // An earlier version, which nothing finds.
    await archive.save({
      reading: {
        ...makeReading("article-1", "Ana Holt said the ferry was painted.", { url: "https://example.org/1" }),
      },
      model: "m",
      origin: "o1",
      inputKey: "again",
      at: "2025-05-02T00:00:00Z",
    });
    for (const [i, decision] of DECISIONS.entries()) {
      const corrected = (await archive.corrected(`article-${i + 2}`)) as Corrected;
      const deciding = { id: `e${i}`, author: "una", time: "2025-05-03T00:00:00Z" };
      expect((await archive.correct([eventOf(decision, corrected, deciding)])).appended).toHaveLength(1);
    }
  }
});
afterAll(async () => {
  await file.close();
  await shared.close();
});

const known = fc
  .constantFrom(
    ...[
      "pier",
      "missil*",
      '"missile sales"',
      '"pier of all pier"',
      "piers",
      "cafe",
      "NAIVE",
      "about:quay",
      "text:crowd",
      "title:ferry",
    ],
    ...[
      'text:"crowd of 7"',
      "speaker:holt",
      'speaker:="Ana Holt"',
      "speaker:elin",
      "outlet:harbour",
      'outlet:="HARBOUR WIRE"',
      "outlet:elan",
    ],
    ...[
      "byline:una",
      'byline:"una zoe"',
      "channel:brandt",
      "via:holt",
      "kind:person",
      "naming:role",
      "form:direct",
      "act:denial",
    ],
    ...[
      "framing:hearsay",
      "negated:yes",
      "relayed:no",
      "review:suggested",
      "review:confirmed",
      "review:edited",
      "since:2023-07",
      "until:2023-07",
      "until:2023",
      "ferr*",
      "bridge",
      "40",
    ],
  )
  .map(parseQuery);
const tree: fc.Arbitrary<Query> = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    known,
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(and),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(or),
    tie("tree").map(not),
  ),
})).tree;
const options = fc.record({
  in: fc.constantFrom(...SCOPES),
  order: fc.constantFrom("relevance" as const, "newest" as const),
  limit: fc.constantFrom(3, 20, 200),
  offset: fc.constantFrom(0, 2),
});

describe("both stores", () => {
  it("find the same, in the same order, with the same marks and counts", async () => {
    await fc.assert(
      fc.asyncProperty(tree, options, async (query, how) => {
        // FTS5 also weighs what an OR excludes, by a millionth; equals then come in another order.
        const asked = excludesInOr(query) ? { ...how, order: "newest" as const } : how;
        expect(await shared.search(query, asked)).toEqual(await file.search(query, asked));
      }),
      { numRuns: 250 },
    );
  });

  it("run any query", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuery, options, async (query, how) => {
        const asked = { ...how, order: "newest" as const };
        expect(await shared.search(query, asked)).toEqual(await file.search(query, asked));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    "the pier is the pier of all piers",
    "“the missile sales … opens in May”",
    "the harbour bridge [of Example] will not open",
    "the the the",
    "a zebra",
  ])("find a quotation in the same statements: %s", async (quotation) => {
    expect(await shared.quotations(quotation, 50)).toEqual(await file.quotations(quotation, 50));
  });

  it("count the same in an audit", async () => {
    for (const filter of [
      {},
      { outlet: "HARBOUR wire" },
      { byline: "una holt" },
      { byline: "…" },
      { since: "2023-07", until: "2023-07-27" },
      { until: "2023" },
    ])
      for (const by of ["month", "year"] as const)
        expect(await shared.audit(filter, by)).toEqual(await file.audit(filter, by));
  });

  it("list the same articles, speakers, versions, copies and numbers", async () => {
    const all = async (archive: Archive): Promise<unknown[]> => [
      await archive.articles(),
      await archive.articles({ limit: 7, offset: 5 }),
      await archive.articles({ limit: 50, offset: 0, outlet: "Courier" }),
      await archive.countArticles("Courier"),
      await archive.versions("article-1"),
      await archive.copies("article-2"),
      await archive.totals(),
      await archive.speakers({ limit: 50, offset: 0 }),
      await archive.speakers({ like: "ho", limit: 50, offset: 0 }),
      await archive.speakersNamed("elin vang"),
      await archive.statementsOf(
        (await archive.speakersNamed("Ana Holt")).flatMap((s) => s.profiles),
        {
          about: "pier",
          limit: 5,
          offset: 1,
        },
      ),
      new Set(await archive.near("the harbour bridge will not open")),
      await docsOf(archive, "Harbour Wire"),
    ];
    expect(await all(shared)).toEqual(await all(file));
  });
});

const excludesInOr = (query: Query): boolean =>
  query.type === "or"
    ? JSON.stringify(query).includes('"not"')
    : (query.type === "and" && query.items.some(excludesInOr)) || (query.type === "not" && excludesInOr(query.item));

async function docsOf(archive: Archive, outlet: string): Promise<string[]> {
  const docs: string[] = [];
  for await (const { doc } of archive.readings({ outlet })) docs.push(doc);
  return docs;
}
