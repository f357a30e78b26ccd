import { describe, expect, it } from "vitest";
import { number } from "../../../src/attribution/attribute.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** Whom the source of the last statement stands for. */
function entityOf(text: string, source: string, content: string): string | null | undefined {
  const at = text.lastIndexOf(source);
  const a = { ...attributionOf(text, [], ["said"], [content]), source: [[at, at + source.length] as const] };
  return speaker(number([a]), contextOf(docOf(text))).at(-1)?.entity;
}

describe("a description with its owner", () => {
  it.each([
    [
      "his widow",
      "Otto Lahm tuned the organ for years, his widow, Hedda Lahm, told the vicar.\n\nHis widow said it was late.",
      "His widow",
      "Hedda Lahm",
    ],
    [
      "her colleague",
      "Ada Brack and her colleague Petra Voss voted for the pier. Brack spoke first.\n\nHer colleague said it was late.",
      "Her colleague",
      "Petra Voss",
    ],
    [
      "a lawyer by the client’s name",
      "Ada Brack was in court with Brack’s lawyer, Tom Veal.\n\nBrack’s lawyer said it was late.",
      "Brack’s lawyer",
      "Tom Veal",
    ],
  ])("is %s, where the article tells it beside a name", (_, text, source, entity) => {
    expect(entityOf(text, source, "it was late")).toBe(entity);
  });

  it.each([
    [
      "of somebody else",
      "Ada Brack was in court. Tom Veal, the city’s lawyer, was there too.\n\nHer lawyer said it was late.",
      "Her lawyer",
      "Ada Brack’s lawyer",
    ],
    [
      "of two",
      "Ada Brack came with her lawyers: lawyer Tom Veal and lawyer Petra Voss.\n\nHer lawyer said it was late.",
      "Her lawyer",
      "Ada Brack’s lawyer",
    ],
    ["of nobody named", "Ada Brack was in court.\n\nHer lawyer said it was late.", "Her lawyer", "Ada Brack’s lawyer"],
  ])("is not told beside a name %s", (_, text, source, entity) => {
    expect(entityOf(text, source, "it was late")).toBe(entity);
  });
});
