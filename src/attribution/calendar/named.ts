/**
 * Days, months and seasons that go by a name and return every week or year: the one meant is the last, unless the tense
 * says that it lies ahead. Where no tense tells, a day or month of the year to come is meant if it is near and the last one is
 * so long ago that its year would have been named.
 */
import { isoDay, monthNumber } from "../../reading/dates.ts";
import { seasonOf } from "./absolute.ts";
import {
  daysBetween,
  firstDay,
  interval,
  lastDay,
  mondayOf,
  month,
  monthOf,
  plusDays,
  quarter,
  weekAround,
  weekdayOf,
  yearOf,
} from "./days.ts";
import { ORDINAL, ORDINALS, PART, SEASON, SHORT_MONTH, WEEKDAY, WEEKDAYS } from "./words.ts";

const NAMED_DAY = new RegExp(
  `^(?:(last|this|this past|this coming|next|the previous|the following|the) )?(?:(?:early|late) )?(${WEEKDAY})(?: (${PART}|lunchtime))?(?: (?:of )?(?:last|this|next) week)?$`,
  "u",
);
const DAY_MONTH = new RegExp(`^(?:${WEEKDAY},? )?(?:the )?(\\d{1,2})${ORDINAL}(?: of)? (${SHORT_MONTH})$`, "u");
const MONTH_DAY = new RegExp(`^(?:${WEEKDAY},? )?(${SHORT_MONTH}) (?:the )?(\\d{1,2})${ORDINAL}$`, "u");
const ONLY_MONTH = new RegExp(`^(?:(last|this|next) )?(${SHORT_MONTH})(?: (?:of )?(this|last|next) year)?$`, "u");
const DAY_OF_MONTH = /^the (\d{1,2})(?:st|nd|rd|th)$/u;
const WEEK_OF = /^the week (?:of|beginning|ending|starting) (.+)$/;
/** "The last week of March": the last that lies in it from Monday to Sunday. */
const WEEK_IN = new RegExp(`^(?:the )?(first|last) week (?:of|in) (${SHORT_MONTH})$`, "u");
const ONLY_SEASON = new RegExp(
  `^(?:(last|this|next|the|the past) )?(${SEASON}|(?<=(?:last|this|next|the) )fall)$`,
  "u",
);
const ONLY_QUARTER = new RegExp(
  `^(?:the )?(${ORDINALS.join("|")}) (?:financial |fiscal )?quarter(?: of (this|last|next|the) year)?$|^q([1-4])$`,
  "u",
);
/** In days. */
const LONG_AGO = 270;
const SOON = 90;
/** Feasts of a fixed day: name → month, day. */
const FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  "may day": [5, 1],
  halloween: [10, 31],
  "christmas eve": [12, 24],
  "christmas day": [12, 25],
  christmas: [12, 25],
  "boxing day": [12, 26],
};

/** Value of a phrase in lower case, counted from the ISO day `base`; `null` when it is none of these. */
export function named(text: string, base: string, tense: boolean | null): string | null {
  const future = tense === true;
  const weekday = NAMED_DAY.exec(text);
  if (weekday) return weekdayFrom(base, WEEKDAYS.indexOf(weekday[2] as string), relation(text, weekday[1]), future);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return yearly(base, Number(dayMonth[1]), monthNumber(dayMonth[2] as string) ?? 0, tense);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return yearly(base, Number(monthDay[2]), monthNumber(monthDay[1] as string) ?? 0, tense);
  const inMonth = DAY_OF_MONTH.exec(text);
  if (inMonth) return monthly(base, Number(inMonth[1]), future);
  const week = WEEK_OF.exec(text);
  if (week) {
    const day = named(week[1] as string, base, future);
    return day?.length === 10 ? weekAround(day) : null;
  }
  const weekIn = WEEK_IN.exec(text);
  if (weekIn) {
    const whole = monthFrom(base, monthNumber(weekIn[2] as string) ?? 1, "", "", tense);
    const monday = mondayOf(weekIn[1] === "first" ? plusDays(firstDay(whole), 6) : plusDays(lastDay(whole), -6));
    return interval(monday, plusDays(monday, 6));
  }
  const feast = FEASTS[text];
  if (feast) return yearly(base, feast[1], feast[0], tense);
  const only = ONLY_MONTH.exec(text);
  if (only) return monthFrom(base, monthNumber(only[2] as string) ?? 1, only[1] ?? "", only[3] ?? "", tense);
  const season = ONLY_SEASON.exec(text);
  if (season) return seasonFrom(base, season[2] as string, season[1] ?? "", future);
  const q = ONLY_QUARTER.exec(text);
  return q ? quarterFrom(base, q[3] ? Number(q[3]) : ORDINALS.indexOf(q[1] as string) + 1, q[2] ?? "", future) : null;
}

