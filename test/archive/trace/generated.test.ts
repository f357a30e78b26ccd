/** The trace against archives whose truth is known because they were made: see generate.ts. */
import { beforeAll, describe, expect, it } from "vitest";
import { traceOne } from "../../../src/archive/trace/query.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import { scoreTrace, type TraceScore } from "../../../tools/trace-score.ts";
import { generate } from "./generate.ts";
import { HELD } from "./templates.ts";

const share = ({ right, of }: { right: number; of: number }): number => right / of;

describe.each([11, 12, 13])("a made archive, seed %i", (seed) => {
  const { articles, truth } = generate(200, seed);
  let score: TraceScore;
  beforeAll(() => {
    score = scoreTrace(traceAll(articles), truth, articles);
  });

  it("is large enough to mean something", () => {
    expect(score.recall.of).toBeGreaterThan(500);
    expect(score.apart.of).toBeGreaterThan(80);
  });
  it.each(["recall", "precision", "change", "changes", "relay", "independent", "first", "speaker", "kind"] as const)(
    "%s is right in 98 of 100",
    (name) => {
      expect(share(score[name]), score.notes.slice(0, 10).join("\n")).toBeGreaterThan(0.98);
    },
  );
  it("keeps apart what is no telling: twins, stock phrases, other occasions", () => {
    expect(share(score.apart), score.notes.join("\n")).toBeGreaterThan(0.98);
  });
});

describe("statements that the rules were not written on", () => {
  const { articles, truth } = generate(200, 41, HELD);
  it("reach the numbers that are promised", () => {
    const score = scoreTrace(traceAll(articles), truth, articles);
    const notes = score.notes.slice(0, 10).join("\n");
    expect(share(score.precision), notes).toBeGreaterThan(0.98);
    expect(share(score.recall), notes).toBeGreaterThan(0.95);
    expect(share(score.recallReworded), notes).toBeGreaterThan(0.75);
    expect(share(score.change), notes).toBeGreaterThan(0.9);
    expect(share(score.apart), notes).toBeGreaterThan(0.98);
  });
});

describe("the trace", () => {
  const { articles, truth } = generate(40, 5);

  it("does not depend on the order of the articles", () => {
    expect(traceAll([...articles].reverse())).toEqual(traceAll(articles));
  });

  it("gives spans inside the articles, each article once a statement, first telling first", () => {
    const lengths = new Map(articles.map((a) => [a.doc, a.text.length]));
    for (const { first, tellings, independent } of traceAll(articles)) {
      expect(tellings[0]?.doc).toBe(first);
      expect(tellings[0]?.changes).toEqual([]);
      expect(new Set(tellings.map((t) => t.doc)).size).toBe(tellings.length);
      expect(independent).toBeGreaterThan(0);
      for (const { doc, span, change, changes } of tellings) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeLessThanOrEqual(lengths.get(doc) ?? 0);
        const altered = changes.some((c) => /^(?:number|negation|name|modality|meaning)$/.test(c));
        expect(change === "changed").toBe(altered);
      }
    }
  });

  it("answers a quotation in four ways", () => {
    const plain = truth.statements.filter(
      (s) => s.kind === "quotation" && !/\b(?:not|never|nobody|without)\b/i.test(s.tellings[0]?.content ?? "not"),
    );
    const known = plain[0];
    const words = known?.tellings[0]?.content ?? "";
    const ask = (query: string, speaker?: string): string =>
      traceOne(articles, speaker ? { words: query, speaker } : { words: query }).answer;
    expect(ask(`“${words.toUpperCase()}”`)).toBe("found");
    expect(ask(words, known?.speaker)).toBe("found");
    expect(ask(words, "Otto Nobody")).toBe("found by another speaker");
    expect(ask("The moon is made of green cheese and pepper")).toBe("not found");
    expect(ask(`It is not true that ${words}`, known?.speaker)).toBe("found changed");
  });
});
