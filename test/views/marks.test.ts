import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../src/attribution/plain.ts";
import type { Attribution, Reading, Span } from "../../src/document.ts";
import { articleParts, type Part } from "../../src/views/marks.ts";
import { compareReadings } from "../../src/views/compare.ts";
import { docOf, spanOf } from "../helpers.ts";

const statement = (
  id: string,
  source: Span[],
  cue: Span[],
  content: Span[],
  more: Partial<Attribution> = {},
): Attribution => ({
  ...plain(),
  id,
  source,
  cue,
  content,
  kind: "person",
  naming: "named",
  confidence: 0.9,
  why: {},
  ...more,
});
const TEXT = "Pier closed\n\nAda Quill said that the mayor told her it was safe.\n\nNobody else spoke.";
const reading = (attributions: Attribution[]): Reading => ({ ...docOf(TEXT), attributions });
const textsOf = (part: Part) =>
  part.kind === "furniture" ? part.items.map(({ text }) => text) : part.kind === "list" ? part.items : [part.text];
const at = (words: string): Span => spanOf(TEXT, words);

describe("the article in marked pieces", () => {
  const outer = statement("a1", [at("Ada Quill")], [at("said")], [at("that the mayor told her it was safe")]);
  const inner = statement("a2", [at("the mayor")], [at("told")], [at("it was safe")], { within: "a1" });

  it("shows the innermost statement of words, and who else has them", () => {
    const pieces = articleParts(reading([outer, inner]), [outer, inner])
      .flatMap(textsOf)
      .flatMap(({ segments }) => segments);
    const find = (words: string) => pieces.find(({ span }) => TEXT.slice(...span) === words)?.mark;
    expect(find("it was safe")).toMatchObject({ of: { id: "a2" }, role: "content", came: "relayed" });
    expect(find("it was safe")?.over.map(({ id }) => id)).toEqual(["a1", "a2"]);
    expect(find("the mayor")).toMatchObject({ of: { id: "a2" }, role: "source", tint: { id: "a1" } });
    expect(find("Ada Quill")?.anchor?.id).toBe("a1");
  });

  it("gives every statement one place, whatever the spans; the pieces joined are the text", () => {
    const span = fc
      .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 30 }))
      .map(([s, n]): Span => [s, Math.min(TEXT.length, s + n)]);
    fc.assert(
      fc.property(fc.array(fc.tuple(span, span, span), { maxLength: 8 }), (list) => {
        const statements = list.map(([s, c, k], i) => statement(`a${i}`, [s], [c], [k]));
        const parts = articleParts(reading(statements), statements).flatMap(textsOf);
        for (const { span: whole, segments } of parts)
          expect(segments.map((x) => TEXT.slice(...x.span)).join("")).toBe(TEXT.slice(...whole));
        const begun = parts.flatMap((p) => p.begun.map(({ id }) => id));
        expect(new Set(begun).size).toBe(begun.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("two articles side by side", () => {
  const article = (doc: string, text: string, published: string): Reading => {
    const source = spanOf(text, "Ada Quill");
    const cue = spanOf(text, "said");
    const content: Span = [text.indexOf("“"), text.indexOf("”") + 1];
    const base = docOf(text, published);
    return {
      ...base,
      doc,
      article: { ...base.article, outlet: doc },
      attributions: [statement("a1", [source], [cue], [content], { form: "direct", entity: "Ada Quill" })],
    };
  };

  it("finds what both tell, with what changed, and what only one has", () => {
    const a = article("Quay Post", "“The old pier cracked in nine places last winter,” Ada Quill said.", "2025-03-01");
    const b = article("Bay News", "“The old pier cracked in two places last winter,” Ada Quill said.", "2025-03-02");
    const c = article("Hill Echo", "“Our school choir sings on Sunday in the square,” Ada Quill said.", "2025-03-02");
    const { both, onlyA, onlyB } = compareReadings(a, b);
    expect(both).toMatchObject([
      { speaker: "Ada Quill", change: "changed", changes: ["number"], a: { statement: "a1" }, b: { statement: "a1" } },
    ]);
    expect([onlyA, onlyB]).toEqual([[], []]);
    expect(compareReadings(a, c)).toMatchObject({ both: [], onlyA: [{ id: "a1" }], onlyB: [{ id: "a1" }] });
  });
});
