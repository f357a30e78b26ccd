/**
 * The news calendar: what a time phrase of an article means, counted from its publication date. Weekdays lie in the past
 * unless the tense says otherwise; what cannot be told is `null`.
 */
import { isoDay, monthNumber } from "../reading/dates.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY_MS = 86_400_000;

/** A calendar day in UTC arithmetic, so that no time zone of the machine shows. */
const parse = (iso: string): Date | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))) : null;
};
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY_MS);
const monday = (date: Date): Date => plus(date, -((date.getUTCDay() + 6) % 7));
const week = (date: Date): string => `${iso(monday(date))}/${iso(plus(monday(date), 6))}`;
const month = (year: number, m: number): string => {
  const date = new Date(Date.UTC(year, m, 1));
  return date.toISOString().slice(0, 7);
};

const NUMBER: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const MONTH = "(january|february|march|april|may|june|july|august|september|october|november|december)";

/** Value of a time phrase as an ISO date, month, year or interval; `null` when it cannot be told. `published` is an ISO date. */
export function dateOf(phrase: string, published: string | null, future = false): string | null {
  const text = phrase
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:on|in|at|during|since|late on|early on|late|early)\s+/, "")
    .trim();
  const whole = absolute(text);
  if (whole) return whole;
  const base = published ? parse(published) : null;
  if (!base) return null;
  const year = base.getUTCFullYear();
  if (
    /^(?:today|(?:earlier|later) today|(?:early |late )?this (?:morning|afternoon|evening)|tonight|on the day)$/.test(
      text,
    )
  )
    return iso(base);
  if (
    /^(?:yesterday(?: (?:morning|afternoon|evening))?|last night|overnight|the previous day|the day before)$/.test(text)
  )
    return iso(plus(base, -1));
  if (text === "tomorrow") return iso(plus(base, 1));
  const weekday =
    /^(?:(last|this|next|the previous) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?:'s)?(?: (?:morning|afternoon|evening|night))?$/.exec(
      text,
    );
  if (weekday) return weekdayOf(base, WEEKDAYS.indexOf(weekday[2] as string), weekday[1] ?? "", future);
  const span = /^(last|this|next|the previous|the past) (week|month|year|weekend)$/.exec(text);
  if (span) return spanOf(base, span[1] as string, span[2] as string);
  const dayMonth =
    new RegExp(`^(?:${WEEKDAYS.join("|")})?,? ?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}$`).exec(text) ?? null;
  const monthDay = new RegExp(`^(?:${WEEKDAYS.join("|")})?,? ?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?$`).exec(text);
  if (dayMonth || monthDay) {
    const day = Number(dayMonth ? dayMonth[1] : monthDay?.[2]);
    return nearest(base, monthNumber((dayMonth ? dayMonth[2] : monthDay?.[1]) as string) ?? 0, day, future);
  }
  const only = new RegExp(`^(?:(last|this|next) )?${MONTH}$`).exec(text);
  if (only) {
    const m = (monthNumber(only[2] as string) ?? 1) - 1;
    const now = base.getUTCMonth();
    return month(
      only[1] === "next" || (future && m < now)
        ? year + 1
        : m > now || (only[1] === "last" && m === now)
          ? year - 1
          : year,
      m,
    );
  }
  const ago = /^(\p{L}+|\d+) (day|week|month|year)s? (?:ago|earlier|before)$/u.exec(text);
  if (ago) {
    const count = NUMBER[ago[1] as string] ?? Number(ago[1]);
    if (!Number.isFinite(count)) return null;
    if (ago[2] === "day") return iso(plus(base, -count));
    if (ago[2] === "week") return week(plus(base, -7 * count));
    return ago[2] === "month" ? month(year, base.getUTCMonth() - count) : String(year - count);
  }
  if (/^(?:earlier|later) this week$/.test(text)) return week(base);
  if (/^(?:earlier|later) this month$/.test(text)) return month(year, base.getUTCMonth());
  if (/^(?:earlier|later) this year$/.test(text)) return String(year);
  return null;
}

function absolute(text: string): string | null {
  const dayFirst = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})`).exec(text);
  if (dayFirst) return isoDay(Number(dayFirst[3]), monthNumber(dayFirst[2] as string) ?? 0, Number(dayFirst[1]));
  const monthFirst = new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`).exec(text);
  if (monthFirst)
    return isoDay(Number(monthFirst[3]), monthNumber(monthFirst[1] as string) ?? 0, Number(monthFirst[2]));
  const monthYear = new RegExp(`^${MONTH},? (?:of )?(\\d{4})$`).exec(text);
  if (monthYear) return `${monthYear[2]}-${String(monthNumber(monthYear[1] as string)).padStart(2, "0")}`;
  return /^(?:19|20)\d{2}$/.test(text) ? text : null;
}

function weekdayOf(base: Date, day: number, word: string, future: boolean): string {
  const back = (base.getUTCDay() - day + 7) % 7;
  if (word === "next" || (future && word === "")) return iso(plus(base, back === 0 ? 7 : 7 - back));
  // "last Friday" on a Friday is a week ago; a bare weekday equal to the day of publication is that day.
  if ((word === "last" || word === "the previous") && back === 0) return iso(plus(base, -7));
  return iso(plus(base, -back));
}

function spanOf(base: Date, word: string, unit: string): string {
  const step = word === "next" ? 1 : word === "this" ? 0 : -1;
  if (unit === "week") return week(plus(base, 7 * step));
  if (unit === "year") return String(base.getUTCFullYear() + step);
  if (unit === "month") return month(base.getUTCFullYear(), base.getUTCMonth() + step);
  const saturday = plus(monday(base), 5);
  const past = saturday.getTime() > base.getTime() ? plus(saturday, -7) : saturday;
  const start = step === 1 ? plus(past, 7) : past;
  return `${iso(start)}/${iso(plus(start, 1))}`;
}

/** The fitting year nearest to publication, in the past unless the tense says otherwise. */
function nearest(base: Date, m: number, day: number, future: boolean): string | null {
  const year = base.getUTCFullYear();
  const candidates = [year - 1, year, year + 1].flatMap((y) => isoDay(y, m, day) ?? []);
  const today = iso(base);
  const fitting = candidates.filter((c) => (future ? c >= today : c <= today));
  return (future ? fitting[0] : fitting.at(-1)) ?? candidates[0] ?? null;
}
