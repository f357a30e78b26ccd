import { expect, it } from "vitest";
import { newKeyIndex } from "../../../src/archive/trace/candidates.ts";
import { dayOf } from "../../../src/archive/trace/closing.ts";
import { sharedStep } from "../../../src/archive/trace/steps/shared.ts";

const day = (date: string): number => dayOf(Date.parse(date));

it("holds a telling against those of the last 366 days, one without a date against those of the last dated one", () => {
  const shared = sharedStep({
    days: [
      [day("2021-01-01"), 0],
      [day("2021-01-02"), 10],
      [day("2022-01-02"), 20],
      [day("2022-01-03"), 30],
    ],
  });
  expect(shared({ id: 11, found: [0, 10] })).toEqual([10, 0]);
  expect(shared({ id: 29, found: [0, 10, 20] })).toEqual([20, 10, 0]);
  expect(shared({ id: 30, found: [0, 10, 20] })).toEqual([20, 10]);
  expect(shared({ id: 99, found: [0, 9, 10, 30] })).toEqual([30, 10]);
  expect(sharedStep({ days: [] })({ id: 5, found: [1, 2] })).toEqual([2, 1]);
});

it("finds none behind a key that is too old, and as many as before of the others", () => {
  const index = newKeyIndex();
  for (let id = 0; id < 40; id++) index.add(id, [7]);
  expect(index.find([7], 0)).toEqual(Array.from({ length: 12 }, (_, i) => 39 - i));
  expect(index.find([7], 37)).toEqual([39, 38, 37]);
});
