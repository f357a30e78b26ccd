import { describe, expect, it } from "vitest";
import { datelineEnd, referenceDay } from "../../../src/attribution/calendar/reference.ts";
import { datesTold } from "../../../src/attribution/calendar/told.ts";
import { docOf } from "../../helpers.ts";

describe("referenceDay", () => {
  const body = (dateline: string): string => `A headline\n\n${dateline}The dam held, the mayor said today.\n`;

  it.each([
    ["SELVA, March 14 (Meridian Press) - ", "2024-03-15", "2024-03-14"],
    ["Selva, 14 March 2024 – ", "2024-03-15", "2024-03-14"],
    ["SELVA, Dec 31 (Meridian Press) - ", "2024-01-01", "2023-12-31"],
    // What was published long after, or a story's own date, is no dateline.
    ["SELVA, March 14 (Meridian Press) - ", "2024-06-01", "2024-06-01"],
    ["", "2024-03-15T23:30:00-05:00", "2024-03-15"],
    ["Selva, 14 March 2024 – ", null, "2024-03-14"],
    ["SELVA, March 14 (Meridian Press) - ", null, null],
    ["", null, null],
  ])("%j published %s counts from %s", (dateline, published, day) => {
    const doc = docOf(body(dateline), published);
    expect(referenceDay({ ...doc, article: { ...doc.article, published } }).day).toBe(day);
  });

  it("ends a dateline before the first words", () => {
    expect(datelineEnd("Friday, May 3, 2024 On Tuesday, the mayor")).toBe("Friday, May 3, 2024".length);
    expect(datelineEnd("Friday, May 3, 2024, was a bad day")).toBe(0);
    expect(datelineEnd("The mayor, May 3 or not, left")).toBe(0);
  });
});

describe("datesTold", () => {
  it("keeps the dates before a place in their order, but none that lies ahead", () => {
    const text = "On 3 May the two met. The ballot will be held on 20 May. The previous day they had talked.";
    expect(datesTold(text, [0, text.length], text.indexOf("The previous"), "2024-05-15")).toEqual(["2024-05-03"]);
  });
});
