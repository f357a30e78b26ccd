import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlace } from "../../../src/archive/corrections/anchor.ts";
import { budgetOf } from "../../../src/archive/corrections/near.ts";
import { placeAt } from "../../../src/archive/corrections/target.ts";
import type { Span } from "../../../src/document.ts";
import { spanOf } from "../../helpers.ts";
import { TEXT } from "./samples.ts";

/** Where the n-th occurrence of `words` in TEXT is found in `text`. */
const found = (text: string, words: string, shift?: number, nth = 1) =>
  findPlace(text, placeAt(TEXT, spanOf(TEXT, words, nth)), shift === undefined ? {} : { shift });
const words = (text: string, place: ReturnType<typeof findPlace>): string | null =>
  place.state === "lost" ? null : text.slice(...place.span);

const CONTENT = "that the old bridge over the Skarn would be closed for two years";

describe("a place", () => {
  it("that has not changed is the same", () => {
    expect(found(TEXT, "said")).toEqual({ state: "same", span: spanOf(TEXT, "said") });
  });

  it("has moved with the text before it, whichever of the like words it was", () => {
    const text = `Updated: the mayor said more.\n\n${TEXT}`;
    expect(found(text, "said")).toEqual({ state: "moved", span: spanOf(text, "said", 2) });
    expect(found(text, "says")).toEqual({ state: "moved", span: spanOf(text, "says") });
  });

  it("is the same where only its surroundings changed", () => {
    const text = TEXT.replace("on Monday", "as we know");
    expect(found(text, "said")).toMatchObject({ state: "same" });
  });

  it("has changed when a few letters did, and goes to the edges of words", () => {
    const text = TEXT.replace("two years", "two full years").replace("that the old", "that this old");
    expect(words(text, found(text, CONTENT))).toBe(
      "that this old bridge over the Skarn would be closed for two full years",
    );
    expect(found(text, CONTENT).state).toBe("changed");
    const straight = TEXT.replaceAll(/[“”]/g, '"').replaceAll("\n\n", "\n");
    expect(words(straight, found(straight, "“Nobody was asked,”"))).toBe('"Nobody was asked,"');
  });

  it("has changed when its quotation marks or blanks are set otherwise, however short it is", () => {
    const text = TEXT.replaceAll(/[“”]/g, '"').replaceAll("Nobody at", "Nobody\u00a0at");
    expect(found(text, "“Nobody at")).toEqual({ state: "changed", span: spanOf(text, '"Nobody\u00a0at') });
  });

  it("of a long passage is found by its ends when a sentence came in between", () => {
    const long = Array.from({ length: 30 }, (_, i) => `Pier ${i} was sold to Mr ${i * 7}.`).join(" ");
    const old = `He said: ${long} End of quotation, and the rest of the report.`;
    const place = placeAt(old, spanOf(old, long));
    const text = old.replace("Pier 15", "Nobody minded 😀. Pier 15").replace("He said", "On Monday he said");
    const near = findPlace(text, place);
    expect(near.state).toBe("changed");
    expect(words(text, near)).toMatch(/^Pier 0 .* Mr 203\.$/);
  });

  it("of a short word that was replaced is known only beside words that were found", () => {
    const text = TEXT.replace("said", "stated");
    expect(found(text, "said").state).toBe("lost");
    expect(words(text, found(text, "said", 0))).toBe("stated");
  });

  it("is lost when its words are gone, and when nothing tells a short word from others", () => {
    expect(found("Something else.", CONTENT)).toEqual({
      state: "lost",
      reason: "“that the old bridge over the Skarn would be closed for two y…” does not stand in the article any more",
    });
    expect(found("She said so.", "said")).toEqual({
      state: "lost",
      reason: "“said” stands in the article, but maybe not where it was meant",
    });
    expect(found("", "said").state).toBe("lost");
    const other = "The mayor said that the old mill over the Oske would be opened for ten days.";
    expect(found(other, CONTENT).state).toBe("lost");
  });

  it("stays where it is, or is lost, whatever is put into the text outside it", () => {
    const edges = [0];
    for (const c of TEXT) edges.push((edges.at(-1) as number) + c.length);
    const edge = fc.constantFrom(...edges);
    const spans = fc.tuple(edge, edge).filter(([s, e]) => s < e);
    const piece = fc.constantFrom(
      "😀",
      "👩‍👩‍👧",
      "שלום ",
      "مرحبا",
      "\u202e",
      "\n",
      "e\u0301",
      " Nobody said so. ",
      "the plan ",
    );
    const put = fc.array(piece, { maxLength: 30 }).map((list) => list.join(""));
    fc.assert(
      fc.property(spans, put, put, edge, put, (span, before, after, middle, inside) => {
        const [s, e] = span;
        const cut = middle > s && middle < e ? s : middle;
        const text = before + TEXT.slice(0, cut) + inside + TEXT.slice(cut) + after;
        const start = before.length + s + (cut <= s ? inside.length : 0);
        const place = findPlace(text, placeAt(TEXT, span));
        if (place.state === "lost") expect(e - s).toBeLessThan(20);
        else expect(place.span).toEqual([start, start + e - s]);
        if (place.state !== "lost") expect(place.state).toBe(start === s ? "same" : "moved");
      }),
      { numRuns: 500 },
    );
  });

  it("is found, nearly, when letters of a long one change", () => {
    const span = spanOf(TEXT, CONTENT);
    const change = fc.tuple(
      fc.integer({ min: span[0], max: span[1] - 1 }),
      fc.constantFrom("", "x", "😀", "ש", " very "),
    );
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "Neu 😀. "),
        (changes, before) => {
          let text = TEXT;
          for (const [at, by] of [...changes].sort((a, b) => b[0] - a[0]))
            text = text.slice(0, at) + by + text.slice(at + 1);
          text = before + text;
          const place = findPlace(text, placeAt(TEXT, span));
          expect(place.state).not.toBe("lost");
          if (place.state === "lost") return;
          const end = before.length + span[1] + text.length - before.length - TEXT.length;
          expect(Math.abs(place.span[0] - before.length - span[0])).toBeLessThanOrEqual(20);
          expect(Math.abs(place.span[1] - end)).toBeLessThanOrEqual(20);
        },
      ),
    );
  });

  it("gives spans inside the text that cut no pair in two, for any text and any place", () => {
    const any = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(
        any,
        any,
        any,
        any,
        fc.nat(100),
        fc.option(fc.integer({ min: -50, max: 50 })),
        (text, exact, prefix, suffix, start, shift) => {
          const place = findPlace(
            text,
            { exact: exact || "x", prefix, suffix, start },
            shift === null ? {} : { shift },
          );
          if (place.state === "lost") return;
          const [s, e] = place.span as Span;
          expect(0 <= s && s < e && e <= text.length).toBe(true);
          if (place.state === "changed") expect(text.slice(s, e)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        },
      ),
    );
  });

  it("costs no more than its budget, however long and monotonous the text", () => {
    const budget = budgetOf(3_000_000);
    const exact = `${"a".repeat(399)}b`;
    const text = "a".repeat(2_000_000);
    const place = { exact, prefix: "", suffix: "", start: 500_000 };
    findPlace(text, place, { budget });
    expect(budget.left).toBeGreaterThan(-400);
    expect(findPlace("b".repeat(1000), { ...place, exact: "a".repeat(400) }, { budget: budgetOf(0) })).toMatchObject({
      reason: "too much of the article has changed to look for it",
    });
    expect(findPlace(text, { ...place, exact: "a", prefix: "b", suffix: "b" })).toMatchObject({ state: "lost" });
  });
});
