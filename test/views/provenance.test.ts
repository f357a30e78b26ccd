import { describe, expect, it } from "vitest";
import type { Attribution, Credit, Reading } from "../../src/document.ts";
import { provenanceLines, provenanceOf } from "../../src/views/provenance.ts";
import { attributionOf, docOf, spanOf } from "../helpers.ts";

type Labels = Partial<Pick<Attribution, "entity" | "kind" | "within" | "act" | "framing">> & { channel?: string[] };

/** A reading of sentences "SOURCE CUE CONTENT"; each with its labels. */
function readingOf(
  parts: readonly [text: string, source: string, cue: string, content: string, labels: Labels][],
  outlet: string | null = "The Sund Herald",
  credits: Credit[] = [],
): Reading {
  const text = parts.map(([t]) => t).join("\n");
  const attributions = parts.map(([, source, cue, content, { channel = [], ...labels }], i) => ({
    ...attributionOf(text, source ? [source] : [], [cue], [content], `a${i + 1}`),
    kind: source ? ("person" as const) : ("none" as const),
    entity: source || null,
    channel: channel.map((words) => spanOf(text, words)),
    ...labels,
  }));
  const doc = docOf(text);
  return { ...doc, article: { ...doc.article, outlet }, credits, attributions };
}

const credit = (text: string, outlet: string): Credit => ({ outlet, person: null, title: null, span: null, text });

describe("where statements come from", () => {
  it.each<[string, string, string, string, Labels, string, string[]]>([
    ["Ada Brack said the pier sank.", "Ada Brack", "said", "the pier sank", {}, "first-hand", []],
    [
      "Ada Brack told reporters the pier sank.",
      "Ada Brack",
      "told",
      "the pier sank",
      { channel: ["reporters"] },
      "first-hand",
      [],
    ],
    [
      "Ada Brack told the Herald the pier sank.",
      "Ada Brack",
      "told",
      "the pier sank",
      { channel: ["Herald"] },
      "first-hand",
      [],
    ],
    [
      "Ada Brack told this newspaper the pier sank.",
      "Ada Brack",
      "told",
      "the pier sank",
      { channel: ["this newspaper"] },
      "first-hand",
      [],
    ],
    [
      "Ada Brack told Radio Quay the pier sank.",
      "Ada Brack",
      "told",
      "the pier sank",
      { channel: ["Radio Quay"] },
      "relayed",
      ["Radio Quay"],
    ],
    [
      "Radio Quay said the pier sank.",
      "Radio Quay",
      "said",
      "the pier sank",
      { kind: "outlet" },
      "relayed",
      ["Radio Quay"],
    ],
    [
      "Ada Brack said through a friend the pier sank.",
      "Ada Brack",
      "said",
      "the pier sank",
      { channel: ["friend"] },
      "relayed",
      ["friend"],
    ],
    [
      "Ada Brack wrote on X the pier sank.",
      "Ada Brack",
      "wrote",
      "the pier sank",
      { channel: ["X"] },
      "document",
      ["X"],
    ],
    [
      "Ada Brack said in a letter the pier sank.",
      "Ada Brack",
      "said",
      "the pier sank",
      { channel: ["letter"] },
      "document",
      ["letter"],
    ],
    [
      "The audit found the pier sank.",
      "The audit",
      "found",
      "the pier sank",
      { kind: "document" },
      "document",
      ["The audit"],
    ],
    ["The pier reportedly sank.", "", "reportedly", "The pier", { framing: "hearsay" }, "unattributed", []],
  ])("%s", (text, source, cue, content, labels, origin, through) => {
    const found = provenanceOf(readingOf([[text, source, cue, content, labels]]));
    expect(found.counts).toMatchObject({ [origin]: 1 });
    expect(Object.values(found.counts).reduce((a, b) => a + b)).toBe(1);
    expect(found.through.map((c) => c.name)).toEqual(through);
  });

  it("counts whom another cites as relayed, and nobody who does not answer", () => {
    const found = provenanceOf(
      readingOf([
        ["The Post reported the pier sank.", "The Post", "reported", "the pier sank", { kind: "outlet" }],
        ["citing two officials", "two officials", "citing", "citing two officials", { kind: "group", within: "a1" }],
        ["Tom Veal declined to comment.", "Tom Veal", "declined", "to comment", { act: "silence" }],
      ]),
    );
    expect(found.counts).toEqual({ "first-hand": 0, relayed: 2, document: 0, unattributed: 0 });
    expect(found.through).toEqual([{ name: "The Post", kind: "outlet", statements: 2 }]);
    expect(found.hangsOn).toEqual({ kind: "outlet", name: "The Post" });
  });

  it("takes “the paper” for the outlet named last", () => {
    const found = provenanceOf(
      readingOf([
        ["Ada Brack told the Lowen Times it sank.", "Ada Brack", "told", "it sank", { channel: ["Lowen Times"] }],
        ["She told the paper it was old.", "She", "told", "it was old", { entity: "Ada Brack", channel: ["paper"] }],
      ]),
    );
    expect(found.through).toEqual([{ name: "Lowen Times", kind: "outlet", statements: 2 }]);
  });
});

describe("what the whole story hangs on", () => {
  const brack: [string, string, string, string, Labels] = [
    "Ada Brack said it sank.",
    "Ada Brack",
    "said",
    "it sank",
    {},
  ];
  const veal: [string, string, string, string, Labels] = [
    "Tom Veal feared a flood.",
    "Tom Veal",
    "feared",
    "a flood",
    {},
  ];

  it("is a single source, by whatever words", () => {
    const found = provenanceOf(readingOf([brack, ["She added: no.", "She", "added", ": no", { entity: "Ada Brack" }]]));
    expect(found.hangsOn).toEqual({ kind: "source", name: "Ada Brack" });
    expect(provenanceLines(found)).toContain("The whole story hangs on a single source: Ada Brack.");
  });

  it("is nothing where two speak, or nobody", () => {
    expect(provenanceOf(readingOf([brack, veal])).hangsOn).toBeNull();
    expect(provenanceOf(readingOf([])).hangsOn).toBeNull();
    expect(provenanceLines(provenanceOf(readingOf([])))).toEqual([]);
  });

  it("is the outlet that the article first appeared in, not one of its sources, nor itself", () => {
    const of = (text: string, outlet: string) =>
      provenanceOf(readingOf([brack, veal], "The Sund Herald", [credit(text, outlet)]));
    expect(of("This article first appeared in The Harbour Post.", "The Harbour Post").hangsOn).toEqual({
      kind: "outlet",
      name: "The Harbour Post",
    });
    expect(of("— Reuters", "Reuters").hangsOn).toEqual({ kind: "outlet", name: "Reuters" });
    expect(of("- North Wire: 'Sirens stayed silent'", "North Wire").hangsOn).toBeNull();
    expect(of("This article first appeared in the Herald.", "the Herald").hangsOn).toBeNull();
    expect(of("© 2024 North Wire.", "North Wire").credited).toEqual([]);
    expect(provenanceLines(of("- North Wire: 'Sirens stayed silent'", "North Wire"))).toEqual([
      "Where it comes from: 2 first-hand.",
      "It credits North Wire.",
    ]);
  });
});
