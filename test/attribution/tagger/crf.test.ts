import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Crf, type Emissions, marginals, viterbi } from "../../../src/attribution/tagger/crf.ts";

const TAGS = 3;
const score = fc.double({ min: -4, max: 4, noNaN: true });
const crfs = fc.record({
  transitions: fc.array(fc.array(score, { minLength: TAGS, maxLength: TAGS }), { minLength: TAGS, maxLength: TAGS }),
  start: fc.array(score, { minLength: TAGS, maxLength: TAGS }),
});
const emissions = fc.array(fc.array(score, { minLength: TAGS, maxLength: TAGS }), { minLength: 1, maxLength: 4 });

/** Every path with its score: what the algorithms are held to. */
function paths(crf: Crf, rows: number[][]): { path: number[]; score: number }[] {
  let all = crf.start.map((s, t) => ({ path: [t], score: s + (rows[0]?.[t] ?? 0) }));
  for (const row of rows.slice(1))
    all = all.flatMap(({ path, score: so }) =>
      row.map((e, t) => ({ path: [...path, t], score: so + (crf.transitions[path.at(-1) ?? 0]?.[t] ?? 0) + e })),
    );
  return all;
}
const pack = (rows: number[][]): Emissions => ({
  scores: Float64Array.from(rows.flat()),
  words: rows.length,
  tags: TAGS,
});

describe("conditional random field", () => {
  it("finds the best of all paths", () => {
    fc.assert(
      fc.property(crfs, emissions, (crf, rows) => {
        const all = paths(crf, rows);
        const best = Math.max(...all.map((p) => p.score));
        const got = viterbi(crf, pack(rows));
        expect(all.find((p) => p.path.join() === got.join())?.score).toBeCloseTo(best, 9);
      }),
    );
  });

  it("gives the share of all paths through each tag", () => {
    fc.assert(
      fc.property(crfs, emissions, (crf, rows) => {
        const all = paths(crf, rows);
        const total = all.reduce((n, p) => n + Math.exp(p.score), 0);
        const got = marginals(crf, pack(rows));
        rows.forEach((_, w) => {
          for (let t = 0; t < TAGS; t++) {
            const share = all.filter((p) => p.path[w] === t).reduce((n, p) => n + Math.exp(p.score), 0) / total;
            expect(got[w * TAGS + t]).toBeCloseTo(share, 6);
          }
        });
      }),
    );
  });
});
