import { describe, expect, it } from "vitest";
import { likeness, matchAnchor, type PlacedAnchor, placeAnchor } from "../../../src/archive/corrections/match.ts";
import { budgetOf } from "../../../src/archive/corrections/near.ts";
import { anchorOf } from "../../../src/archive/corrections/target.ts";
import type { Attribution, Span } from "../../../src/document.ts";
import { wordsOfSpans } from "../../helpers.ts";
import { READING, TEXT } from "./samples.ts";

const get = (id: string): Attribution => READING.attributions.find((a) => a.id === id) as Attribution;
const place = (text: string, id: string): PlacedAnchor => {
  const placed = placeAnchor(text, anchorOf(TEXT, get(id)), budgetOf());
  if (placed.state === "lost") throw new Error(placed.reason);
  return placed;
};
const candidates = (list: Attribution[]) => list.map((a) => ({ id: a.id, parts: a }));
const match = (list: Attribution[], id: string): string | null =>
  matchAnchor(candidates(list), place(TEXT, id), get(id).id)?.id ?? null;

describe("an anchor", () => {
  it("is placed as a whole: the content tells where a short cue has gone", () => {
    const text = `She said on Monday that it rained.\n\n${TEXT.replace("Mayor Ada", "The mayor, Ada")}`;
    const placed = place(text, "a1");
    expect(placed.state).toBe("changed");
    expect(wordsOfSpans(text, placed.cue)).toEqual(["said"]);
    expect(placed.cue[0]?.[0]).toBeGreaterThan(40);
    expect(wordsOfSpans(text, placed.content)).toEqual(wordsOfSpans(TEXT, get("a1").content));
    expect(placed.missing).toEqual([]);
  });

  it("keeps its content in pieces, and tells which part is gone", () => {
    const text = TEXT.replace("ferryman Odil Brandt told", "someone in the village whom we met informed");
    const placed = place(text, "a2");
    expect(placed).toMatchObject({ state: "changed", missing: ["source", "cue"] });
    expect(wordsOfSpans(text, placed.content)).toEqual(["“Nobody was asked,”", "“Nobody at all 😀.”"]);
  });

  it("is lost with its content", () => {
    const placed = placeAnchor(TEXT.replace(/that the old.*years/, "so"), anchorOf(TEXT, get("a1")), budgetOf());
    expect(placed).toMatchObject({ state: "lost" });
  });
});

describe("the attribution that an anchor speaks of", () => {
  const grown = (spans: Span[], by: number): Span[] => spans.map(([s, e]) => [s, e + by]);

  it("is the same one under another id, with other edges, in other company", () => {
    const list = READING.attributions.map((a, i) => ({ ...a, id: `b${9 - i}` }));
    expect(match(list, "a1")).toBe("b9");
    expect(match(list, "a4")).toBe("b6");
    expect(
      match(
        [{ ...get("a1"), source: [[get("a1").source[0]?.[0] ?? 0, 46]], content: grown(get("a1").content, 1) }],
        "a1",
      ),
    ).toBe("a1");
  });

  it("is none where only the content is shared: a relay and what it relays are two", () => {
    const relay = { ...get("a4"), id: "a4", source: get("a3").source, cue: get("a3").cue };
    expect(match([relay], "a4")).toBeNull();
    expect(match([get("a3")], "a4")).toBeNull();
    expect(match([], "a4")).toBeNull();
  });

  it("is the one with the same id among equals", () => {
    const list = [{ ...get("a5"), id: "b1" }, get("a5")];
    expect(match(list, "a5")).toBe("a5");
  });

  it("is measured by all that both have", () => {
    expect(likeness(get("a1"), get("a1"))).toBe(1);
    expect(likeness(get("a1"), get("a2"))).toBe(0);
    expect(likeness(get("a5"), { ...get("a5"), cue: [] })).toBe(0.5);
    expect(likeness(get("a5"), { ...get("a5"), cue: [] }, ["cue"])).toBe(1);
  });
});
