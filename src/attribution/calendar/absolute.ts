/** Time phrases that need no other date: full dates, months and years, quarters, decades, ranges that name their year. */
import { isoDay, monthNumber } from "../../reading/dates.ts";
import { interval, month, quarter } from "./days.ts";
import { ORDINAL, ORDINALS, SEASON, SHORT_MONTH, WEEKDAY, YEAR } from "./words.ts";

const DAY_FIRST = new RegExp(`^(?:${WEEKDAY},? )?(\\d{1,2})${ORDINAL}(?: of)? (${SHORT_MONTH}),? (${YEAR})$`, "u");
const MONTH_FIRST = new RegExp(`^(?:${WEEKDAY},? )?(${SHORT_MONTH}) (\\d{1,2})${ORDINAL},? (${YEAR})$`, "u");
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_YEAR = new RegExp(`^(${SHORT_MONTH})(?:,| of)? (${YEAR})$`, "u");
const ONLY_YEAR = new RegExp(`^(?:the year |year[- ]end |end[- ])?(${YEAR})$`, "u");
/** "'82": a year by its last figures, of this century or the one before. */
const SHORT_YEAR = /^'(\d{2})$/;
const LAST_OF_THIS_CENTURY = 40;
const SEASON_YEAR = new RegExp(`^(?:the )?(${SEASON}|fall)(?: of)?,? (${YEAR})$`, "u");
const QUARTER_YEAR = new RegExp(
  `^(?:the )?(${ORDINALS.join("|")}) quarter(?: of)? (${YEAR})$|^q([1-4])(?: of)? (${YEAR})$`,
  "u",
);
const YEAR_QUARTER = new RegExp(`^(?:the )?(${YEAR}) (${ORDINALS.join("|")}) quarter$`, "u");
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const HALF_YEAR = new RegExp(`^(?:the )?(first|second) half(?: of)? (${YEAR})$|^h([12]) (${YEAR})$`, "u");
const DECADE = /^(?:the )?(?:early |late |mid-)?'?((?:1[5-9]|20)?\d0)'?s$/;
const YEARS = new RegExp(`^(${YEAR}) ?(?:to|and|-|–) ?(${YEAR})$`, "u");
/** First and last month; winter runs into the next year. As in the northern hemisphere. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

/** The months of a season that begins in `year`. */
export function seasonOf(year: number, name: string): string {
  const [from, to] = SEASONS[name] ?? [1, 12];
  return interval(month(year, from), month(year, to));
}

const number = (name: string): number => monthNumber(name) ?? 0;

/** Value of a phrase in lower case; `null` when it is none of these. */
export function absolute(text: string): string | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return isoDay(Number(dayFirst[3]), number(dayFirst[2] as string), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return isoDay(Number(monthFirst[3]), number(monthFirst[1] as string), Number(monthFirst[2]));
  const iso = ISO.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return month(Number(monthYear[2]), number(monthYear[1] as string));
  const year = ONLY_YEAR.exec(text);
  if (year) return year[1] as string;
  const short = SHORT_YEAR.exec(text)?.[1];
  if (short) return `${Number(short) > LAST_OF_THIS_CENTURY ? 19 : 20}${short}`;
  const season = SEASON_YEAR.exec(text);
  if (season) return seasonOf(Number(season[2]), season[1] as string);
  const q = QUARTER_YEAR.exec(text);
  if (q) return quarter(Number(q[2] ?? q[4]), q[3] ? Number(q[3]) : ORDINALS.indexOf(q[1] as string) + 1);
  const turned = YEAR_QUARTER.exec(text);
  if (turned) return quarter(Number(turned[1]), ORDINALS.indexOf(turned[2] as string) + 1);
  const slashed = SLASHED.exec(text);
  // Day first, as most of the world writes it, unless only the other order makes a date.
  if (slashed) {
    const [a, b, y] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    return isoDay(y, b, a) ?? isoDay(y, a, b);
  }
  const half = HALF_YEAR.exec(text);
  if (half) return halfOf(Number(half[2] ?? half[4]), half[1] === "first" || half[3] === "1");
  const decade = DECADE.exec(text);
  if (decade) {
    // "the 80s": nobody writes so of the 2000s.
    const from = Number(decade[1]) + (Number(decade[1]) < 100 ? 1900 : 0);
    return interval(String(from), String(from + 9));
  }
  const years = YEARS.exec(text);
  return years ? interval(years[1] as string, years[2] as string) : null;
}

/** Six months of a year. */
export const halfOf = (year: number, first: boolean): string =>
  interval(month(year, first ? 1 : 7), month(year, first ? 6 : 12));