/** "Friday last week" is named by its week. */
const relation = (text: string, word = ""): string => /(last|this|next) week$/.exec(text)?.[0] ?? word;

function weekdayFrom(base: string, day: number, word: string, future: boolean): string {
  const back = (weekdayOf(base) - day + 7) % 7;
  const inWeek = (weeks: number): string => plusDays(base, ((day + 6) % 7) - ((weekdayOf(base) + 6) % 7) + 7 * weeks);
  if (word === "last week") return inWeek(-1);
  if (word === "next week") return inWeek(1);
  if (word === "this week") return inWeek(0);
  // Agencies call the day of publication by its name in every tense; a week later is "next Friday".
  if (future && (word === "" || word === "this")) return plusDays(base, (7 - back) % 7);
  if (word === "next" || word === "this coming" || word === "the following") return plusDays(base, 7 - back);
  // "last Friday" on a Friday is a week ago.
  if ((word === "last" || word === "the previous") && back === 0) return plusDays(base, -7);
  return plusDays(base, -back);
}

/** The fitting year nearest to the base, in the past unless the tense says otherwise. */
function yearly(base: string, day: number, m: number, tense: boolean | null): string | null {
  const year = yearOf(base);
  const candidates = [year - 1, year, year + 1].flatMap((y) => isoDay(y, m, day) ?? []);
  const last = candidates.findLast((c) => c <= base);
  const next = candidates.find((c) => c >= base);
  const back = last ? daysBetween(last, base) : Number.POSITIVE_INFINITY;
  const ahead = next ? daysBetween(base, next) : Number.POSITIVE_INFINITY;
  // "is to run from 3 May", written on 5 May: what lies a year ahead would name its year.
  const future = tense ? ahead <= LONG_AGO || back > SOON : tense === null && back > LONG_AGO && ahead <= SOON;
  return (future ? next : last) ?? candidates[0] ?? null;
}

/** "the 20th": of this month, or of the one before or after. */
function monthly(base: string, day: number, future: boolean): string | null {
  const months = [-1, 0, 1].map((n) => month(yearOf(base), monthOf(base) + n));
  const days = months.flatMap((m) => isoDay(Number(m.slice(0, 4)), Number(m.slice(5)), day) ?? []);
  return (future ? days.find((d) => d >= base) : days.findLast((d) => d <= base)) ?? null;
}

function monthFrom(base: string, m: number, word: string, ofYear: string, tense: boolean | null): string {
  const [year, now] = [yearOf(base), monthOf(base)];
  const future = tense ?? (m > now && m - now <= SOON / 30);
  if (ofYear) return month(year + (ofYear === "last" ? -1 : ofYear === "next" ? 1 : 0), m);
  if (word === "this") return month(year, m);
  if (word === "next" || (future && word === ""))
    return month(m > now || (m === now && word === "") ? year : year + 1, m);
  return month(m > now || (word === "last" && m === now) ? year - 1 : year, m);
}

function seasonFrom(base: string, name: string, word: string, future: boolean): string {
  const year = yearOf(base);
  const years = [year - 2, year - 1, year, year + 1].map((y) => seasonOf(y, name));
  const begun = years.filter((s) => firstDay(s) <= base);
  const ahead = years.filter((s) => firstDay(s) > base);
  const current = begun.at(-1) as string;
  const running = (current.split("/")[1] as string) >= base.slice(0, 7);
  if (word === "next" || (future && !running)) return ahead[0] as string;
  if (word === "this" && !running && Number(current.slice(0, 4)) < year) return ahead[0] as string;
  return word === "last" && running ? (begun.at(-2) as string) : current;
}

function quarterFrom(base: string, q: number, ofYear: string, future: boolean): string {
  const year = yearOf(base);
  if (ofYear) return quarter(year + (ofYear === "last" ? -1 : ofYear === "next" ? 1 : 0), q);
  const over = monthOf(base) > 3 * q - 2;
  return quarter(future ? (over ? year + 1 : year) : over ? year : year - 1, q);
}
