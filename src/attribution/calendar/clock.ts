/** Hours: they lie on the day that the article told just before, or on its own. */
import { PART } from "./words.ts";

const ZONE = "(?:utc|gmt|bst|ist|cet|cest|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|local time)";
const OFFSET = `(?: ?\\(? ?${ZONE}(?: ?[+-] ?\\d{1,2})? ?\\)?)`;
const HOUR = `(?:noon|midday|midnight|\\d{1,2}[.:]\\d{2}(?: ?[ap]\\.?m\\.?)?${OFFSET}?|\\d{1,2} ?(?:[ap]\\.?m\\.?|o'clock)${OFFSET}?|\\d{1,4}${OFFSET})(?: \\(\\d{4} ${ZONE}\\))?`;
const CLOCK = new RegExp(`^(?:${HOUR}|(?:the )?(?:early |late |mid-)?${PART}|the early hours)$`, "u");
const WITH_DAY = new RegExp(
  `^${HOUR},?(?: on)? (?<after>\\p{L}.*)$|^(?<before>.*?\\p{L}),?(?: at)? ${HOUR}$|^(?<local>.*\\p{L}) \\(?${ZONE}\\)?$|^(?:the )?(?:early |late )?(?:${PART}|hours|weekend) of (?<of>.+)$`,
  "u",
);

/** Whether a phrase in lower case is an hour without its day. */
export const isHour = (text: string): boolean => CLOCK.test(text);

/** "9 a.m. Monday", "Thursday at 9:30": the words of the day alone; `null` where there is no hour beside a day. */
export const dayBeside = (text: string): string | null => {
  const groups = WITH_DAY.exec(text)?.groups;
  return groups?.after ?? groups?.before ?? groups?.local ?? groups?.of ?? null;
};
