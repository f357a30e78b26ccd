import { expect, it } from "vitest";
import { diffText } from "../../../src/archive/trace/diff-text.ts";
import { cpuTime } from "../../support/cpu-time.ts";

const joined = (parts: ReturnType<typeof diffText>, ...kinds: string[]): string =>
  parts.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join("");

it("shows the words that changed, and no others", () => {
  expect(
    diffText(
      "The pier is shut. Two men were hurt.\nGulls came.",
      "The pier is shut. Three men were hurt.\nGulls came.",
    ),
  ).toEqual([
    { kind: "same", text: "The pier is shut. " },
    { kind: "removed", text: "Two " },
    { kind: "added", text: "Three " },
    { kind: "same", text: "men were hurt.\nGulls came." },
  ]);
  expect(diffText("", "")).toEqual([]);
  expect(diffText("One.", "One.")).toEqual([{ kind: "same", text: "One." }]);
});

it("loses nothing of either text", () => {
  let seed = 7;
  const random = (n: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const bits = ["The quay ", "shut. ", "Why? ", "“No!” ", "\n\n", "...", " 3.5 km", "a ", "b ", "gull\n", "!?", '"'];
  const make = (): string => Array.from({ length: random(40) }, () => bits[random(bits.length)]).join("");
  const bare = (text: string): string => text.toLowerCase().replace(/[“”]/g, '"').replace(/\s+/g, "");
  for (let n = 0; n < 500; n++) {
    const [a, b] = [make(), make()];
    const parts = diffText(a, b);
    expect(joined(parts, "same", "removed")).toBe(a);
    expect(bare(joined(parts, "same", "added"))).toBe(bare(b));
  }
});

it("stays quick on long texts that have nothing, or all but the order, in common", () => {
  const words = (seed: number, between: string): string =>
    Array.from({ length: 60_000 }, (_, i) => `w${(i * seed) % 60_013}`).join(between);
  const start = cpuTime();
  for (const between of [" ", ". ", "\n", "..."]) diffText(words(7, between), words(59_999, between));
  diffText(".".repeat(300_000), "“".repeat(300_000));
  expect(cpuTime() - start).toBeLessThan(5000);
});
