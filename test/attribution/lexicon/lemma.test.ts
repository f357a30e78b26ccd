import { describe, expect, it } from "vitest";
import { ENTRIES, lookUp, matchWords, verbLemma } from "../../../src/attribution/lexicon/lemma.ts";

describe("cue lexicon", () => {
  it("holds each entry once for its part of speech, act and framing", () => {
    const keys = ENTRIES.map((e) => `${e.lemma} ${e.part}`);
    expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
    expect(ENTRIES.length).toBeGreaterThan(400);
  });

  it("is found by each of its own entries", () => {
    for (const entry of ENTRIES) expect(lookUp(entry.lemma), entry.lemma).toContain(entry);
  });

  it.each([
    ["told", "tell"],
    ["denied", "deny"],
    ["admitting", "admit"],
    ["planning", "plan"],
    ["wrote", "write"],
    ["written", "write"],
    ["urges", "urge"],
    ["wishes", "wish"],
    ["labelled", "label"],
    ["felt", "feel"],
  ])("%s is a form of %s", (form, lemma) => {
    expect(verbLemma(form)).toBe(lemma);
  });

  it.each(["table", "toldest", "saids", ""])("does not know %s", (form) => {
    expect(verbLemma(form)).toBeNull();
  });

  it("prefers the longest entry", () => {
    expect(matchWords(["she", "pointed", "out", "that"]).map((m) => m.entry.lemma)).toEqual(["point out"]);
    expect(matchWords(["they", "ruled", "out", "a", "sale"]).map((m) => m.entry.act)).toEqual(["denial"]);
  });
});
