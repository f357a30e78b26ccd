import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromSpacy, toDoccano, toSpacy } from "../../src/exports/spacy.ts";
import { arbitraryReading, SAMPLE, TEXT } from "./readings.ts";

const slice = (start: number, end: number): string => [...TEXT].slice(start, end).join("");

describe("spaCy", () => {
  it("has spans in code points with their label and attribution", () => {
    const { text, spans, meta } = JSON.parse(toSpacy([SAMPLE]));
    expect(text).toBe(TEXT);
    expect(meta).toMatchObject({ doc: "ferry/1", outlet: "Meridian Press" });
    const second = spans.filter((s: { attribution: string }) => s.attribution === "a2");
    expect(second.map((s: { start: number; end: number; label: string }) => [s.label, slice(s.start, s.end)])).toEqual([
      ["SOURCE", "captain Ódil Brandt, 52"],
      ["CUE", "told"],
      ["CONTENT", '"=Nobody,'],
      ["CONTENT", 'was awake."'],
      ["CHANNEL", "Radio Quay"],
    ]);
  });

  it("comes back as the same attributions", () => {
    fc.assert(
      fc.property(fc.array(arbitraryReading(), { maxLength: 3 }), (readings) => {
        expect([...fromSpacy(toSpacy(readings))]).toEqual(
          readings.map(({ doc, text, attributions }) => ({ doc, text, attributions })),
        );
      }),
    );
  });

  it("passes over foreign spans, and names the line that does not fit", () => {
    const foreign = { text: "😀 ab", spans: [{ start: 2, end: 4, label: "CONTENT", attribution: "x" }] };
    const spans = [...foreign.spans, { start: 0, end: 1, label: "PERSON" }, { start: 0, end: 1, label: "CUE" }];
    expect([...fromSpacy(JSON.stringify({ ...foreign, spans }))]).toMatchObject([
      { doc: null, attributions: [{ id: "x", content: [[3, 5]], cue: [], act: "claim" }] },
    ]);
    expect(() => [...fromSpacy("\n{")]).toThrow(/Line 2 is no JSON/);
    expect(() => [...fromSpacy(JSON.stringify({ ...foreign, text: "ab" }))]).toThrow(/Line 1: span 2 to 4/);
    expect(() => [...fromSpacy('{"text": 1}')]).toThrow(/Line 1: text/);
    expect(() => [...fromSpacy(toSpacy([SAMPLE]).replace('"denial"', '"x"'))]).toThrow(
      /Line 1, attribution a3: label "act"/,
    );
  });
});

describe("doccano", () => {
  it("has entities and relations whose ids are never used twice", () => {
    interface Line {
      doc: string;
      entities: { id: number; label: string; start_offset: number; end_offset: number }[];
      relations: { id: number; from_id: number; to_id: number; type: string }[];
    }
    const lines = toDoccano([SAMPLE, SAMPLE])
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    const [first] = lines;
    const words = new Map(first?.entities.map((e) => [e.id, slice(e.start_offset, e.end_offset)]));
    const links = first?.relations.map((r) => [words.get(r.from_id), r.type, words.get(r.to_id)]);
    expect(links).toContainEqual(['"=Nobody,', "SOURCE", "captain Ódil Brandt, 52"]);
    expect(links).toContainEqual(['"=Nobody,', "CONTINUES", 'was awake."']);
    expect(links?.filter(([, type]) => type === "WITHIN")).toHaveLength(1);
    const ids = lines.flatMap((l) => [...l.entities, ...l.relations].map((x) => x.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
