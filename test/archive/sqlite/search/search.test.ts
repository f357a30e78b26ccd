import { describe, expect, it } from "vitest";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { addArticle, emptyStore, exampleStore } from "./store.ts";

const db = exampleStore();
const found = (query: string) =>
  searchSqlite(db, query)
    .hits.map((hit) => hit.statement)
    .sort();

describe("searching contents", () => {
  it.each<[string, number[]]>([
    ["missiles", [1]],
    ["MISSILES ready", [1]],
    ["missiles sold", []],
    ["missil*", [1, 3]],
    ["cafe", [4]],
    ['"not give up"', [1]],
    ['"give not up"', []],
    ["missiles OR sanctions", [1, 4]],
    ["-missil*", [2, 4, 6]],
    ["ready -give", []],
    ["speaker:shoigu", [1, 4]],
    ['speaker:"sergei shoigu"', [1]],
    ["speaker:ZOE", [3]],
    ["speaker:Shoi", []],
    ["speaker:Shoi*", [1, 4]],
    ["-speaker:shoigu", [2, 3, 6]],
    ["outlet:courier", [1, 2]],
    ["outlet:example -outlet:daily", [1, 2]],
    ["byline:doe", [1, 2]],
    ['via:"elan news"', [2]],
    ["channel:television", [1]],
    ["kind:organisation", [4]],
    ["naming:anonymous", [2]],
    ["form:direct OR form:mixed", [1, 3]],
    ["act:denial", [3]],
    ["framing:hearsay", [4]],
    ["-framing:neutral", [2, 4]],
    ["negated:yes", [3]],
    ["negated:no", [1, 2, 4, 6]],
    ["since:2023-08", [3, 4]],
    ["until:2023-07", [1, 2]],
    ["until:2023-07-27", [1, 2]],
    ["until:2023-07-26", []],
    ["since:2023-07-27 until:2023", [1, 2, 3, 4]],
    ["text:crowd", [1, 2]],
    ["text:rockets", [3, 4]],
    ["title:elysee sanctions", [4]],
    ["missiles text:crowd", [1]],
    ["speaker:shoigu OR about:ammunition", [1, 2, 4]],
    ["(missiles OR speaker:zoe) -(form:direct ready)", [3]],
    ["", [1, 2, 3, 4, 6]],
  ])("%s", (query, statements) => {
    expect(found(query)).toEqual(statements);
  });

  it("takes what could be SQL or FTS5 for words", () => {
    expect(found('speaker:"x\' OR 1=1 --"')).toEqual([]);
    expect(found('"missiles\\" OR \\"sanctions"')).toEqual([]);
    expect(found("NEAR")).toEqual([]);
    expect(found("{content}")).toEqual([]);
  });
});

describe("searching elsewhere", () => {
  it("lists articles when nothing is asked of a statement", () => {
    const result = searchSqlite(db, "crowd", { in: "text" });
    expect(result.unit).toBe("article");
    expect(result.hits.map((hit) => [hit.statement, hit.article])).toEqual([[null, 1]]);
    expect(result.facets.outlet).toEqual([{ value: "Example Courier", count: 1 }]);
    expect(searchSqlite(db, "crowd", { in: "headlines" }).total).toBe(0);
    expect(searchSqlite(db, "visit -minister", { in: "headlines" }).hits[0]?.article).toBe(2);
  });

  it("lists statements when something is", () => {
    const result = searchSqlite(db, "crowd speaker:shoigu", { in: "text" });
    expect(result.hits.map((hit) => hit.statement)).toEqual([1]);
  });
});

