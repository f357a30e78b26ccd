/** Time phrases counted from a day: today, last week, three days ago, earlier this month, over the past ten days. */
import { halfOf } from "./absolute.ts";
import { interval, mondayOf, month, monthOf, plusDays, quarter, weekAround, yearOf } from "./days.ts";
import { COUNT, numberOf, PART, SOFT, UNIT, VAGUE } from "./words.ts";

const TODAY = new RegExp(
  `^(?:earlier |later |late |early )?(?:today|this (?:very )?${PART}|tonight)$|^(?:earlier|later) in the day$`,
  "u",
);
const YESTERDAY = new RegExp(`^(?:(?:late |early )?yesterday(?: ${PART})?|last night|overnight)$`, "u");
const TOMORROW = new RegExp(`^tomorrow(?: ${PART})?$`, "u");
const SPAN_OF =
  /^(?:(?:the )?(?:early|late|earlier|later|mid|start|beginning|middle|end|rest)(?: in| of|-)? )?(last|this|this past|past|next|the last|the past|the coming|coming|the previous|the following|the current|current|the)? ?(weekend|week|fortnight|month|quarter|year|decade)$/u;
const HALF = /^(?:the )?(first|second) half of (this|last|next|the) year$/;
const AGO = new RegExp(`^(?:${SOFT} )*(${COUNT}) (${UNIT})s? (?:ago|back)(?: (?:today|now))?$`, "u");
const AHEAD = new RegExp(`^(?:in )?(${COUNT}) (${UNIT})s?(?:' time| from (?:now|today))$`, "u");
const LATEST = new RegExp(`^(?:the )?(last|past|next|coming) (${COUNT}) (${UNIT})s$`, "u");
const UNCOUNTED = new RegExp(`^(?:the )?(?:last |past |next )?${VAGUE} ${UNIT}s$`, "u");
/** Days that a unit is counted in when an interval of several is meant. */
const DAYS: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, fortnight: 14 };

/** Value of a phrase in lower case, counted from the ISO day `base`; `null` when it is none of these or names no exact time. */
export function relative(text: string, base: string, future: boolean): string | null {
  if (TODAY.test(text)) return base;
  if (YESTERDAY.test(text)) return plusDays(base, -1);
  if (text === "the day before yesterday") return plusDays(base, -2);
  if (TOMORROW.test(text)) return plusDays(base, 1);
  if (text === "the day after tomorrow") return plusDays(base, 2);
  if (UNCOUNTED.test(text)) return null;
  const span = SPAN_OF.exec(text);
  if (span) return spanOf(base, span[1] ?? "", span[2] as string, future);
  const half = HALF.exec(text);
  if (half) return halfOf(yearOf(base) + stepOf(half[2] as string), half[1] === "first");
  const ago = AGO.exec(text);
  if (ago) return counted(base, -numberOf(ago[1] as string), ago[2] as string);
  const ahead = AHEAD.exec(text);
  if (ahead) return counted(base, numberOf(ahead[1] as string), ahead[2] as string);
  const latest = LATEST.exec(text);
  return latest ? stretch(base, latest[1] as string, numberOf(latest[2] as string), latest[3] as string) : null;
}

/**
 * So many units before or after a day, as exactly as people mean it: days and a single week to the day, several weeks as
 * weeks, months and years as such.
 */
export function counted(base: string, count: number, unit: string): string | null {
  const year = yearOf(base);
  if (unit === "minute") return base;
  if (unit === "hour") return plusDays(base, Math.trunc(count / 24));
  if (unit === "day" || unit === "night") return plusDays(base, count);
  if (unit === "week") return Math.abs(count) === 1 ? plusDays(base, 7 * count) : weekAround(plusDays(base, 7 * count));
  if (unit === "fortnight") return weekAround(plusDays(base, 14 * count));
  if (unit === "month") return month(year, monthOf(base) + count);
  if (unit === "year") return String(year + count);
  return unit === "decade" ? String(year + 10 * count) : null;
}

const stepOf = (word: string): number =>
  /next|coming|following/.test(word) ? 1 : /last|past|previous/.test(word) ? -1 : 0;

function spanOf(base: string, word: string, unit: string, future: boolean): string | null {
  const year = yearOf(base);
  const step = stepOf(word);
  if (unit === "week") return weekAround(plusDays(base, 7 * step));
  if (unit === "fortnight") return step > 0 ? interval(base, plusDays(base, 14)) : interval(plusDays(base, -14), base);
  if (unit === "month") return month(year, monthOf(base) + step);
  if (unit === "quarter") return quarter(year, Math.ceil(monthOf(base) / 3) + step);
  if (unit === "year") return String(year + step);
  if (unit === "decade") return step < 0 ? interval(String(year - 10), String(year)) : null;
  const saturday = plusDays(mondayOf(base), 5);
  const past = saturday > base ? plusDays(saturday, -7) : saturday;
  const start = step > 0 || (future && step === 0 && past < base) ? plusDays(past, 7) : past;
  return interval(start, plusDays(start, 1));
}

function stretch(base: string, word: string, count: number, unit: string): string | null {
  const sign = word === "next" || word === "coming" ? 1 : -1;
  const days = DAYS[unit];
  const other = days ? plusDays(base, sign * days * count) : counted(base, sign * count, unit);
  if (!other || unit === "minute" || unit === "hour") return null;
  const here = base.slice(0, other.length);
  return sign > 0 ? interval(here, other) : interval(other, here);
}
