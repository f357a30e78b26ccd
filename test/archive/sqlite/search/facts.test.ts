import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../../../src/archive/sqlite/migrations.ts";
import { migrate } from "../../../../src/archive/sqlite/open.ts";
import { SEARCH_FACTS } from "../../../../src/archive/sqlite/earlier/search.ts";
import { planSearch } from "../../../../src/archive/sqlite/search/plan.ts";
import { registerFunctions, senseOf } from "../../../../src/archive/sqlite/search/conditions.ts";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { and, not, type Query } from "../../../../src/archive/query/query.ts";
import { parseQuery } from "../../../../src/archive/query/parse.ts";
import { addArticle, emptyStore, exampleStore, rewrite } from "./store.ts";

describe("a search that few rows answer", () => {
  const db = exampleStore();
  registerFunctions(db);
  const rows = (query: Query, dated: boolean) => {
    const { from, where, params } = planSearch(db, query, senseOf(db, query), dated);
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
    const from = (text: string) => {
      const query = parseQuery(text);
      return planSearch(db, query, senseOf(db, query)).from;
    };
    expect(from("missiles form:direct since:2023")).toMatch(/^json_each/);
    expect(from("speaker:shoigu form:direct")).toMatch(/^json_each/);
    expect(from("outlet:courier form:direct")).toMatch(/^json_each/);
    expect(from("form:direct kind:person")).toMatch(/^search_words/);
    expect(from("missiles")).toMatch(/^search_words/);
  });
});

it("a search that few rows answer, and still too many to count, counts those most recently added", () => {
  const db = emptyStore();
  db.transaction(() => {
    for (let i = 0; i < 12; i++)
      addArticle(db, {
        outlet: "Quay Post",
        statements: Array.from({ length: 1000 }, () => ({ speaker: i < 4 ? "Early" : "Late", content: "the thing" })),
      });
  })();
  for (const query of ["thing form:indirect", "outlet:quay form:indirect"]) {
    const { more, facets } = searchSqlite(db, query);
    expect([more, facets.speaker]).toEqual([
      true,
      [
        { value: "Late", count: 8000 },
        { value: "Early", count: 2000 },
      ],
    ]);
  }
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
  migrate(db, "a", MIGRATIONS.slice(0, MIGRATIONS.indexOf(SEARCH_FACTS)));
  db.exec(`INSERT INTO articles(doc, outlet, published, current, text, reading, model, content_key, kept_at)
      VALUES('a', 'Quay Post', '2023', 1, 'early words', x'', 'm', 'k', '2025'), ('b', NULL, NULL, 0, 'early words of an old version', x'', 'm', 'k', '2025');
    INSERT INTO statements(article, n, start, end, speaker, kind, naming, form, act, negated, framing, confidence, content)
      VALUES(1, 'a1', 0, 11, 'Ana Holt', 'person', 'named', 'direct', 'claim', 0, 'hearsay', 1, 'early words'),
        (2, 'a1', 0, 11, NULL, 'person', 'named', 'direct', 'claim', 0, 'neutral', 1, 'early words')`);
  migrate(db, "a");
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
  rewrite(db, 1, { content: "other words", form: "indirect" });
  expect(numbers()).toEqual(before);
  expect(searchSqlite(db, "other speaker:shoigu form:direct").total).toBe(0);
  expect(searchSqlite(db, "other speaker:shoigu since:2023").facets.speaker[0]?.value).toBe("Sergei Shoigu");
});
