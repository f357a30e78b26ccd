import fc from "fast-check";
import { expect, it } from "vitest";
import { parseQuery } from "../../../src/archive/query/parse.ts";
import { printQuery } from "../../../src/archive/query/print.ts";
import { arbitraryQuery } from "./trees.ts";

it("what is printed parses to the same tree", () => {
  fc.assert(
    fc.property(arbitraryQuery, (tree) => {
      expect(parseQuery(printQuery(tree))).toEqual(tree);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ["  a   AND b ", "a b"],
  ["a b OR c", "(a b) OR c"],
  ["a (b OR (c))", "a (b OR c)"],
  ["NOT (a OR b)", "-(a OR b)"],
  ["SPEAKER:“Sergei Shoigu” kind:PERSON", 'speaker:"Sergei Shoigu" kind:person'],
  ['speaker:"Shoigu"', "speaker:Shoigu"],
  ["", ""],
])("%j is printed as %j", (text, canonical) => {
  expect(printQuery(parseQuery(text))).toBe(canonical);
});
