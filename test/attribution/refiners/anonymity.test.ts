import { describe, expect, it } from "vitest";
import { isWithheld, reasonWithheld } from "../../../src/attribution/entities/withheld.ts";
import { BEHIND_SOURCE, IN_SOURCE, REASONS } from "../../../src/attribution/lexicon/anonymity.ts";
import {
  CUES_OF_JUDGEMENT,
  JUDGING_CUES,
  JUDGING_WORDS,
  WORDS_OF_JUDGEMENT,
} from "../../../src/attribution/lexicon/judging.ts";
import { act } from "../../../src/attribution/refiners/act.ts";
import { anonymity } from "../../../src/attribution/refiners/anonymity.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import type { Span } from "../../../src/document.ts";
import { marked } from "../marked.ts";

function graded(example: string): string | null {
  const { attribution, context } = marked(example);
  const [a] = anonymity(speaker(act([attribution], context), context), context);
  if (!a?.anonymity) return null;
  const { description, reason, carries } = a.anonymity;
  return `${description}, ${reason ? context.doc.text.slice(...reason) : "no reason"}, ${carries}`;
}

describe("a name that is held back", () => {
  it.each([...IN_SOURCE, ...BEHIND_SOURCE].map((w) => [w.example, w] as const))("%s", (example, { pattern }) => {
    const { attribution, context } = marked(example);
    expect(isWithheld(attribution.source[0] as Span, context)).toBe(true);
    expect(example).toMatch(new RegExp(pattern.replace(/^\^/, "\\[").replace(/\$$/, "\\]"), "iu"));
  });
  it.each(REASONS.map((w) => [w.example, w] as const))("why: %s", (example, { pattern }) => {
    const { attribution, context } = marked(example);
    const reason = reasonWithheld(attribution.source[0] as Span, context);
    expect(reason && context.doc.text.slice(...reason)).toMatch(new RegExp(`^${pattern}`, "iu"));
  });
  it.each([
    "[A spokesman for the harbour board] said the pier was safe.",
    "[Ada Brack], who asked for more time, said the pier was safe.",
    "[The source of the river], she said.",
  ])("is not: %s", (example) => {
    const { attribution, context } = marked(example);
    if (example.includes("river")) return expect(isWithheld([0, 3], context)).toBe(false);
    return expect(isWithheld(attribution.source[0] as Span, context)).toBe(false);
  });
});

describe("how a source without a name is graded", () => {
  it.each([
    ["[A source] <said> {the pier had been sold}.", "bare, no reason, fact"],
    ["[A senior official who asked not to be named] <said> {the pier had been sold}.", "general, no reason, fact"],
    [
      "[A clerk in the harbour office], who spoke on condition of anonymity because she feared for her job, <said> {the pier had been sold}.",
      "specific, because she feared for her job, fact",
    ],
    ["[A person briefed on the talks] <said> {the board was incompetent}.", "specific, no reason, opinion"],
    ["[An insider] <mocked> {the plan}.", "bare, no reason, opinion"],
    ["[An insider] <believes> {the plan will fail}.", "bare, no reason, opinion"],
    ["[An insider] <urged> {the board to wait}.", "bare, no reason, other"],
  ])("%s", (example, expected) => {
    expect(graded(example)).toBe(expected);
  });
  it.each(["[Ada Brack] <said> {the pier had been sold}.", "[Experts] <said> {the pier had been sold}."])(
    "grades no other source: %s",
    (example) => {
      expect(graded(example)).toBeNull();
    },
  );
});

describe("words of judgement", () => {
  it.each(CUES_OF_JUDGEMENT.map((w) => [w.example, w] as const))("%s", (example, { pattern }) => {
    expect(JUDGING_CUES.exec(example)?.[0]).toMatch(new RegExp(`^(?:${pattern})$`, "iu"));
  });
  it.each(WORDS_OF_JUDGEMENT.map((w) => [w.example, w] as const))("%s", (example, { pattern }) => {
    expect(JUDGING_WORDS.exec(example)?.[0]).toMatch(new RegExp(`^(?:${pattern})$`, "iu"));
  });
  it.each(["An insider said the ship was late.", "An insider recalled the meeting in March."])(
    "none: %s",
    (example) => {
      expect(JUDGING_WORDS.test(example) || JUDGING_CUES.test(example)).toBe(false);
    },
  );
});
