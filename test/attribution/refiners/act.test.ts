import { describe, expect, it } from "vitest";
import { act } from "../../../src/attribution/refiners/act.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

function judged(text: string, source: string, cue: string, content: string): string {
  const [a] = act([attributionOf(text, source ? [source] : [], [cue], [content])], contextOf(docOf(text)));
  return `${a?.negated ? "not " : ""}${a?.act} ${a?.framing}`;
}

describe("act, negated, framing", () => {
  it.each([
    ["Brack said that the pier was safe.", "Brack", "said", "that the pier was safe", "claim neutral"],
    [
      "Brack did not say that the pier was safe.",
      "Brack",
      "did not say",
      "that the pier was safe",
      "not claim neutral",
    ],
    ["Brack claimed that the pier was safe.", "Brack", "claimed", "that the pier was safe", "claim distancing"],
    ["Brack pointed out that the pier was old.", "Brack", "pointed out", "that the pier was old", "claim endorsing"],
    ["Brack denied that the pier was rotten.", "Brack", "denied", "that the pier was rotten", "denial neutral"],
    [
      "Brack did not rule out a sale of the pier.",
      "Brack",
      "did not rule out",
      "a sale of the pier",
      "not denial neutral",
    ],
    [
      "Brack refused to deny that the pier was rotten.",
      "Brack",
      "refused to deny",
      "that the pier was rotten",
      "silence neutral",
    ],
    ["Brack declined to comment on the pier.", "Brack", "declined to comment", "on the pier", "silence neutral"],
    ["Brack believes that the pier is safe.", "Brack", "believes", "that the pier is safe", "belief neutral"],
    ["Brack promised to mend the pier.", "Brack", "promised", "to mend the pier", "intention neutral"],
    ["Brack urged the board to mend the pier.", "Brack", "urged", "the board to mend the pier", "directive neutral"],
    ["Brack asked whether the pier was safe.", "Brack", "asked", "whether the pier was safe", "question neutral"],
    ["Brack asked the board to mend the pier.", "Brack", "asked", "the board to mend the pier", "directive neutral"],
    ["The pier was reportedly sold.", "", "reportedly", "The pier was", "claim hearsay"],
    ["Brack reportedly hopes to sell the pier.", "Brack", "reportedly hopes", "to sell the pier", "intention hearsay"],
  ])("%s", (text, source, cue, content, expected) => {
    expect(judged(text, source, cue, content)).toBe(expected);
  });
});
