import { describe, expect, it } from "vitest";
import { harmless } from "../../src/exports/terminal.ts";

describe("text made harmless", () => {
  it.each([
    ["a profession", "\u{1f469}\u200d\u{1f692}"],
    ["with a skin tone", "\u{1f9d1}\u{1f3fd}\u200d\u{1f52c}"],
    ["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
    ["a heart on fire, with a presentation mark", "\u2764\ufe0f\u200d\u{1f525}"],
    ["the rainbow flag", "\u{1f3f3}\ufe0f\u200d\u{1f308}"],
    ["a woman lifting weights", "\u{1f3cb}\u{1f3fd}\u200d\u2640\ufe0f"],
    ["the flag of Scotland, written in tags", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["letters of any script, line breaks, tabs", "Zoë said\n\tنعم"],
  ])("keeps %s", (_name, text) => expect(harmless(`a ${text} b`)).toBe(`a ${text} b`));

  it.each([
    ["the Arabic letter mark", "\u061c"],
    ["other marks of direction", "\u202e"],
    ["isolates", "\u2067"],
    ["escape", "\u001b"],
    ["a joiner between letters", "\u200d"],
    ["a blank without width", "\u200b"],
    ["a hidden tag", "\u{e0041}"],
  ])("shows %s", (_name, mark) => expect(harmless(`a${mark}b`)).toBe("a\ufffdb"));

  it("shows a joiner that joins an emoji to nothing, or letters to an emoji", () => {
    expect(harmless("\u{1f469}\u200d said")).toBe("\u{1f469}\ufffd said");
    expect(harmless("a\u200d\u{1f692}")).toBe("a\ufffd\u{1f692}");
  });
});
