/** The dates that an article told just before some place in it: what "the previous day" and "that month" count from. */
import type { Span } from "../../document.ts";
import { dateOf } from "../calendar.ts";
import { firstDay } from "./days.ts";
import { timePhrases } from "./phrases.ts";
import { liesAhead } from "./tense.ts";

/** As far back as a date counts as told just before; also bounds the work on a paragraph without end. */
const BACK = 1500;

/** Values of the dates told in `paragraph` before `at`, the latest last, but for those that lie ahead. `from` as in `Counted`. */
export function datesTold(text: string, paragraph: Span, at: number, from: string | null): string[] {
  const told: string[] = [];
  for (const { span, kind } of timePhrases(text, [Math.max(paragraph[0], at - BACK), at])) {
    if (kind !== "date") continue;
    const value = dateOf(text.slice(...span), { from, future: liesAhead(text, paragraph, span), told });
    if (value && !(from && firstDay(value) > from)) told.push(value);
  }
  return told;
}
