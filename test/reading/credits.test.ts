import { describe, expect, it } from "vitest";
import { readText } from "../../src/reading/text.ts";

const reading = (line: string, first = "The mayor said that the pier sank on Monday.") =>
  readText({
    id: "t",
    kind: "text",
    body: `The pier sinks\n\n${first}\n\nShe said that nobody was hurt.\n\n${line}\n`,
  });

describe("credits at the end of an article", () => {
  it.each([
    ["This article first appeared in The Harbour Post.", "The Harbour Post", null],
    [
      "This story was originally published by The Harbour Post and is republished with permission.",
      "The Harbour Post",
      null,
    ],
    ["© 2024 North Wire. All rights reserved.", "North Wire", null],
    ["Copyright 2024 North Wire All Rights Reserved", "North Wire", null],
    ["Additional reporting by AFP", "AFP", null],
    ["With files from the Lowen Times", "the Lowen Times", null],
    ["— Reuters", "Reuters", null],
    ["(AP)", "AP", null],
    ["Sources: KSA, Radio Quay", "KSA", null],
    ["Ana Holt of North Wire contributed reporting.", "North Wire", "Ana Holt"],
    ["Reuters contributed to this report.", "Reuters", null],
    ["Ana Holt contributed to this report.", null, "Ana Holt"],
    ["Republished from The Harbour Post under a Creative Commons licence.", "The Harbour Post", null],
    ["(Reporting by Ana Holt; editing by Bo Lund)", null, "Ana Holt"],
  ])("%s", (line, outlet, person) => {
    const { credits, furniture } = reading(line);
    expect(credits.map((c) => [c.outlet, c.person])).toEqual([[outlet, person]]);
    expect(furniture.map((f) => f.kind)).toEqual(["credit"]);
  });

  it.each([
    "The report was first published by the Lowen Times in March.",
    "Reuters has contributed much to the town.",
    "Sources close to the mayor said so.",
  ])("is the article's own: %s", (line) => {
    expect(reading(line).furniture).toEqual([]);
    expect(reading(line).credits).toEqual([]);
  });
});

describe("datelines", () => {
  it.each([
    ["NEW ORLE (AP) — The mayor said so.", "AP"],
    ["ORLE, May 15, 2024 (AFP) -- The mayor said so.", "AFP"],
    ["(Reuters) - The mayor said so.", "Reuters"],
    ["Orle, Kestria (KSA) – The mayor said so.", "KSA"],
  ])("%s", (line, outlet) => {
    expect(reading("She left.", line).credits.map((c) => c.outlet)).toEqual([outlet]);
  });

  it.each(["The mayor (Tom Veal) – who left – said so.", "Ada Brack and her deputy (Tom Veal) - both Greens - left."])(
    "is none: %s",
    (line) => {
      expect(reading("She left.", line).credits).toEqual([]);
    },
  );
});
