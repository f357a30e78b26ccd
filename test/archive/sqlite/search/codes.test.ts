import { expect, it } from "vitest";
import { LABELS } from "../../../../src/archive/query/query.ts";
import { ALL_CODES, labelCodes } from "../../../../src/archive/sqlite/search/codes.ts";
import { searchSqlite } from "../../../../src/archive/sqlite/search/search.ts";
import { addArticle, emptyStore, exampleStore } from "./store.ts";

it("has codes for each label but a review, none of which tells of two labels", () => {
  const { review: _, ...labels } = LABELS;
  for (const [field, values] of Object.entries(labels)) {
    const codes = values.flatMap((value) => labelCodes(field, value));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(0);
  }
  expect(new Set(ALL_CODES).size).toBe(ALL_CODES.length);
  expect(labelCodes("review", "accepted")).toEqual([]);
});

it("neither a text nor a query can name a code", () => {
  const db = emptyStore();
  // U+E000 begins a code; these are the words of the codes for hearsay, and for the first article.
  const hostile = "\uE000indirect\uE000hearsay \uE000A1 \uE000Relayed pier";
  addArticle(db, { statements: [{ content: "the pier is shut" }, { content: hostile }] });
  expect(searchSqlite(db, "framing:hearsay").total).toBe(0);
  expect(searchSqlite(db, "relayed:yes").total).toBe(0);
  expect(searchSqlite(db, "pier").total).toBe(2);
  expect(searchSqlite(db, "\uE000A1").total).toBe(1);
  expect(searchSqlite(db, "\uE000indirect*").total).toBe(1);
  expect(searchSqlite(db, "\uE000indirect").total).toBe(1);
});

it("names that many words stand for are looked for in the statements themselves", () => {
  const db = exampleStore();
  const names = Array.from({ length: 600 }, (_, i) => `Minister Number${i}`);
  addArticle(db, {
    outlet: "Example Post",
    byline: "Minister Doe",
    published: "2024-01-01",
    statements: names.map((speaker) => ({
      speaker,
      content: `pier of ${speaker.slice(9)}`,
      channel: `${speaker} live`,
    })),
  });
  expect(searchSqlite(db, "speaker:minister").total).toBe(600);
  expect(searchSqlite(db, "speaker:minister pier outlet:post since:2024").total).toBe(600);
  expect(searchSqlite(db, "speaker:number5*").total).toBe(111);
  expect(searchSqlite(db, "channel:minister -speaker:number7").total).toBe(599);
  expect(searchSqlite(db, "missiles -speaker:minister").total).toBe(1);
  expect(searchSqlite(db, "speaker:minister byline:minister form:indirect").total).toBe(600);
});
