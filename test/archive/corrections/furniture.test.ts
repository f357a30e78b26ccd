import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctFurniture, type FurnitureEvent } from "../../../src/archive/corrections/furniture.ts";
import { budgetOf } from "../../../src/archive/corrections/near.ts";
import { placeAt } from "../../../src/archive/corrections/target.ts";
import type { FurnitureKind } from "../../../src/document.ts";
import { spanOf } from "../../helpers.ts";
import { expectTiled } from "../../laws.ts";
import { head, READING, TEXT } from "./samples.ts";

const at = (words: string) => placeAt(TEXT, spanOf(TEXT, words));
const mark = (words: string, kind: FurnitureKind = "promo"): FurnitureEvent => ({
  ...head(),
  type: "mark-furniture",
  place: at(words),
  kind,
});
const unmark = (words: string): FurnitureEvent => ({ ...head(), type: "unmark-furniture", place: at(words) });
const correct = (...events: FurnitureEvent[]) => correctFurniture(READING, events, budgetOf());
const words = (list: readonly { span: readonly [number, number] }[]): string[] =>
  list.map((x) => TEXT.slice(...x.span));

describe("furniture", () => {
  it("that a human marks is taken out of its block, which goes on around it", () => {
    const { furniture, blocks } = correct(mark("denied the plan"));
    expect(words(furniture)).toContain("denied the plan");
    expect(furniture.find((f) => f.kind === "promo")?.reason).toBe("marked as furniture by una");
    expect(words(blocks)).toContain("The Courier wrote that Hanne Moll, the harbour master,");
    expect(words(blocks)).toContain("had been kept secret.");
  });

  it("that a human unmarks becomes a paragraph, as far as it was furniture", () => {
    const teaser = "Read more: Gull steals ring, mayor says";
    expect(words(READING.furniture)).toEqual([teaser]);
    const { furniture, blocks } = correct(unmark(`since spring.\n\n${teaser}`));
    expect(furniture).toEqual([]);
    expect(blocks.at(-1)).toEqual({ kind: "paragraph", span: spanOf(TEXT, teaser) });
    expect(blocks).toHaveLength(READING.blocks.length + 1);
  });

  it("whose words are gone is lost, and nothing changes", () => {
    const event = { ...mark("denied"), place: { ...at("denied"), exact: "was silent on the matter", start: 7 } };
    expect(correct(event)).toMatchObject({ blocks: READING.blocks, furniture: READING.furniture, lost: [{ event }] });
    const blank = { ...mark("denied"), place: at("\n\n") };
    expect(correct(blank).lost[0]?.reason).toBe("there is nothing but blanks");
  });

  it("and blocks tile the text, whatever is marked and unmarked", () => {
    const offset = fc.integer({ min: 0, max: TEXT.length });
    const event = fc.tuple(offset, offset, fc.boolean()).filter(([s, e]) => s < e);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), (list) => {
        const events = list.map(([s, e, on]): FurnitureEvent => {
          const place = placeAt(TEXT, [s, e]);
          return on
            ? { ...head(), type: "mark-furniture", place, kind: "teaser" }
            : { ...head(), type: "unmark-furniture", place };
        });
        const { blocks, furniture } = correct(...events);
        expectTiled({ ...READING, blocks, furniture });
      }),
    );
  });
});
