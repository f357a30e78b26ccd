import { describe, expect, it } from "vitest";
import { hearer } from "../../../src/attribution/refiners/hearer.ts";
import { wholeSource } from "../../../src/attribution/refiners/whole-source.ts";
import { marked } from "../marked.ts";

const sourceOf = (example: string, refine = wholeSource): string => {
  const { attribution, context } = marked(example);
  const [a] = refine([attribution], context);
  return (a?.source ?? []).map((s) => context.doc.text.slice(...s)).join(" | ");
};

describe("the whole source", () => {
  it.each([
    ["She kept an email from [a junior clerk] <warning> {of odd payments}.", "an email from a junior clerk"],
    ["Photos sent in by [readers] <suggest> {that it was late}.", "Photos sent in by readers"],
    [
      "[The ship]’s log, which was read out on Friday, <does not mention> {the alert}.",
      "The ship’s log, which was read out on Friday",
    ],
    ["[Brack]’s lawyer <said> {it was late}.", "Brack’s lawyer"],
    [
      "[A report] commissioned by the port last year <estimated> {that it was late}.",
      "A report commissioned by the port last year",
    ],
    ["[Her envoy] handed over a note on Monday <demanding> {its return}.", "a note"],
    ["The card, which [she] keeps in the hall, <reads> {“Come late”}.", "The card"],
    ["All they get is <a message stating> {“Come back late”}.", "a message"],
  ])("%s", (example, source) => {
    expect(sourceOf(example)).toBe(source);
  });

  it.each([
    ["[Brack] issued a statement on Monday <saying> {it was late}.", "Brack"],
    ["[Brack] left, <saying> {it was late}.", "Brack"],
    ["In a letter to [the board] <said> {it was late}.", "the board"],
    ["[He]’s never <said> {it was late}.", "He"],
    ["According to a report in the Courier, [the mayor] <said> {it was late}.", "the mayor"],
    ["The card fell, [she] <said> {it was late}.", "she"],
    ["She opened the door to [the clerk] <warning> {of payments}.", "the clerk"],
  ])("leaves alone: %s", (example, source) => {
    expect(sourceOf(example)).toBe(source);
  });
});

describe("whoever is asked", () => {
  it.each([
    ["<Asked> {how long it would last}, [the clerk, Lars Emm], said: “Late.”", ""],
    ["[Brack’s successor], <asked> {whether it was late}, answered.", ""],
    ["<Asked> by [the Courier] {whether it was late}, she left.", "the Courier"],
    ["[Brack] <asked> {whether it was late}.", "Brack"],
    ["[Brack] paused, <asked> {whether it was late} and left.", "Brack"],
  ])("%s", (example, source) => {
    expect(sourceOf(example, hearer)).toBe(source);
  });
});

describe("whoever is told", () => {
  it.each([
    ["[She] <has been warned> by her landlady, she joked, {that it was late}.", "her landlady"],
    ["<I'm told> by a baker on Low Street {that it was late}.", ""],
    ["[She] <has been warned> {that it was late}.", ""],
    ["[Brack] <warned> by letter {that it was late}.", "Brack"],
  ])("%s", (example, source) => {
    expect(sourceOf(example, hearer)).toBe(source);
  });
});