describe("a result", () => {
  it("marks what was found, in plain pieces", () => {
    const [hit] = searchSqlite(db, 'missil* "give up" -sold').hits;
    expect(hit?.fragments).toEqual([
      {
        field: "content",
        pieces: [
          { text: "The ", hit: false },
          { text: "missiles", hit: true },
          { text: " are ready, and we will not ", hit: false },
          { text: "give up", hit: true },
        ],
      },
    ]);
  });

  it("shows the passage of the whole text and the title", () => {
    const [hit] = searchSqlite(db, "minister", { in: "text" }).hits;
    expect(hit?.fragments.map(({ field, pieces }) => [field, pieces.filter((piece) => piece.hit).length])).toEqual([
      ["title", 1],
      ["text", 1],
    ]);
  });

  it("counts values", () => {
    const { facets, total, more } = searchSqlite(db, "");
    expect([total, more]).toEqual([5, false]);
    expect(facets.outlet).toEqual([
      { value: "Example Courier", count: 2 },
      { value: "The Daily Example", count: 2 },
      { value: "Notes", count: 1 },
    ]);
    expect(facets.month).toEqual([
      { value: "2023-07", count: 2 },
      { value: "2023-08", count: 2 },
    ]);
    expect(facets.framing[0]).toEqual({ value: "neutral", count: 3 });
  });

  it("gives the newest first, the undated last, and pages without gap or repetition", () => {
    const order = (options: object) =>
      searchSqlite(db, "", { order: "newest", ...options }).hits.map((hit) => hit.statement);
    expect(order({})).toEqual([3, 4, 1, 2, 6]);
    expect([...order({ limit: 2 }), ...order({ limit: 2, offset: 2 }), ...order({ offset: 4 })]).toEqual(order({}));
  });

  it("ranks the better match first", () => {
    const hits = searchSqlite(db, "missil* OR ready OR crowd").hits;
    expect(hits[0]?.statement).toBe(1);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Number.NaN);
  });
});

describe("a search with more matches than are counted", () => {
  const many = emptyStore();
  many.transaction(() => {
    for (let i = 0; i < 2500; i++) {
      const day = new Date(Date.UTC(2020, 0, 1) + ((i * 7919) % 2500) * 86_400_000).toISOString().slice(0, 10);
      const statements = Array.from({ length: 10 }, (_, k) => ({
        speaker: k === 0 && i % 100 === 0 ? "Rare Person" : "Common Person",
        content: `the ${k === 3 ? "third" : "other"} thing`,
      }));
      addArticle(many, { published: day, statements });
    }
  })();

  it("says so", () => {
    const { total, more, facets } = searchSqlite(many, "thing");
    expect([total, more, facets.speaker[0]?.value]).toEqual([10_000, true, "Common Person"]);
    expect(searchSqlite(many, "third").more).toBe(false);
  });

  it.each(["thing", "thing speaker:common", "speaker:common", "-third", "text:thing", "since:2019 -third"])(
    "lists the newest of all: %s",
    (query) => {
      const { hits } = searchSqlite(many, query, { order: "newest", limit: 30 });
      const published = many.prepare("SELECT published FROM articles WHERE id = ?").pluck();
      const dates = hits.map((hit) => published.get(hit.article));
      expect(dates[0]).toBe("2026-11-04");
      expect(dates).toEqual(dates.toSorted().reverse());
      expect(new Set(hits.map((hit) => hit.statement)).size).toBe(30);
      const next = searchSqlite(many, query, { order: "newest", limit: 10, offset: 20 }).hits;
      expect(next).toEqual(hits.slice(20));
    },
  );

  it("lists the newest articles of all", () => {
    const articles = emptyStore();
    articles.transaction(() => {
      for (let i = 0; i < 10_500; i++)
        addArticle(articles, {
          title: "thing",
          published: i === 77 ? "2024" : i === 99 ? "2023-02" : "2022",
          statements: [],
        });
    })();
    const { total, more, hits } = searchSqlite(articles, "thing", { in: "headlines", limit: 3 });
    expect([total, more, hits.map((hit) => hit.article)]).toEqual([10_000, true, [78, 100, 10_500]]);
  });

  it("lists the newest articles where those added last are the newest", () => {
    const articles = emptyStore();
    articles.transaction(() => {
      for (let i = 0; i < 10_500; i++)
        addArticle(articles, {
          title: i % 50 === 0 ? "other" : "thing",
          published: i > 10_400 ? `2024-${i % 2 ? "01" : "02"}` : "2022",
          statements: [],
        });
    })();
    const newest = searchSqlite(articles, "thing", { in: "headlines", limit: 3, offset: 1 });
    expect([newest.more, newest.hits.map((hit) => hit.article)]).toEqual([true, [10_497, 10_495, 10_493]]);
  });

  it("finds the few rows of a rare name among common words", () => {
    const result = searchSqlite(many, "the thing speaker:rare");
    expect([result.total, result.more]).toEqual([25, false]);
  });
});
