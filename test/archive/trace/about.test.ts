import { describe, expect, it } from "vitest";
import { aboutWords } from "../../../src/archive/trace/about.ts";

const tells = (asked: string, text: string): boolean => aboutWords(asked)(text)([[0, text.length]]);

describe("stretches worth comparing", () => {
  it.each([
    ["We did not know that the valve was faulty", "Brennock knew that the valve was"],
    ["The ferry will be sold to the county in the spring", "selling the county's ferries was decided"],
    ["Diesel reached the outer harbour before noon on Tuesday", "the harbours would stay shut, and diesel was found"],
    ["Älvdalen's café", "the cafe in Alvdalen"],
  ])("shares words with %j: %j", (asked, text) => {
    expect(tells(asked, text)).toBe(true);
  });

  it.each([
    ["We did not know that the valve was faulty", "the school will be rebuilt on the old site"],
    ["Diesel reached the outer harbour before noon on Tuesday", "the mayor opened a school on Tuesday"],
  ])("leaves others aside, %j: %j", (asked, text) => {
    expect(tells(asked, text)).toBe(false);
  });
});
