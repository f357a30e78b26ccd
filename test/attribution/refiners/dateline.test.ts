import { describe, expect, it } from "vitest";
import { dateline } from "../../../src/attribution/refiners/dateline.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

const contentOf = (line: string, content: string): string[] => {
  const text = `A headline stands here\n\n${line}\n`;
  const [a] = dateline([attributionOf(text, ["the mayor"], ["said"], [content])], contextOf(docOf(text)));
  return wordsOfSpans(text, a?.content ?? []);
};

describe("dateline", () => {
  it.each(["ORLE, May 15 (North Wire) - ", "ORLE — ", "PORT SELE, Kestria (KSA) -- ", "Orle, 15 May 2024 – "])(
    "is cut: %s",
    (line) => {
      expect(contentOf(`${line}The pier sank, the mayor said.`, `${line}The pier sank`)).toEqual(["The pier sank"]);
    },
  );

  it.each(["The pier – or what is left of it", "NATO ships – six of them – sank"])("leaves alone: %s", (content) => {
    expect(contentOf(`${content}, the mayor said.`, content)).toEqual([content]);
  });

  it("leaves the middle of a block alone", () => {
    expect(contentOf("On Friday ORLE — the mayor said it sank.", "it sank")).toEqual(["it sank"]);
  });
});
