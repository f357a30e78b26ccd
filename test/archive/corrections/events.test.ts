import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyCorrections } from "../../../src/archive/corrections/apply.ts";
import { AnchorSchema, EventSchema, PlaceSchema, TargetSchema } from "../../../src/archive/corrections/events.ts";
import { REVIEWS } from "../../../src/document.ts";
import { docOf } from "../../helpers.ts";
import { head, READING, target } from "./samples.ts";

const docs = readFileSync(new URL("../../../docs/corrections.md", import.meta.url), "utf8");

describe("an event", () => {
  it("has the same shape as docs/corrections.md shows, and its example works", () => {
    const event = EventSchema.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? ""));
    const reading = { ...docOf("Mayor Ada Reinhold said the bridge would close."), doc: event.doc, attributions: [] };
    const { reading: out, placed } = applyCorrections(reading, [event]);
    expect(placed).toMatchObject([{ state: "same" }]);
    expect(out.attributions).toMatchObject([{ act: "intention", role: "mayor", review: "edited", reviewedBy: "una" }]);
  });

  it("of every type, every field and every state of review stands in docs/corrections.md", () => {
    const words = EventSchema.options.flatMap((option) => [option.shape.type.value, ...Object.keys(option.shape)]);
    for (const word of [...words, ...REVIEWS, "same", "moved", "changed", "lost"])
      if (word !== "type") expect(docs).toContain(`\`${word}\``);
  });

  it("speaks of an attribution by its words, never by its id alone", () => {
    const { id } = target("a1");
    expect(EventSchema.safeParse({ ...head(), type: "accept", target: { id } }).success).toBe(false);
    expect(EventSchema.safeParse({ ...head(), type: "accept", target: target("a1") }).success).toBe(true);
    for (const { id } of READING.attributions) expect(TargetSchema.parse(target(id))).toEqual(target(id));
  });

  it("holds nothing that is not its own, and nothing without end", () => {
    expect(TargetSchema.safeParse({ ...target("a1"), more: 1 }).success).toBe(false);
    expect(AnchorSchema.safeParse(target("a1")).success).toBe(false);
    const place = { exact: "x", prefix: "", suffix: "", start: 0 };
    expect(PlaceSchema.safeParse(place).success).toBe(true);
    for (const wrong of [
      { exact: "" },
      { exact: "x".repeat(100_001) },
      { prefix: "x".repeat(65) },
      { start: -1 },
      { start: 0.5 },
    ])
      expect(PlaceSchema.safeParse({ ...place, ...wrong }).success).toBe(false);
    const crowd = { ...target("a1"), cue: Array.from({ length: 101 }, () => place) };
    expect(TargetSchema.safeParse(crowd).success).toBe(false);
  });
});
