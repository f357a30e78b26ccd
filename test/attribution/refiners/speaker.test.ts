import { describe, expect, it } from "vitest";
import { number } from "../../../src/attribution/attribute.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** Each row is source, cue, content; the last one is looked at. */
function last(text: string, ...rows: [string, string, string][]) {
  const all = rows.map(([s, cue, content], i) => ({
    ...attributionOf(text, [], [cue], [content], `a${i + 1}`),
    source: [[text.lastIndexOf(s), text.lastIndexOf(s) + s.length] as const],
  }));
  return speaker(number(all), contextOf(docOf(text))).at(-1);
}

describe("speaker", () => {
  it("gives a surname its full name, office and kind", () => {
    const text = "Ada Brack, head of the Lowen Institute, opened the pier.\n\nBrack said it was safe.";
    expect(last(text, ["Brack", "said", "it was safe"])).toMatchObject({
      entity: "Ada Brack",
      role: "head of the Lowen Institute",
      kind: "person",
      naming: "named",
    });
  });

  it("reads an office before a name and a comma", () => {
    const text = "The harbour board's secretary, Tom Veal, said the pier was safe.";
    expect(last(text, ["The harbour board's secretary, Tom Veal", "said", "the pier was safe"])).toMatchObject({
      entity: "Tom Veal",
      role: "harbour board's secretary",
    });
  });

  it("reads what a body is from the words before its name", () => {
    const text = "The operator, Northline, said the pier was safe.";
    expect(last(text, ["The operator, Northline", "said", "the pier was safe"])).toMatchObject({
      entity: "Northline",
      role: "operator",
      kind: "organisation",
    });
  });

  it("resolves a pronoun inside a description", () => {
    const text = "Ada Brack opened the pier. Her lawyer said she would not answer.";
    expect(last(text, ["Her lawyer", "said", "she would not answer"])?.entity).toMatch(/^Ada Brack[’']s lawyer$/);
  });

  it("calls a held-back source anonymous and names nobody", () => {
    const text = "Ada Brack opened the pier. A person familiar with the matter said it was rotten.";
    expect(last(text, ["A person familiar with the matter", "said", "it was rotten"])).toMatchObject({
      naming: "anonymous",
      entity: "person familiar with the matter",
      role: null,
    });
  });

  it("keeps a form of address out of the name", () => {
    const text = "The team around Dr Ada Brack of Lowen University met. Brack said it was late.";
    expect(last(text, ["Brack", "said", "it was late"])).toMatchObject({ entity: "Ada Brack" });
  });

  it("names two people who speak as one", () => {
    const text = "Ada Brack and her deputy Tom Veal said the pier was safe.";
    expect(last(text, ["Ada Brack and her deputy Tom Veal", "said", "the pier was safe"])).toMatchObject({
      entity: "Ada Brack and Tom Veal",
      kind: "group",
      naming: "named",
    });
  });

  it("does not make a speaker of someone in a relative clause", () => {
    const text = "Ada Brack, who met Tom Veal and Ida Moss, said the pier was safe.";
    expect(last(text, ["Ada Brack, who met Tom Veal and Ida Moss", "said", "the pier was safe"])?.entity).toBe(
      "Ada Brack",
    );
  });
});
