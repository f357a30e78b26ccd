import { constants, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DICTIONARY } from "../../../src/archive/save/dictionary.ts";
import { packReading, unpackReading } from "../../../src/archive/save/pack.ts";
import type { Attribution, Reading } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";

const meaning = (first: number): string =>
  Buffer.from(Array.from({ length: 128 }, (_, i) => first + i)).toString("base64");

/** Two statements with reasons and meanings, one without meaning. */
function sample(): Reading {
  const reading = makeReading("a", "Ana Holt said the pier is shut.");
  const [one] = reading.attributions as [Attribution];
  const why: Attribution["why"] = {
    act: { how: "stated", by: "act", reason: "the cue “said” signals it", confidence: 0.9 },
  };
  return {
    ...reading,
    attributions: [
      { ...one, why, meaning: meaning(3) },
      { ...one, id: "a2", meaning: "no base64" },
      { ...one, id: "a3", why, meaning: meaning(90), review: "accepted" },
    ],
  };
}

/** What an earlier version of Hearsay packed. */
function packedBefore({ text: _, ...rest }: Reading): Buffer {
  const meanings = rest.attributions.map((a) => Buffer.from(a.meaning ?? "", "base64"));
  const attributions = rest.attributions.map((a, i) =>
    a.meaning === "no base64" ? a : { ...a, meaning: meanings[i]?.length },
  );
  const json = deflateSync(JSON.stringify({ ...rest, attributions }), { dictionary: DICTIONARY });
  const head = Buffer.alloc(5, 1);
  head.writeUInt32LE(json.length, 1);
  const numbers = Buffer.concat(meanings.filter((_, i) => rest.attributions[i]?.meaning !== "no base64"));
  return Buffer.concat([head, json, deflateSync(numbers, { strategy: constants.Z_HUFFMAN_ONLY })]);
}

/** What the version after that packed. */
function packedByRows(reading: Reading): Buffer {
  const whole = packedBefore({
    ...reading,
    attributions: reading.attributions.map((a) => ({ ...a, why: 0 as never })),
  });
  const reasons = deflateSync(JSON.stringify(reading.attributions.map(({ why }) => why)), { dictionary: DICTIONARY });
  const head = Buffer.alloc(9, 2);
  const length = whole.readUInt32LE(1);
  head.writeUInt32LE(length, 1);
  head.writeUInt32LE(reasons.length, 5);
  return Buffer.concat([head, whole.subarray(5, 5 + length), reasons, whole.subarray(5 + length)]);
}

/** What the version after that packed of `makeReading("a", BEFORE)`. */
const BEFORE = "Ana Holt said the pier is shut. Bo Lind denied it.";
const PACKED_BEFORE = [
  "AxcBAAA/AAAAeLvGbhIIjZrNCsIwDMdfRXou0sIUt5s33yHkUARRmNtAPY29u7RJmnbz4LEfdFny6+c/MycwhCKDYTave5hYgkz2sPAc/3G8mc",
  "7HYfrPc0idyWIoUg1QhOrZTH240kjOHhziEp29TT4g20Tcp9JKFFc9nyr+yjagJs4xWGv7lQi/kdErL+jpX5arN52VeYWmJUmvzxJZK/4bpMzh",
  "s6Il6+0gn9n57XR98Kc58zsGOo2i49nfJ0TdbXN9axuq1w0wt/nG+mNqJZRBWUaGGZhmLHCGxDMWQEMmGq0CQkyjQg1MNSrWYM5D2F3GPn2SAI",
  "cYRqwuWtnkZK3gLh0JeCk90v7ED82m80s9C8DtW+QFCVwk9As8AwUQeLuVTBcXqwbXgOCVGdjqn5LU4hLUrhV4XLEos6QkNU+hOB+9gAEt0QAP",
  "1uBIVfijFOwkZBOLoeVNLQAhajfQeAEDAAAAAAE=",
].join("");

describe("a packed reading", () => {
  it("comes back as it was, to the order of its fields", () => {
    const reading = sample();
    expect(JSON.stringify(unpackReading(packReading(reading), reading.text))).toBe(JSON.stringify(reading));
  });

  it("comes back without its reasons where they are not wanted", () => {
    const reading = sample();
    expect(unpackReading(packReading(reading), reading.text, { reasons: false })).toEqual({
      ...reading,
      attributions: reading.attributions.map((a) => ({ ...a, why: {} })),
    });
  });

  it("brings along a text that the column cannot hold", () => {
    const reading = { ...sample(), text: "Ana Holt said\0 the pier is shut." };
    const column = reading.text.replace("\0", "␀");
    expect(unpackReading(packReading(reading, column), column)).toEqual(reading);
  });

  it("comes back whatever its confidences, ids and empty places are", () => {
    const reading = sample();
    const [one] = reading.attributions as [Attribution];
    const told = (confidence: number) => ({ how: "stated", by: "act", reason: "so", confidence }) as const;
    const odd: Reading = {
      ...reading,
      attributions: [
        { ...one, source: [], confidence: 0, why: { source: told(0), act: told(1), form: told(0) } },
        {
          ...one,
          id: "a3",
          content: [
            [9, 12],
            [2, 4],
          ],
          why: {},
        },
        { ...one, id: "a2", confidence: 0.5, why: { act: told(0.5), source: told(0.5), form: told(0.25) } },
      ],
    };
    for (const each of [odd, { ...odd, attributions: [], blocks: [] }])
      expect(JSON.stringify(unpackReading(packReading(each), each.text))).toBe(JSON.stringify(each));
  });

  it.each([
    ["by rows, the reasons apart", packedByRows],
    ["with the reasons in their places", packedBefore],
    ["as one stream", ({ text: _, ...rest }: Reading) => deflateSync(JSON.stringify(rest))],
  ])("of an earlier version is read too: %s", (_, pack) => {
    const reading = sample();
    expect(JSON.stringify(unpackReading(pack(reading), reading.text))).toBe(JSON.stringify(reading));
  });

  it("of the version before this one is read too", () => {
    const reading = unpackReading(Buffer.from(PACKED_BEFORE, "base64"), BEFORE);
    expect(reading).toEqual(makeReading("a", BEFORE));
  });

  it("is smaller for the words that its text has", () => {
    const reading = sample();
    const elsewhere = { ...reading, text: reading.text.replaceAll(/\p{L}/gu, "x") };
    expect(packReading(reading).length).toBeLessThan(packReading(elsewhere).length);
  });
});
