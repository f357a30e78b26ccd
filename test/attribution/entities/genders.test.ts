import { describe, expect, it } from "vitest";
import { castOf } from "../../../src/attribution/entities/cast.ts";
import { docOf } from "../../helpers.ts";

const genderIn = (text: string, name: string) => castOf(docOf(text)).byName(name)?.gender;

describe("which pronouns fit whom", () => {
  it.each([
    ["a title", "Mr Quillon Brack opened the pier.", "Quillon Brack", "he"],
    ["the noun beside the name", "The actress Quillon Brack opened the pier.", "Quillon Brack", "she"],
    ["an office behind the name", "Quillon Brack, the board’s chairwoman, opened the pier.", "Quillon Brack", "she"],
    [
      "an office before the name and a comma",
      "Its chairwoman, Quillon Brack, opened the pier.",
      "Quillon Brack",
      "she",
    ],
    ["a relation", "Quillon Brack, widow of the founder, opened the pier.", "Quillon Brack", "she"],
    ["a given name", "Radu Brack opened the pier.", "Radu Brack", "he"],
    ["a pronoun of the same clause", "Quillon Brack opened the pier with her own hands.", "Quillon Brack", "she"],
  ])("by %s", (_, text, name, gender) => {
    expect(genderIn(text, name)).toBe(gender);
  });

  it.each([
    ["a name inside the description", "Radu Brack, master of the Queen Asta, opened the pier.", "Radu Brack", "he"],
    ["what happens behind the name", "The Rev Colin Brack, read from a letter of a mother.", "Colin Brack", "he"],
    ["whose deputy somebody was", "Quillon Brack, then his deputy, opened the pier.", "Quillon Brack", null],
    ["somebody else in the words before", "The father of Quillon Brack was there.", "Quillon Brack", null],
    ["a given name of men and women", "Amal Brack opened the pier.", "Amal Brack", null],
    ["nothing at all", "Quillon Brack opened the pier.", "Quillon Brack", null],
  ])("not by %s", (_, text, name, gender) => {
    expect(genderIn(text, name)).toBe(gender);
  });
});

describe("days that return", () => {
  it.each(["New Year", "Christmas Eve", "Good Friday", "New Year’s Day"])("%s is nobody", (feast) => {
    const cast = castOf(docOf(`The wards were run by students over ${feast}, the nurses said.`));
    expect(cast.byName(feast)).toBeFalsy();
  });
});
