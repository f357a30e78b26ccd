import { describe, expect, it } from "vitest";
import { newStemScanner, stemsOf } from "../../../src/archive/trace/stem-scan.ts";
import { random } from "./random.ts";

const WANTED = new Set(stemsOf("HARBOUR'S 1990 Älvdalen, the s of decision; 7 ferries"));
const slowly = (text: string): string[] => stemsOf(text).filter((stem) => WANTED.has(stem));

describe("beginnings of words", () => {
  it.each([
    ["forms of a word", "two Harbours were decided upon", ["harbo"]],
    ["a genitive in plain signs", "the harbour's 7", ["harbo", "7", "s"]],
    ["a genitive in marks of print", "the harbour’s 7", ["harbo", "7"]],
    ["accents", "in Alvdalen and Älvdalen", ["alvda", "alvda"]],
    ["words that say nothing by themselves", "the of and", []],
  ])("finds %s", (_, text, expected) => {
    expect(newStemScanner(WANTED)(text, [0, text.length]).sort()).toEqual([...expected].sort());
  });

  it("finds what folding the whole stretch finds, whatever is written", () => {
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
    const scan = newStemScanner(WANTED);
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 1 + r.below(9) }, () => r.pick(pieces)).join("");
      const from = r.below(3);
      expect([text, from, scan(text, [from, text.length]).sort()]).toEqual([
        text,
        from,
        slowly(text.slice(from)).sort(),
      ]);
    }
  });
});
