import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableError } from "../../src/error.ts";
import { toBrat, toBratZip, unbroken } from "../../src/exports/brat.ts";
import { fromBrat } from "../../src/exports/brat-read.ts";
import { arbitraryReading, SAMPLE, TEXT } from "./readings.ts";

describe("brat", () => {
  it("has a line for each part, link and label, with offsets in code points", () => {
    const { txt, ann } = toBrat(SAMPLE);
    expect(txt).toBe(TEXT);
    const points = [...TEXT];
    for (const m of ann.matchAll(/^T\d+\t\w+ ([\d ;]+)\t(.*)$/gm)) {
      const pieces = (m[1] ?? "").split(";").map((p) => points.slice(...p.split(" ").map(Number)).join(""));
      expect(pieces.join(" ")).toBe(m[2]);
    }
    expect(ann).toMatch(/^T\d+\tContent \d+ \d+;\d+ \d+\t"=Nobody, was awake\."$/m);
    expect(ann).toMatch(/^T\d+\tContent \d+ \d+;\d+ \d+\tthat the crew had been drinking$/m);
    expect(ann).toMatch(/^R\d+\tSaidBy Arg1:T\d+ Arg2:T\d+$/m);
    expect(ann).toMatch(/^R\d+\tWithin Arg1:T\d+ Arg2:T1$/m);
    expect(ann).toMatch(/^A\d+\tAct T\d+ denial$/m);
    expect(ann).toMatch(/^A\d+\tNegated T\d+$/m);
  });

  it("writes lines that every reader splits alike, with ids that are never used twice", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const { txt, ann } = toBrat(reading);
        expect(txt).not.toContain("\r");
        expect(txt.length).toBe(reading.text.length);
        expect(ann).not.toMatch(/[\v\f\r\u001c-\u001e\u0085\u2028\u2029]/);
        const ids = ann
          .split("\n")
          .slice(0, -1)
          .map((line) => line.split("\t")[0]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const line of ann.split("\n").slice(0, -1)) expect(line).toMatch(/^[TRA#]\d+\t[^\t]+(\t[^\t]*)?$/);
      }),
    );
  });

  it("comes back as the same attributions, against the text and against the .txt", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const { txt, ann } = toBrat(reading);
        expect(fromBrat(ann, reading.text)).toEqual(reading.attributions);
        expect(fromBrat(ann.replaceAll("\n", "\r\n"), txt)).toEqual(reading.attributions);
      }),
      { numRuns: 300 },
    );
    expect(fromBrat(toBrat(SAMPLE).ann, TEXT)).toEqual(SAMPLE.attributions);
  });

  it("splits at line breaks and joins again, but not pieces that were two", () => {
    expect(unbroken("ab\r\n\tcd", [[0, 7]])).toEqual([
      [0, 2],
      [5, 7],
    ]);
    const [first] = SAMPLE.attributions;
    if (!first) throw new Error("no attribution");
    const text = "one\ntwo";
    const apart = { ...first, source: [], cue: [], when: null, content: [[0, 3] as const, [4, 7] as const] };
    expect(fromBrat(toBrat({ ...SAMPLE, text, attributions: [apart] }).ann, text)).toEqual([apart]);
  });

  it("takes what a human changed there", () => {
    const edited = `${toBrat(SAMPLE)
      .ann.replace(/(A\d+\tForm T1) mixed/, "$1 indirect")
      .replace(/^R\d+\tWithin.*\n/m, "")
      .replace(
        /^(T1\tContent \d+) \d+\t.*$/m,
        "$1 99\tchanged",
      )}T99\tContent 0 5\tFerry\nT100\tPerson 6 9\tran\nE1\tx\n* x\n`;
    const read = fromBrat(edited, TEXT);
    expect(read).toHaveLength(5);
    expect(read[0]).toMatchObject({ id: "a1", form: "indirect", content: [[expect.any(Number), 100]] });
    expect(read[1]).toMatchObject({ id: "a2", within: null });
    expect(read[4]).toMatchObject({ id: "T99", content: [[0, 5]], act: "claim", source: [], confidence: 1 });
  });

  it.each([
    ["T1 Content 0 1 x", /Line 1 .* is no text-bound/],
    ["\nT1\tContent 0 9999\tx", /Line 2 .* outside the text/],
    ["T1\tContent 0 1\tF\n#1\tHearsay T1\t{", /Line 2 .* no JSON/],
    ["T1\tContent 0 1\tF\nA1\tAct T1 shouting", /T1: label "act"/],
  ])("refuses a broken line: %j", (ann, message) => {
    expect(() => fromBrat(ann, TEXT)).toThrow(UnreadableError);
    expect(() => fromBrat(ann, TEXT)).toThrow(message);
  });

  it("is packed with the configuration that brat needs", () => {
    const files = unzipSync(toBratZip([SAMPLE, { ...SAMPLE, doc: "ferry 1" }]));
    expect(Object.keys(files)).toEqual([
      "annotation.conf",
      "ferry_1.txt",
      "ferry_1.ann",
      "ferry_1-2.txt",
      "ferry_1-2.ann",
    ]);
    const conf = strFromU8(files["annotation.conf"] ?? new Uint8Array());
    for (const m of toBrat(SAMPLE).ann.matchAll(/^[TRA]\d+\t(\w+)/gm)) expect(conf).toContain(`\n${m[1]}`);
  });
});
