import { describe, expect, it } from "vitest";
import { timePhrases } from "../../../src/attribution/calendar/phrases.ts";
import { cpuTime } from "../../support/cpu-time.ts";

const wordsOf = (text: string): string[] => timePhrases(text, [0, text.length]).map((p) => text.slice(...p.span));

describe("timePhrases", () => {
  it.each([
    ["He spoke on Tuesday, 12 March 2024, and again early this month.", ["Tuesday, 12 March 2024", "early this month"]],
    ["Sent between 28 July and 2 August, they said.", ["28 July and 2 August"]],
    ["In May they met; since March nothing; in 1995 she left.", ["May", "March", "1995"]],
    ["Over the past few days and just over 24 hours ago", ["the past few days", "just over 24 hours ago"]],
    ["On Oct. 3, the mayor’s office closed; the day before, it had not.", ["Oct. 3", "the day before"]],
    ["In the third quarter of this year sales fell.", ["the third quarter of this year"]],
    ["at noon, at 3.30pm, at 15:45", ["noon", "3.30pm", "15:45"]],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    "May I ask where they march?",
    "She told the Sunday Times and USA Today, then ABC's This Week.",
    "It cost 2,000 and sold 1995 copies.",
    "The second man mended 300 boats.",
    "A few weeks ahead of the vote",
    "Black Friday sales",
  ])("finds none in: %s", (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it("takes no time at long lines of digits and months", () => {
    const started = cpuTime();
    timePhrases("3 May and ".repeat(1000), [0, 10_000]);
    timePhrases("1".repeat(10_000), [0, 10_000]);
    timePhrases("the ".repeat(2500), [0, 10_000]);
    timePhrases("more than about just ".repeat(500), [0, 10_000]);
    expect(cpuTime() - started).toBeLessThan(4000);
  });
});
