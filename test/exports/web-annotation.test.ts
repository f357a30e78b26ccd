import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableError } from "../../src/error.ts";
import { fromWebAnnotation, toWebAnnotation } from "../../src/exports/web-annotation.ts";
import { arbitraryReading, SAMPLE, TEXT } from "./readings.ts";

const collection = (items: unknown[]): string => JSON.stringify({ type: "AnnotationCollection", first: { items } });

describe("Web Annotation", () => {
  it("is a collection whose targets are quotes and positions in code points", () => {
    const json = JSON.parse(toWebAnnotation([SAMPLE]));
    expect(json).toMatchObject({ type: "AnnotationCollection", total: 4, first: { type: "AnnotationPage" } });
    const [, second] = json.first.items;
    expect(second).toMatchObject({
      id: "urn:hearsay:statement:ferry%2F1:a2",
      type: "Annotation",
      body: [{ type: "TextualBody", value: "Ódil Brandt · direct quotation · told with distance" }, {}, {}, {}],
    });
    expect(second.target).toHaveLength(2);
    const [quote, position] = second.target[0].selector;
    expect(quote).toMatchObject({
      type: "TextQuoteSelector",
      exact: '"=Nobody,',
      suffix: ' and I mean nobody, was awake."\n'.slice(0, 32),
    });
    expect([...TEXT].slice(position.start, position.end).join("")).toBe(quote.exact);
    expect(position.start).toBe(TEXT.indexOf('"=Nobody') - 1);
  });

  it("comes back as the same attributions", () => {
    fc.assert(
      fc.property(arbitraryReading("x/1"), arbitraryReading("y 2"), (one, two) => {
        const { attributions, lost } = fromWebAnnotation(toWebAnnotation([one, two]), [two, one]);
        expect(lost).toEqual([]);
        expect(attributions.get(one.doc) ?? []).toEqual(one.attributions);
        expect(attributions.get(two.doc) ?? []).toEqual(two.attributions);
      }),
    );
    expect(fromWebAnnotation(toWebAnnotation([SAMPLE]), [SAMPLE]).attributions.get(SAMPLE.doc)).toEqual(
      SAMPLE.attributions,
    );
  });

  it("is placed by its quotes when the article has grown at its head", () => {
    const grown = { ...SAMPLE, text: `Updated at noon.\n${TEXT}` };
    const { attributions } = fromWebAnnotation(toWebAnnotation([SAMPLE]), [grown]);
    const [first] = attributions.get(SAMPLE.doc) ?? [];
    expect(first?.content[0]?.[0]).toBe((SAMPLE.attributions[0]?.content[0]?.[0] ?? 0) + 17);
  });

  it("of another tool is read with the plainest labels, by address, quote or position", () => {
    const target = {
      source: "https://meridian.example/ferry?id=1",
      selector: { type: "TextQuoteSelector", exact: "denied" },
    };
    const position = { ...target, selector: [{ type: "TextPositionSelector", start: 0, end: 19 }] };
    const body = { type: "TextualBody", value: "see here" };
    const json = collection([
      { id: "h1", type: "Annotation", body, target },
      { id: "h2", type: "Annotation", target: [position] },
    ]);
    const [one, two] = fromWebAnnotation(json, [SAMPLE]).attributions.get(SAMPLE.doc) ?? [];
    expect(one).toMatchObject({ id: "h1", source: [], form: "indirect", act: "claim", confidence: 1, why: {} });
    expect(TEXT.slice(...(one?.content[0] ?? [0, 0]))).toBe("denied");
    expect(TEXT.slice(...(two?.content[0] ?? [0, 0]))).toBe("Ferry ran aground 😀");
  });

  it("tells what it could not place", () => {
    const source = "https://meridian.example/ferry?id=1";
    const gone = { type: "TextQuoteSelector", exact: "not there" };
    const json = collection([
      { id: "h1", target: "https://other.example/" },
      { id: "h2", target: { source, selector: gone } },
      { id: "h3", target: source },
    ]);
    const { attributions, lost } = fromWebAnnotation(json, [SAMPLE]);
    expect(attributions.size).toBe(0);
    expect(lost).toEqual([
      { id: "h1", reason: "its article is not among those given" },
      { id: "h2", reason: "its content does not stand in the article" },
      { id: "h3", reason: "its content does not stand in the article" },
    ]);
  });

  it("refuses what is no collection, and labels it does not know", () => {
    expect(() => fromWebAnnotation("[", [])).toThrow(UnreadableError);
    expect(() => fromWebAnnotation("{}", [])).toThrow(/no Web Annotation collection/);
    const wrong = toWebAnnotation([SAMPLE]).replace('"denial"', '"shouting"');
    expect(() => fromWebAnnotation(wrong, [SAMPLE])).toThrow(/a3: label "act"/);
  });
});
