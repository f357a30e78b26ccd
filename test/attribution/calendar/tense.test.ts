import { describe, expect, it } from "vitest";
import { liesAhead } from "../../../src/attribution/calendar/tense.ts";

const ahead = (text: string, phrase: string): boolean | null => {
  const at = text.indexOf(phrase);
  return liesAhead(text, [0, text.length], [at, at + phrase.length]);
};

describe("liesAhead", () => {
  it.each([
    ["The bridge will be closed on Friday.", "Friday"],
    ["The inquiry is set to begin in October.", "October"],
    ["The trial, which is due to open on 3 June, may last.", "3 June"],
    ["Orle to close harbour on Monday", "Monday"],
    ["On Monday the council will vote.", "Monday"],
    ["A June 3 hearing has been scheduled.", "June 3"],
    ["The firm has until Tuesday to answer.", "Tuesday"],
    ["The new ferry goes on sale in March.", "March"],
    ["The firm announced that it will give owners a case on Friday.", "Friday"],
  ])("%s", (text, phrase) => {
    expect(ahead(text, phrase)).toBe(true);
  });

  it.each([
    ["The bridge was closed on Friday.", "Friday"],
    ["She said the ship sank on 3 June.", "3 June"],
    ["The council, which will meet again, voted on Monday.", "Monday"],
    ["The firm announced Friday that it will give owners a case.", "Friday"],
  ])("%s lies behind", (text, phrase) => {
    expect(ahead(text, phrase)).toBe(false);
  });

  it("says neither where no verb tells", () => {
    expect(ahead("the June figures", "June")).toBeNull();
  });
});
