import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ensureSearchIndexes, SEARCH_INDEXES } from "../../../../src/archive/sqlite/search/indexes.ts";
import { SEARCH_FACTS } from "../../../../src/archive/sqlite/search/facts.ts";
import { planSearch } from "../../../../src/archive/sqlite/search/plan.ts";
import { registerFunctions } from "../../../../src/archive/sqlite/search/conditions.ts";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { and, not, type Query } from "../../../../src/archive/query/query.ts";
import { parseQuery } from "../../../../src/archive/query/parse.ts";
import { addArticle, emptyStore, exampleStore, SCHEMA } from "./store.ts";

describe("a search that few rows answer", () => {
  const db = exampleStore();
  registerFunctions(db);
  const rows = (query: Query, dated: boolean) => {
    const { from, where, params } = planSearch(db, query, "contents", dated);
    return db
      .prepare(`SELECT f.id FROM ${from} WHERE ${where}`)
      .pluck()
      .all(...params)
      .toSorted();
  };
  const leaf = fc
    .constantFrom(
      ...["missil*", "ready", "rockets", '"give up"', "nowhere", "speaker:shoigu", "speaker:Shoi*", "speaker:nobody"],
      ...["outlet:example", "outlet:courier", "outlet:notes", "kind:person", "kind:government", "naming:anonymous"],
      ...[
        "form:direct",
        "form:indirect",
        "form:mixed",
        "framing:hearsay",
        "framing:neutral",
        "act:denial",
        "negated:no",
      ],
      ...["since:2023-08", "since:2023-07-27", "until:2023-07-27", "until:2023-07", "until:2022", "byline:doe"],
    )
    .map(parseQuery);
  const items = fc.array(fc.tuple(leaf, fc.boolean()), { minLength: 1, maxLength: 4 });

  it("finds what the index of all that can be asked finds", () => {
    fc.assert(
      fc.property(items, (list) => {
        const query = and(list.map(([item, wanted]) => (wanted ? item : not(item))));
        expect(rows(query, false)).toEqual(rows(query, true));
      }),
      { numRuns: 500 },
    );
  });

  it("looks at the rows of the words, of the speaker, of the outlet", () => {
    const from = (query: string) => planSearch(db, parseQuery(query), "contents").from;
    expect(from("missiles form:direct since:2023")).toMatch(/^json_each/);
    expect(from("speaker:shoigu form:direct")).toMatch(/INDEXED BY facts_by_speaker/);
    expect(from("outlet:courier form:direct")).toMatch(/INDEXED BY facts_by_outlet/);
    expect(from("form:direct kind:person")).toMatch(/^search_words/);
    expect(from("missiles")).toMatch(/^search_words/);
  });
});

describe("order", () => {
  it("follows the time of day where days are equal", () => {
    const db = emptyStore();
    for (const [published, content] of [
      ["2024-02-01T09:00:00Z", "second"],
      ["2024-02-01T17:00:00Z", "first"],
      ["2024-02", "last"],
      ["2024-02-01", "third"],
    ] as const)
      addArticle(db, { published, statements: [{ content: `the ${content} pier` }] });
    const { hits, facets } = searchSqlite(db, "pier");
    expect(hits.map((hit) => hit.article)).toEqual([2, 1, 4, 3]);
    expect(facets.month).toEqual([{ value: "2024-02", count: 4 }]);
  });

  it("puts the best first where several words were asked for, the newest where one was", () => {
    const db = emptyStore();
    addArticle(db, { published: "2024-01-01", statements: [{ content: "pier ferry" }] });
    addArticle(db, { published: "2024-01-02", statements: [{ content: "the old pier by the long quay" }] });
    const first = (query: string) => searchSqlite(db, query).hits[0]?.article;
    expect(first("pier")).toBe(2);
    expect(first("pier OR ferry")).toBe(1);
    expect(searchSqlite(db, "pier").hits[0]?.score).toBeNull();
  });
});

it("a store that was filled before gets its rows of numbers, of current articles only", () => {
  const db = new Sqlite(":memory:");
  db.exec(SCHEMA + SEARCH_INDEXES);
  addArticle(db, {
    outlet: "Quay Post",
    published: "2023",
    statements: [{ speaker: "Ana Holt", framing: "hearsay", content: "early words" }],
  });
  addArticle(db, { current: 0, statements: [{ content: "early words of an old version" }] });
  db.exec(SEARCH_FACTS);
  const { total, facets } = searchSqlite(db, "early outlet:quay speaker:holt");
  expect([total, facets.speaker, facets.month]).toEqual([
    1,
    [{ value: "Ana Holt", count: 1 }],
    [{ value: "2023", count: 1 }],
  ]);
  db.exec("UPDATE articles SET current = 1 WHERE id = 2");
  expect(searchSqlite(db, "early").total).toBe(2);
  db.exec("UPDATE articles SET current = 0 WHERE id = 1");
  expect(searchSqlite(db, "early").total).toBe(1);
});

it("a name keeps its number, however a statement is written over", () => {
  const db = exampleStore();
  const numbers = () => db.prepare("SELECT value, id FROM search_values ORDER BY id").all();
  const before = numbers();
  db.exec(
    "INSERT OR REPLACE INTO statements(id, article, n, speaker, content) VALUES (1, 1, 'a1', 'Sergei Shoigu', 'other words')",
  );
  expect(numbers()).toEqual(before);
  expect(searchSqlite(db, "other speaker:shoigu form:direct").total).toBe(0);
  expect(searchSqlite(db, "other speaker:shoigu since:2023").facets.speaker[0]?.value).toBe("Sergei Shoigu");
});

it("indexes are made once", () => {
  const db = new Sqlite(":memory:");
  db.exec(SCHEMA);
  ensureSearchIndexes(db);
  ensureSearchIndexes(db);
  expect(db.prepare("SELECT count(*) FROM search_facts").pluck().get()).toBe(0);
});
