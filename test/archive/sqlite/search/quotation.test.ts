import { describe, expect, it } from "vitest";
import { align, quotedWords } from "../../../../src/archive/query/align.ts";
import { MEDIUM, partOf, standsIn } from "../../../../src/archive/query/quotation.ts";
import { findQuotation } from "../../../../src/archive/sqlite/search/quotation.ts";
import { UsageError } from "../../../../src/error.ts";
import { addArticle, emptyStore } from "./store.ts";

const SAID = "We don’t intend to give up the harbour, whatever the price, and we will not ask for help";
const like = (quotation: string, text = SAID) => align(quotedWords(quotation), quotedWords(text))?.similarity;

describe("a quotation is as similar to what was said as its words are", () => {
  it.each<[string, string, number]>([
    ["straight quotes, case and marks", '"we don\'t intend to give up the harbour - whatever the price"', 1],
    ["a part of it", "we will not ask for help", 1],
    ["an ellipsis", "We don't intend to give up the harbour … and we will not ask for help", 1],
    ["three dots", "We don't intend to give up the harbour... and we will not ask for help", 1],
    ["an insertion", "We don't intend to give up the harbour [of Example], whatever the price", 1],
    ["a replacement", "We don't intend to give up [it], whatever the price, and we will not ask for help", 0.94],
  ])("%s", (_, quotation, similarity) => {
    expect(like(quotation)).toBeCloseTo(similarity, 1);
  });

  it("also where the text has the ellipsis or the brackets", () => {
    expect(like(SAID, "We don’t intend to give up the harbour … and we [the town] will not ask for help")).toBe(1);
  });

  it("small edits cost a little, other words much", () => {
    expect(like("We don't intend to give up the harbours, whatever the price")).toBeGreaterThan(0.9);
    expect(like("We didn't intend to give up that harbour, whatever the cost")).toBeGreaterThan(0.6);
    expect(like("We will sell the harbour tomorrow to anyone who asks")).toBeLessThan(0.5);
    expect(like("they lost 12 boats", "they lost 13 boats")).toBe(0.75);
  });

  it("tells where it stands", () => {
    const [start, end] = align(quotedWords("whatever the price"), quotedWords(SAID))?.span ?? [0, 0];
    expect(SAID.slice(start, end)).toBe("whatever the price");
  });

  it("is nothing without words", () => {
    expect(align([], quotedWords(SAID))).toBeNull();
    expect(align(quotedWords("…"), quotedWords(SAID))).toBeNull();
  });
});

describe("finding a quotation", () => {
  const db = emptyStore();
  addArticle(db, { statements: [{ content: SAID }, { content: "The harbour was built at a high price" }] });
  addArticle(db, { statements: [{ content: "we intend to give up the harbour whatever it costs" }] });
  addArticle(db, { current: 0, statements: [{ content: SAID }] });
  for (let i = 0; i < 4000; i++)
    addArticle(db, { statements: [{ content: `it is not what we will do for them ${i}` }] });
  addArticle(db, { statements: [{ content: "is it what they do for us, will it not do" }] });
  addArticle(db, { statements: [{ content: "what we do is not for them" }] });

  it("gives the most similar first, with its words marked", () => {
    const hits = findQuotation(db, "“We don't intend to give up the harbour […] and we will not ask for help”");
    expect(hits.map((hit) => [hit.statement, hit.article])[0]).toEqual([1, 1]);
    expect(hits[0]?.similarity).toBe(1);
    expect(hits[0]?.pieces).toEqual([{ text: SAID, hit: true }]);
    expect(findQuotation(db, "intend to give up the harbour whatever").map((hit) => hit.statement)).toEqual([1, 3]);
  });

  it("finds it when all its words are common", () => {
    expect(findQuotation(db, "What we do is not for them!")[0]).toMatchObject({ similarity: 1, article: 4005 });
  });

  it("finds nothing rather than anything", () => {
    expect(findQuotation(db, "zebras cannot swim")).toEqual([]);
    expect(findQuotation(db, '" OR content : "harbour')).toEqual([]);
    expect(() => findQuotation(db, "“…”")).toThrow(UsageError);
  });
});

describe("a row of words is looked up by", () => {
  const common = MEDIUM + 1;
  const row = ["we", "will", "not", "give", "up", "the", "harbour"];
  const counts = (rare: Record<string, number>) => new Map(row.map((word) => [word, rare[word] ?? common]));

  it.each([
    ["its two rarest words", row, { harbour: 3, give: 200 }, [["harbour"], ["give"]]],
    ["its rarest word with those beside it", row, { give: 200 }, [["not", "give", "up"]]],
    ["the last words, where the rarest ends it", row, { harbour: 3 }, [["up", "the", "harbour"]]],
    ["all of it, where no word is rare", row, {}, null],
    ["all of it, where it is short", ["up", "the", "harbour"], { harbour: 3 }, null],
  ])("%s", (_, words, rare, part) => {
    expect(partOf(words, counts(rare))).toEqual(part);
  });

  it("and told to stand there by its words", () => {
    expect(standsIn(["don", "t", "intend"], SAID)).toBe(true);
    expect(standsIn(["intend", "to", "give", "the"], SAID)).toBe(false);
    expect(standsIn(["for", "help", "us"], SAID)).toBe(false);
  });
});
