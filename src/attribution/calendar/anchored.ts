/** Time phrases counted from a date that the article told just before: the previous day, four days later, that month. */
import { firstDay, interval, month, monthOf, plusDays, yearOf } from "./days.ts";
import { counted } from "./relative.ts";
import { COUNT, numberOf, PART, SOFT, UNIT } from "./words.ts";

const BEFORE =
  /^(?:the )?(?:previous|preceding) (day|night|evening|week|month|year)$|^the (day|night|evening|week|month|year) (?:before|previous)$/u;
const AFTER =
  /^the (?:following|next) (day|morning|afternoon|evening|night|week|month|year)$|^(?:following|next) (day|morning)$|^the (day|week|month|year) after$/;
const COUNTED = new RegExp(
  `^(?:${SOFT} )*(${COUNT}) (${UNIT})s? (earlier|before|previously|later|after|afterwards)$`,
  "u",
);
const SAME = new RegExp(
  `^(?:that|(?:on |in )?(?:the )?same|that same|that very)(?: (day|date|week|weekend|month|year|${PART}))?$|^the (day|date)$|^(?:later|earlier) (?:that|the same) (day|week|month|year|${PART})$`,
  "u",
);
const LAST_OF = /^the (first|last) of (?:those|these|the) days$/;
const A_YEAR_BEFORE =
  /^the same (?:period|time|month|quarter|week|point|stage) (?:(?:of )?(?:the )?(?:last|previous) year|a year (?:ago|earlier|before))$/;
const SAME_IN = /^the same (?:period|time|month|quarter) (?:in|of) (\d{4})$/;

/** Whether a phrase leans on another date at all. */
export const leansOn = (text: string): boolean =>
  [BEFORE, AFTER, COUNTED, SAME, LAST_OF, A_YEAR_BEFORE, SAME_IN].some((pattern) => pattern.test(text));

/** Value of a phrase in lower case, counted from the date `anchor` of the article; `null` when it is none of these. */
export function anchored(text: string, anchor: string): string | null {
  const day = firstDay(anchor);
  const before = BEFORE.exec(text);
  if (before) return shifted(anchor, -1, (before[1] ?? before[2]) as string);
  const after = AFTER.exec(text);
  if (after) return shifted(anchor, 1, (after[1] ?? after[2] ?? after[3]) as string);
  const by = COUNTED.exec(text);
  if (by)
    return shifted(
      anchor,
      numberOf(by[1] as string) * (/^(?:later|after)/.test(by[3] as string) ? 1 : -1),
      by[2] as string,
    );
  if (A_YEAR_BEFORE.test(text))
    return anchor.length === 7 || (anchor.length === 10 && text.includes("month"))
      ? month(yearOf(day) - 1, monthOf(day))
      : anchor.replace(/\d{4}/g, (y) => String(Number(y) - 1));
  const period = SAME_IN.exec(text);
  if (period) return (anchor.length === 10 ? anchor.slice(0, 7) : anchor).replace(/\d{4}/g, period[1] as string);
  const of = LAST_OF.exec(text);
  if (of) return anchor.includes("/") ? (anchor.split("/").at(of[1] === "first" ? 0 : -1) ?? null) : anchor;
  const same = SAME.exec(text);
  if (!same) return null;
  const unit = same[1] ?? same[2] ?? same[3] ?? "day";
  if (unit === "year") return day.slice(0, 4);
  if (unit === "month") return anchor.length >= 7 ? day.slice(0, 7) : null;
  return unit === "week" || unit === "weekend" ? null : anchor.length === 10 ? anchor : null;
}

/** Moved by so many units, no more exactly than the anchor is known. */
function shifted(anchor: string, count: number, unit: string): string | null {
  const small = /^(?:day|night|morning|afternoon|evening|minute|hour)$/.test(unit);
  if (anchor.length === 4) return /year|decade/.test(unit) ? counted(`${anchor}-01-01`, count, unit) : null;
  if (anchor.length === 7) return /month|year|decade/.test(unit) ? counted(`${anchor}-01`, count, unit) : null;
  if (anchor.includes("/"))
    return unit === "week" && Math.abs(count) === 1
      ? anchor
          .split("/")
          .map((d) => plusDays(d, 7 * count))
          .reduce(interval)
      : null;
  return counted(anchor, count, small && !/minute|hour/.test(unit) ? "day" : unit);
}
