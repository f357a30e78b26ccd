/** What is left out when one quotation is followed has nothing to do with what is found: the whole trace says the same. */
import { describe, expect, it } from "vitest";
import { newLexicon } from "../../../src/archive/trace/lexicon.ts";
import { traceOne } from "../../../src/archive/trace/query.ts";
import { tiedTo, type Wanted } from "../../../src/archive/trace/tied.ts";
import { inTime, prepare, traceAll, tracedOf } from "../../../src/archive/trace/trace.ts";
import type { Statement } from "../../../src/archive/trace/types.ts";
import { generate } from "./generate.ts";

const ALL: Wanted = { told: () => true, free: () => true };

describe.each([31, 32])("a made archive, seed %i", (seed) => {
  const { articles, truth } = generate(100, seed);
  const whole = traceAll(articles, { fewest: 1, closing: false });
  const statementsOf = (wanted: Wanted): Statement[] => {
    const lexicon = newLexicon();
    const prepared = prepare(articles, lexicon, {});
    const { statements, ground } = tiedTo(prepared.articles, wanted, { lexicon, outlets: prepared.outlets });
    return tracedOf(statements, ground, prepared.outlets).map(({ statement }) => statement);
  };

  it("gives everything when everything is wanted", () => {
    expect(whole.length).toBeGreaterThan(100);
    expect(statementsOf(ALL)).toEqual(whole);
  });

  it.each([3, 50])("gives the statements of what is wanted as they are among all others, one telling in %i", (n) => {
    const wanted = (doc: number, start: number): boolean => (31 * doc + start) % n === 0;
    const some = statementsOf({ told: (t) => wanted(t.article, t.span[0]), free: () => false });
    expect(some.length).toBeGreaterThan(0);
    const byId = new Map(whole.map((s) => [s.id, s]));
    for (const statement of some) expect(statement).toEqual(byId.get(statement.id));
    const docs = new Map(inTime(articles).map(({ doc }, i) => [doc, i]));
    const missed = whole.filter(
      ({ id, tellings }) =>
        !some.some((s) => s.id === id) &&
        tellings.some((t) => t.speaker !== null && wanted(docs.get(t.doc) as number, t.span[0])),
    );
    expect(missed).toEqual([]);
  });

  it("leaves the rest out", () => {
    const some = statementsOf({ told: (t) => t.article === 0, free: () => false });
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(whole.length / 2);
  });

  it("follows each quotation to the statement that the whole trace has", () => {
    const byId = new Map(whole.map((s) => [s.id, s]));
    const asked = truth.statements.slice(0, 15).flatMap((s) => s.tellings[0]?.content ?? []);
    let hits = 0;
    for (const words of asked)
      for (const { statement } of traceOne(articles, { words }).hits) {
        expect(statement).toEqual(byId.get(statement.id));
        hits++;
      }
    expect(hits).toBeGreaterThan(asked.length / 2);
  });

  it("finds what the outlet tells in its own voice by the words that it has there", () => {
    const own = whole.flatMap(({ id, tellings }) =>
      tellings.filter((t) => t.speaker === null && t.change === "exact").map((t) => ({ id, ...t })),
    );
    expect(own.length).toBeGreaterThan(3);
    for (const { id, doc, span } of own.slice(0, 8)) {
      const text = articles.find((a) => a.doc === doc)?.text ?? "";
      expect(traceOne(articles, { words: text.slice(...span) }).hits.map((h) => h.statement.id)).toContain(id);
    }
  });
});
