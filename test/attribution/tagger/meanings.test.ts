import { expect, it } from "vitest";
import { likeness, unpackMeaning } from "../../../src/archive/trace/meaning.ts";
import { makeMeanings } from "../../../src/attribution/tagger/meanings.ts";

/** Two numbers out of states of two: the first, and the sum plus one. */
const WEIGHTS = { width: 2, values: Float32Array.from([1, 0, 0, 1, 1, 1]) };

it("averages the states of the pieces inside, whatever their order, and maps them", () => {
  const meanings = makeMeanings(WEIGHTS);
  const states = Float32Array.from([9, 9, 4, 0, 2, 0]);
  meanings.add([6, 9], states, 4);
  meanings.add([0, 5], states, 2);
  meanings.add([20, 25], states, 0);
  // The mean of (4, 0) and (2, 0) is (3, 0); mapped (3, 4).
  const vector = unpackMeaning(meanings.of([[0, 10]]) ?? undefined);
  expect([...(vector ?? [])]).toEqual([15, 20]);
  expect(meanings.of([[10, 12]])).toBeNull();
});
it("tells likeness by the cosine, and nothing where a vector is missing or another model's", () => {
  const meanings = makeMeanings(WEIGHTS);
  meanings.add([0, 1], Float32Array.from([5, 0]), 0);
  meanings.add([2, 3], Float32Array.from([-5, 3]), 0);
  const [a, b] = [meanings.of([[0, 1]]), meanings.of([[2, 3]])].map((m) => unpackMeaning(m ?? undefined));
  expect(likeness(a ?? null, a ?? null)).toBeCloseTo(1, 5);
  expect(likeness(a ?? null, b ?? null)).toBeLessThan(0);
  expect(likeness(a ?? null, null)).toBeNull();
  expect(likeness(a ?? null, Int8Array.from([1]))).toBeNull();
  expect(unpackMeaning("AAAA")).toBeNull();
});
