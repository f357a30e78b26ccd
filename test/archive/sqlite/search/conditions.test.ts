import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCOPES } from "../../../../src/archive/query/match.ts";
import { parseQuery } from "../../../../src/archive/query/parse.ts";
import { and, not, or, type Query } from "../../../../src/archive/query/query.ts";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { registerFunctions, senseOf, toSqlite } from "../../../../src/archive/sqlite/search/conditions.ts";
import { exampleStore } from "./store.ts";
import { arbitraryQuery } from "../../query/trees.ts";

const db = exampleStore();
const ids = (query: Query) => new Set(searchSqlite(db, query, { limit: 100 }).hits.map((hit) => hit.statement ?? 0));
const everything = ids(and([]));
const sql = (query: Query) => toSqlite(query, senseOf(db, query));

const leaf = fc
  .constantFrom(
    ...[
      "missil*",
      "ready",
      "about:rockets",
      "text:crowd",
      "title:visit",
      "speaker:shoigu",
      "outlet:example",
      "byline:doe",
    ],
    ...["via:elan", "channel:state", "kind:person", "naming:named", "form:direct", "act:claim", "framing:neutral"],
    ...["negated:no", "since:2023-08", "until:2023-07-27", '"give up"'],
  )
  .map(parseQuery);
const known: fc.Arbitrary<Query> = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(and),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map(or),
    tie("tree").map(not),
  ),
})).tree;

describe("whatever is put together", () => {
  it("AND is the intersection, OR the union, NOT the rest", () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const [x, y] = [ids(a), ids(b)];
        expect(ids(and([a, b]))).toEqual(new Set([...x].filter((id) => y.has(id))));
        expect(ids(or([a, b]))).toEqual(new Set([...x, ...y]));
        expect(ids(not(a))).toEqual(new Set([...everything].filter((id) => !x.has(id))));
      }),
      { numRuns: 150 },
    );
  });

  it("any query can be run, in any scope and order", () => {
    const options = fc.record({
      in: fc.constantFrom(...SCOPES),
      order: fc.constantFrom("relevance" as const, "newest" as const),
    });
    fc.assert(
      fc.property(arbitraryQuery, options, (tree, option) => {
        expect(searchSqlite(db, tree, option).total).toBeLessThan(6);
      }),
      { numRuns: 200 },
    );
  });

  it("nothing that the user wrote stands in the SQL", () => {
    const { where, params } = sql(parseQuery(`"x' OR 1=1" OR (text:yyy since:2023) -speaker:"zz;--"`));
    expect(where).not.toMatch(/1=1|yyy|2023|zz/);
    expect(params).toContain("2023");
  });

  it("the condition alone finds what the search finds", () => {
    registerFunctions(db);
    fc.assert(
      fc.property(known, (tree) => {
        const { where, params } = sql(tree);
        const rows = `SELECT s.id FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1 AND ${where}`;
        expect(
          new Set(
            db
              .prepare(rows)
              .pluck()
              .all(...params),
          ),
        ).toEqual(ids(tree));
      }),
      { numRuns: 150 },
    );
  });
});
