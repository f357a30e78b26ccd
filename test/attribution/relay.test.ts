import { describe, expect, it } from "vitest";
import type { Attribution, Reading } from "../../src/document.ts";
import { howItCame } from "../../src/attribution/relay.ts";
import { attributionOf, docOf, spanOf } from "../helpers.ts";

const readingOf = (text: string, outlet: string | null, attributions: Attribution[]): Reading => {
  const doc = docOf(text);
  return { ...doc, article: { ...doc.article, outlet }, attributions };
};

/** How "the dam holds" came, when said through `channel` ("in a <letter>"). */
function came(phrase: string, channel: string, outlet: string | null = null): string {
  const text = `Ana Holt said ${phrase} that the dam holds.`;
  const a = {
    ...attributionOf(text, ["Ana Holt"], ["said"], ["that the dam holds"]),
    channel: [spanOf(text, channel)],
  };
  return howItCame(a, readingOf(text, outlet, [a]));
}

describe("how a statement came", () => {
  it.each([
    ["to reporters", "reporters"],
    ["at a press conference", "press conference"],
    ["in her last interview", "last interview"],
    ["in parliament", "parliament"],
    ["in open court", "open court"],
    ["by telephone", "telephone"],
    ["in writing", "writing"],
    // Its own words, as the search `relayed:` has it too.
    ["in a letter", "letter"],
    ["in a joint statement", "joint statement"],
    ["on Twitter", "Twitter"],
    ["to this newspaper", "newspaper"],
  ])("first-hand: %s", (phrase, channel) => expect(came(phrase, channel)).toBe("first-hand"));

  it.each([
    ["to Radio Quay", "Radio Quay"],
    ["in a note to clients", "note to clients"],
    ["in a memoir", "memoir"],
    ["to a newspaper", "newspaper"],
    ["on Chirper", "Chirper"],
    ["on Channel Stage", "Channel Stage News"],
  ])("relayed: %s", (phrase, channel) =>
    expect(came(phrase.replace("Channel Stage", "Channel Stage News"), channel)).toBe("relayed"),
  );

  it("is first-hand when it was told to the outlet that tells it", () => {
    expect(came("to the Courier", "Courier", "The Vellmar Courier")).toBe("first-hand");
    expect(came("to the Courier", "Courier", "Daily Lantern")).toBe("relayed");
  });

  const text = "Ana Holt said Bo Lund feared a flood.";
  const nested = (outer: Partial<Attribution>, inner: Partial<Attribution> = {}): string => {
    const a = {
      ...attributionOf(text, ["Ana Holt"], ["said"], ["Bo Lund feared a flood"]),
      entity: "Ana Holt",
      ...outer,
    };
    const b = {
      ...attributionOf(text, ["Bo Lund"], ["feared"], ["a flood"], "a2"),
      entity: "Bo Lund",
      within: "a1",
      ...inner,
    };
    return howItCame(b, readingOf(text, null, [a, b]));
  };
  it("goes through the person whose words hold it, unless they are the same", () => {
    expect(nested({})).toBe("relayed");
    expect(nested({}, { entity: "Ana Holt" })).toBe("first-hand");
  });
  it("is hearsay inside hearsay that nobody vouches for", () => {
    expect(nested({ source: [], framing: "hearsay", entity: null })).toBe("hearsay");
    expect(nested({ source: [], framing: "hearsay", entity: null }, { channel: [spanOf(text, "Bo Lund")] })).toBe(
      "hearsay",
    );
    expect(nested({}, { framing: "hearsay" })).toBe("hearsay");
  });
});
