import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJsonLd } from "../../src/exports/json-ld.ts";
import type { Reading } from "../../src/document.ts";
import { arbitraryReading, SAMPLE } from "./readings.ts";

type Node = Record<string, unknown>;
const graphOf = (readings: Reading[]): Node[] => (JSON.parse(toJsonLd(readings)) as { "@graph": Node[] })["@graph"];
const iri = (id: string): string => `urn:hearsay:statement:ferry%2F1:${id}`;

describe("JSON-LD", () => {
  const [article, a1, a2, a3, ...rest] = graphOf([SAMPLE]);

  it("has the article with its metadata and the credits as primary sources", () => {
    expect(article).toMatchObject({
      "@id": "https://meridian.example/ferry?id=1",
      "@type": ["NewsArticle", "prov:Entity"],
      headline: "Ferry ran aground 😀 off Skarn",
      author: [{ "@type": "Person", name: "Una Sorel" }],
      publisher: { name: "Meridian Press" },
      datePublished: "2024-03-14",
      "prov:hadPrimarySource": [{ headline: "Ferry aground", publisher: { name: "Coastal Wire" } }],
    });
    expect(article).not.toHaveProperty("dateModified");
    expect(rest).toEqual([]);
  });

  it("tells the relay both ways, and the medium through which it came", () => {
    expect(a1).toMatchObject({
      "@id": iri("a1"),
      creator: { "@type": ["NewsMediaOrganization", "prov:Agent"], name: "Skarn Courier" },
      "prov:hadPrimarySource": [{ "@id": iri("a2") }],
      dateCreated: "2024-03-11",
    });
    expect(a2).toMatchObject({
      "@type": ["Quotation", "prov:Entity"],
      text: '"=Nobody, … was awake."',
      "prov:wasAttributedTo": { name: "Ódil Brandt", jobTitle: "captain" },
      "prov:wasQuotedFrom": [{ "@id": iri("a1") }, { name: "Radio Quay" }],
    });
  });

  it("has a paraphrase as a claim that appears in the article", () => {
    expect(a3).toMatchObject({
      "@type": ["Claim", "prov:Entity"],
      appearance: { "@id": "https://meridian.example/ferry?id=1" },
      "hearsay:act": "denial",
      "hearsay:negated": true,
    });
    expect(a3).not.toHaveProperty("prov:wasQuotedFrom");
  });

  it("takes documents that speak for works, and a channel without a name for none", () => {
    const [, one] = SAMPLE.attributions;
    if (!one) throw new Error("no attribution");
    const at = SAMPLE.text.indexOf("nobody");
    const channel = [[at, at + 6] as const];
    const [, node] = graphOf([{ ...SAMPLE, attributions: [{ ...one, kind: "document", channel, within: null }] }]);
    expect(node).toMatchObject({
      isBasedOn: { "@type": ["CreativeWork", "prov:Entity"] },
      "hearsay:channel": ["nobody"],
    });
    expect(node).not.toHaveProperty("creator");
    expect(node).not.toHaveProperty("prov:wasQuotedFrom");
  });

  it("refers only to statements that are there, and holds nothing empty", () => {
    fc.assert(
      fc.property(arbitraryReading("x/1"), (reading) => {
        const nodes = graphOf([reading]);
        const ids = nodes.map((n) => n["@id"]);
        expect(new Set(ids).size).toBe(ids.length);
        const refs = JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+)"\}/g);
        for (const m of refs) expect(ids).toContain(m[1]);
        expect(JSON.stringify(nodes)).not.toMatch(/:null|:\[\]|:""/);
      }),
    );
  });
});
