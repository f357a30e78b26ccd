import { expect, it } from "vitest";
import { signature } from "../../../src/archive/identity.ts";
import { groupingOf, packSignature, unpackSignature } from "../../../src/archive/save/copies.ts";

const text = (from: number): string =>
  Array.from({ length: 30 }, (_, i) => `Pier ${from + i} was shut for ${from + i + 2} weeks.`).join(" ");
const sign = (from: number): Uint32Array => signature(text(from)) as Uint32Array;

it("a copy is told by what is kept of it, and by what an earlier version kept", () => {
  for (const bytes of [packSignature(sign(1)) as Buffer, Buffer.from(sign(1).buffer)]) {
    const near = [{ id: 7, sign: unpackSignature(bytes), group: null }];
    expect(groupingOf(sign(1), near)).toEqual({ own: 7, begin: [7], join: [] });
    expect(groupingOf(sign(900), near)).toBeNull();
  }
  expect(packSignature(sign(1))).toHaveLength(120);
  expect(packSignature(null)).toBeNull();
});
