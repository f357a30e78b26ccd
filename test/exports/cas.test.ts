import { unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCas, toCasZip } from "../../src/exports/cas.ts";
import { PARTS, partSpans } from "../../src/exports/parts.ts";
import type { Reading } from "../../src/document.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

interface Structure {
  "%ID": number;
  "%TYPE": string;
  begin: number;
  end: number;
  [feature: string]: unknown;
}
interface Cas {
  "%TYPES": Record<string, Record<string, unknown>>;
  "%FEATURE_STRUCTURES": Structure[];
  "%VIEWS": { _InitialView: { "%SOFA": number; "%MEMBERS": number[] } };
}
const casOf = (reading: Reading): Cas => JSON.parse(toCas(reading)) as Cas;
const ofType = (cas: Cas, name: string): Structure[] =>
  cas["%FEATURE_STRUCTURES"].filter((f) => f["%TYPE"] === `webanno.custom.${name}`);

describe("CAS JSON", () => {
  it("declares every type and feature that it uses, and refers only to what is there", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const cas = casOf(reading);
        const ids = cas["%FEATURE_STRUCTURES"].map((f) => f["%ID"]);
        expect(ids).toEqual(ids.map((_, i) => i + 1));
        expect(cas["%VIEWS"]._InitialView).toEqual({ "%SOFA": 1, "%MEMBERS": ids.slice(1) });
        for (const f of [...ofType(cas, "HearsayPart"), ...ofType(cas, "HearsayLink")])
          for (const [key, value] of Object.entries(f)) {
            if (key.startsWith("@")) expect(ids).toContain(value);
            const name = key.replace("@", "");
            if (!/^(%ID|%TYPE|sofa|begin|end)$/.test(name)) expect(cas["%TYPES"][f["%TYPE"]]).toHaveProperty(name);
          }
      }),
      { numRuns: 50 },
    );
  });

  it("has every piece at its UTF-16 offsets", () => {
    fc.assert(
      fc.property(arbitraryReading(), (reading) => {
        const parts = ofType(casOf(reading), "HearsayPart");
        for (const a of reading.attributions)
          for (const part of PARTS)
            expect(parts.filter((p) => p.part === part && p.statement === a.id).map((p) => [p.begin, p.end])).toEqual(
              partSpans(a, part),
            );
      }),
    );
  });

  it("puts the labels on the content and links the parts to it", () => {
    const cas = casOf(SAMPLE);
    const text = (id: unknown): string => {
      const { begin, end } = cas["%FEATURE_STRUCTURES"][Number(id) - 1] as Structure;
      return SAMPLE.text.slice(begin, end);
    };
    const [head] = ofType(cas, "HearsayPart").filter((p) => p.statement === "a2" && p.part === "content");
    expect(head).toMatchObject({ speaker: "Ódil Brandt", act: "claim", negated: false, confidence: 0.5 });
    expect(head).not.toHaveProperty("when");
    const links = ofType(cas, "HearsayLink").map((l) => [text(l["@Governor"]), l.label, text(l["@Dependent"])]);
    expect(links).toContainEqual(['"=Nobody,', "source", "captain Ódil Brandt, 52"]);
    expect(links).toContainEqual(['"=Nobody,', "continues", 'was awake."']);
    expect(links.filter(([, label]) => label === "within")).toHaveLength(1);
  });

  it("is a file an article in a ZIP", () => {
    expect(Object.keys(unzipSync(toCasZip([SAMPLE, SAMPLE])))).toEqual(["ferry_1.json", "ferry_1-2.json"]);
  });
});
