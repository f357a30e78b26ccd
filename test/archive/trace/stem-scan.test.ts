import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/document.ts";
import { newStemCounters, stemsOf } from "../../../src/archive/trace/stem-scan.ts";
import { random } from "./random.ts";

const WANTED = new Set(stemsOf("HARBOUR'S 1990 Älvdalen, the s of decision; 7 ferries"));

describe("beginnings of words", () => {
  it.each([
    ["forms of a word", "two Harbours were decided upon, as harbours are", 1],
    ["a genitive in plain signs", "the harbour's 7", 3],
    ["a genitive in marks of print", "the harbour’s 7", 2],
    ["accents", "in Alvdalen and Älvdalen", 1],
    ["words that say nothing by themselves", "the of and", 0],
  ])("counts %s", (_, text, expected) => {
    expect(newStemCounters(WANTED)(text)([[0, text.length]])).toBe(expected);
  });

  it("counts what folding each stretch finds, whatever is written", () => {
    const r = random(11);
    const pieces = [
      "harbour",
      "Ferries",
      "s",
      "S",
      "'",
      "’",
      "‘",
      "_",
      " ",
      " ",
      ".",
      "1990",
      "7",
      "é",
      "ʼ",
      "ж",
      "½",
      "decisive",
      "–",
      "“",
      "the",
      "\u0301",
    ];
    const countersOf = newStemCounters(WANTED);
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 1 + r.below(12) }, () => r.pick(pieces)).join("");
      const count = countersOf(text);
      const stretch = (from: number): Span => [from, Math.min(text.length, from + r.below(text.length + 1))];
      for (const spans of [[stretch(0)], [stretch(r.below(3))], [stretch(0), stretch(r.below(text.length))]]) {
        const found = spans.flatMap((span) => stemsOf(text.slice(...span))).filter((stem) => WANTED.has(stem));
        expect([text, spans, count(spans)]).toEqual([text, spans, new Set(found).size]);
      }
    }
  });
});
