/** Arbitrary queries in normal form, for property tests. */
import fc from "fast-check";
import {
  and,
  DATE_FIELDS,
  LABELS,
  NAME_FIELDS,
  not,
  or,
  type Query,
  WORD_FIELDS,
} from "../../../src/archive/query/query.ts";

const bare = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .map((text) => `abc${text.replace(/[\s\u200b\ufeff()"“”„«»*\p{C}]/gu, "")}`)
  .filter((text) => !/^[\p{L}_]+:/u.test(text));
const loose = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((text) => `${text.replace(/\p{C}/gu, "")}w`.replace(/[\s\u200b\ufeff]+/gu, " ").trim());
const field = fc.option(fc.constantFrom(...WORD_FIELDS));

const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    type: fc.constant("words" as const),
    field,
    text: bare,
    exact: fc.constant(false),
    prefix: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("words" as const),
    field,
    text: loose,
    exact: fc.constant(true),
    prefix: fc.constant(false),
  }),
  fc.record({
    type: fc.constant("name" as const),
    field: fc.constantFrom(...NAME_FIELDS),
    text: loose,
    prefix: fc.constant(false),
  }),
  fc.record({
    type: fc.constant("name" as const),
    field: fc.constantFrom(...NAME_FIELDS),
    text: bare,
    prefix: fc.constant(true),
  }),
  fc
    .constantFrom(...(Object.keys(LABELS) as (keyof typeof LABELS)[]))
    .chain((name) => fc.constantFrom(...LABELS[name]).map((value): Query => ({ type: "label", field: name, value }))),
  fc.boolean().map((value): Query => ({ type: "flag", field: "negated", value })),
  fc.boolean().map((value): Query => ({ type: "flag", field: "relayed", value })),
  fc.record({
    type: fc.constant("date" as const),
    field: fc.constantFrom(...DATE_FIELDS),
    value: fc.constantFrom("2023", "1999-12", "2024-02-29"),
  }),
);

/** Any tree that a query can stand for, at most four groups deep. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("tree"), { minLength: 1, maxLength: 4 }).map(and),
    fc.array(tie("tree"), { minLength: 1, maxLength: 4 }).map(or),
    tie("tree").map(not),
  ),
})).tree;
