import { describe, expect, it } from "vitest";
import { judgeAlone } from "../../src/reading/furniture.ts";
import { docOf } from "../helpers.ts";

describe("furniture", () => {
  it.each([
    ["promo", "Discover our latest podcast"],
    ["promo", "Advertisement"],
    ["newsletter", "Sign up for our morning newsletter"],
    ["sharing", "Follow us on Facebook"],
    ["comments", "12 comments"],
    ["cookies", "We use cookies to improve your visit."],
    ["credit", "Image: Pell Rasmus/Channel North"],
    ["credit", "(Reporting by Ana Holt; editing by R. Tull)"],
    ["credit", "© The Harbour Standard 2024"],
    ["credit", "This story first appeared in The Lund Gazette"],
    ["credit", "Mira Holt contributed to this report."],
    ["byline", "By Lise Amrand"],
  ])("%s: %s", (kind, line) => {
    expect(judgeAlone(line)?.kind).toBe(kind);
  });

  it.each([
    "Follow the river for a mile and you come to the mill.",
    "By the weekend the last company is due to cross the bridge.",
    "“Sign up for nothing,” she told the crowd.",
    "Photos sent in by readers suggest otherwise.",
    "Share prices fell by a tenth after the announcement.",
    "Comments by the minister angered the unions.",
    "Image matters more than policy, said Holt.",
    "Read aloud in court, the letter drew gasps.",
    "Copyright law was changed last year, the ministry said, after a long dispute.",
    "Related companies were searched as well, police said.",
  ])("leaves the article alone: %s", (line) => {
    expect(judgeAlone(line)).toBeNull();
  });

  it("labels teasers under their label and goes back to the article after them", () => {
    const text =
      "The mayor spoke.\nRead more:\n⋙ Mayor buys a boat\n⋙ Boat sinks\nThe mayor then left the hall with her aides.";
    const doc = docOf(text);
    expect(doc.furniture.map((f) => f.kind)).toEqual(["label", "teaser", "teaser"]);
    expect(text.slice(...(doc.blocks.at(-1)?.span ?? [0, 0]))).toBe("The mayor then left the hall with her aides.");
  });

  it("parts a caption from the credit at its end", () => {
    const text = "A headline stands here\n\nThe ferry at the quay on Monday. Image: Home Office.\n\nIt was late.";
    const doc = docOf(text);
    expect(doc.furniture.map((f) => text.slice(...f.span))).toEqual(["Image: Home Office."]);
    expect(doc.blocks.filter((b) => b.kind === "caption").map((b) => text.slice(...b.span))).toEqual([
      "The ferry at the quay on Monday.",
    ]);
  });
});
