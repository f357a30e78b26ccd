import { describe, expect, it } from "vitest";
import { attribute } from "../../src/attribution/attribute.ts";
import type { Proposal, Refiner } from "../../src/attribution/context.ts";
import { antecedent } from "../../src/attribution/refiners/antecedent.ts";
import { continuation } from "../../src/attribution/refiners/continuation.ts";
import { cueEdges } from "../../src/attribution/refiners/cue-edges.ts";
import { edges } from "../../src/attribution/refiners/edges.ts";
import { hearer } from "../../src/attribution/refiners/hearer.ts";
import { passive } from "../../src/attribution/refiners/passive.ts";
import type { TraceStep } from "../../src/document.ts";
import { toTerminal } from "../../src/exports/terminal.ts";
import { attributionOf, contextOf, docOf, fixedTagger, proposal } from "../helpers.ts";

const explained = async (text: string, found: Proposal[], explain = true): Promise<string> =>
  toTerminal(await attribute(docOf(text), fixedTagger(found), { trace: true }), {
    width: 100,
    colour: false,
    explain,
  }).replace(/\n +/g, "\n");
const byTagger = (p: Proposal, confidence = 0.6): Proposal => ({ ...p, by: "tagger", confidence });

describe("what is set aside", () => {
  const text = "A long title stands here\nThe firm opened a shop in May. Ana Holt said the road was shut.";
  const found = [
    byTagger(proposal(text, ["The firm"], ["opened"], ["a shop in May"])),
    proposal(text, ["Ana Holt"], ["said"], ["the road was shut"]),
  ];
  it("is told at the end, with its words and the reason, and not beneath another statement", async () => {
    const out = await explained(text, found);
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      "set aside: “The firm opened a shop in May”, because it tells an act, not words",
    );
    expect(out.match(/an act, not words/g)).toHaveLength(1);
    expect(await explained(text, found, false)).not.toContain("set aside: ");
  });
  it("is known in the trace by no id of another statement", async () => {
    const { trace, attributions } = await attribute(docOf(text), fixedTagger(found), { trace: true });
    expect(attributions.map((a) => a.id)).toEqual(["a1"]);
    expect(trace).toContainEqual(expect.objectContaining({ step: "veto", did: "dropped", attribution: null }));
  });
  it("tells the surer of two readings, and what stands in a teaser", async () => {
    const twice = "A long title stands here\nAna Holt said the road was shut.\nRead more:\n⋙ Bo Lund says sheep swim";
    const out = await explained(twice, [
      proposal(twice, ["Ana Holt"], ["said"], ["the road was shut"]),
      { ...proposal(twice, ["Holt"], ["said"], ["the road"]), confidence: 0.4 },
      proposal(twice, ["Bo Lund"], ["says"], ["sheep swim"]),
    ]);
    expect(out).toContain("set aside: “Holt said the road”, because another reading of the same cue is surer");
    expect(out).toContain("set aside: “Bo Lund says sheep swim”, because it stands in a teaser of the page");
  });
});

describe("what is changed", () => {
  it("is told beneath the statement, under the id it has in the end", async () => {
    const text = "A long title stands here\nThe firm opened a shop in May. Ana Holt also said, the road was shut.";
    const out = await explained(text, [
      byTagger(proposal(text, ["The firm"], ["opened"], ["a shop in May"])),
      proposal(text, ["Ana Holt"], ["also said"], [", the road was shut."]),
    ]);
    expect(out).toMatch(/^changed: the cue is the words of saying alone/m);
    expect(out).toMatch(/^changed: blanks, commas and stops at its edges are left out/m);
  });

  it.each([
    [
      "passive",
      passive,
      "No injuries were reported.",
      [],
      ["were reported"],
      ["No injuries"],
      /“No” belongs to the cue/,
    ],
    ["passive", passive, "He reportedly showed a tank.", ["He"], ["reportedly showed"], ["a tank"], /whole clause/],
    ["cue-edges", cueEdges, "Ana also said no.", ["Ana"], ["also said"], ["no"], /words of saying alone/],
    [
      "cue-edges",
      cueEdges,
      "Ana declined to comment on it.",
      ["Ana"],
      ["declined"],
      ["to comment on it"],
      /declines to do/,
    ],
    ["edges", edges, "Ana’s hope that it rains.", ["Ana’s"], ["hope"], ["that it rains"], /no part of the source/],
    ["edges", edges, "Ana said “it rains”.", ["Ana"], ["said"], ["it rains”"], /stay with the words/],
    ["hearer", hearer, "The court heard that it rained.", ["The court"], ["heard"], ["that it rained"], /they hear it/],
    ["antecedent", antecedent, "It was Ana, who said no.", ["who"], ["said"], ["no"], /stand for the words before/],
    [
      "continuation",
      continuation,
      "Ana said: “It rains. It pours.”",
      ["Ana"],
      ["said"],
      ["It rains. It"],
      /as a whole/,
    ],
  ] as [string, Refiner, string, string[], string[], string[], RegExp][])(
    "%s gives its reason",
    (step, refine, text, source, cue, content, reason) => {
      const trace: TraceStep[] = [];
      refine([attributionOf(text, source, cue, content)], contextOf(docOf(text), trace));
      expect(trace.map((s) => [s.step, s.did, s.attribution])).toContainEqual([step, "changed", "a1"]);
      expect(trace.map((s) => s.reason).join("\n")).toMatch(reason);
    },
  );

  it("is not told where nothing changed", () => {
    const text = "Ana said no.";
    const trace: TraceStep[] = [];
    for (const refine of [passive, cueEdges, edges, hearer, antecedent, continuation])
      refine([attributionOf(text, ["Ana"], ["said"], ["no"])], contextOf(docOf(text), trace));
    expect(trace).toEqual([]);
  });
});

describe("why", () => {
  it("tells labels that are known alike on one line, and never that it is 100 % sure", async () => {
    const text = "A long title stands here\nAna Holt said the road was shut.";
    const out = await explained(text, [
      { ...proposal(text, ["Ana Holt"], ["said"], ["the road was shut"]), confidence: 1 },
    ]);
    expect(out).toContain("source, cue, words: test (concluded, over 99\u00a0% sure)");
    expect(out).toMatch(/^kind, naming, who it is: named in the source itself/m);
  });
});

describe("what stands beside the labels", () => {
  it("tells how a source without a name is described, its doubt, and what the article says itself", async () => {
    const text =
      "Rotten beams may have brought down Lowen pier\nA clerk in the harbour office, who asked not to be named because she fears for her job, said rotten beams may have brought down the pier of Lowen.";
    const source = "A clerk in the harbour office, who asked not to be named because she fears for her job";
    const out = await explained(text, [
      proposal(text, [source], ["said"], ["rotten beams may have brought down the pier of Lowen"]),
    ]);
    const lines = out.replace(/\s+/g, " ");
    expect(lines).toContain(
      "held-back name: the source is described by how it knows or where it belongs, the name is held back “because she fears for her job”, and it tells a fact",
    );
    expect(lines).toContain("doubt of the source: the source leaves it open with “may”");
    expect(lines).toContain("the article’s own voice: the article says the same in its own voice elsewhere");
  });
});
