import { describe, expect, it } from "vitest";
import { ownVoice } from "../../../src/attribution/refiners/own-voice.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

function own(text: string, source: string, cue: string, content: string): string | null {
  const [a] = ownVoice([attributionOf(text, [source], [cue], [content])], contextOf(docOf(text)));
  return a?.ownVoice ? text.slice(...a.ownVoice) : null;
}

describe("what the article says in its own voice too", () => {
  it("finds the headline that leaves the source out", () => {
    const text =
      "Rotten beams brought down Lowen pier\n\nThe mayor spoke on Monday.\n\nRotten beams had brought down the pier of Lowen, engineers said.";
    expect(own(text, "engineers", "said", "Rotten beams had brought down the pier of Lowen")).toBe(
      "Rotten beams brought down Lowen pier",
    );
  });
  it("finds the sentence of the body that says the same", () => {
    const text =
      "A pier and its past\n\nThe harbour board never inspected the pier after the flood. Brack said the board had never inspected the pier after the flood.";
    expect(own(text, "Brack", "said", "the board had never inspected the pier after the flood")).toMatch(
      /^The harbour board/,
    );
  });
  it.each([
    // The contrary.
    [
      "A pier and its past\n\nThe harbour board inspected the pier after the flood. Brack said the board had never inspected the pier after the flood.",
      "the board had never inspected the pier after the flood",
    ],
    // Something else about the same things.
    [
      "A pier and its past\n\nThe pier belongs to the harbour board. Brack said the board had never inspected the pier after the flood.",
      "the board had never inspected the pier after the flood",
    ],
    // The same words, in quotation marks: somebody says them.
    [
      "A pier and its past\n\n“The board never inspected the pier after the flood.” Brack said the board had never inspected the pier after the flood.",
      "the board had never inspected the pier after the flood",
    ],
  ])("%#", (text, content) => {
    expect(own(text, "Brack", "said", content)).toBeNull();
  });
});
