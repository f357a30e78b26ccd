/**
 * The news calendar: what a time phrase of an article means. Weekdays and months lie in the past unless the tense says
 * otherwise; ranges are ISO intervals; what cannot be told is `null`. Seasons are those of the northern hemisphere.
 */
import { absolute } from "./calendar/absolute.ts";
import { anchored, leansOn } from "./calendar/anchored.ts";
import { dayBeside, isHour } from "./calendar/clock.ts";
import { isDay } from "./calendar/days.ts";
import { monthsOf } from "./calendar/months-of.ts";
import { named } from "./calendar/named.ts";
import { range } from "./calendar/range.ts";
import { relative } from "./calendar/relative.ts";
import { MONTH, WEEKDAY } from "./calendar/words.ts";

export interface Counted {
  /** The day from which the article counts, ISO; `null` when nobody says when it was published. */
  from: string | null;
  /** Whether the tense says that the time lies ahead; `null` when it says neither. */
  future?: boolean | null;
  /** The dates that the article told just before, the latest last, for "the previous day" and "that month". */
  told?: readonly string[];
}

/** Words before a phrase that leave its value as it is. */
const BEFORE =
  /^(?:(?:on|in|at|during|since|by|from|until|till|over|(?:just|shortly|soon|right) (?:before|after)|as (?:early|late|recently) as|as of|around|about|late on|early on)\s+)+/;
/** "the close of trading on Monday". */
const BUSINESS = /^(?:the )?(?:close|end|start|opening)(?: of (?:trading|business|trade))(?: on)?(?: |$)/;
const EDGE = new RegExp(
  `^(?:(?:the )?(?:early|late|start|beginning|middle|end|first half|second half|eve|first days?|last days?|first weeks?|last weeks?)(?: in| of)? |mid-|mid )(?=(?:the |last |this |next )?(?:${MONTH}|\\d{4}|spring|summer|autumn|winter|day|week|month|year|${WEEKDAY}))`,
  "u",
);

/** Value of a time phrase as an ISO date, month, year or interval; `null` when it cannot be told. */
export function dateOf(phrase: string, counted: Counted): string | null {
  const text = phrase
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/(?<=\() | (?=\))/g, "")
    .trim()
    .replace(BEFORE, "")
    .replace(/(?<=\p{L}|\d[1-9])'s?$/u, "")
    .replace(/\b(?:fiscal|financial|calendar|trading) (?=year|quarter|half|day|week|month|\d)/g, "")
    .replace(/-(?=quarter$|half$)/, " ")
    .replace(/^(?:the )?(year|month|week|quarter)(?:'s)?[ -]end$/, "the end of the $1")
    .replace(BUSINESS, (found, _at: number, whole: string) => (found === whole ? "the day" : ""))
    .replace(/^(last year|this year|next year|\d{4})'s (.*\p{L})$/u, "$2 of $1")
    .replace(/\bthe month of /, "");
  return resolve(text, counted) ?? (EDGE.test(text) ? resolve(text.replace(EDGE, ""), counted) : null);
}

/** These need a date told before. */
const UNTOLD = /\b(?:that|same|those|later|after|afterwards|following)\b/;

function resolve(text: string, counted: Counted): string | null {
  const { from, future = null, told = [] } = counted;
  const point = (words: string): string | null => resolve(words, counted);
  const whole = absolute(text) ?? range(text, point) ?? monthsOf(text, point);
  if (whole) return whole;
  if (isHour(text)) return told.findLast(isDay) ?? (from && isDay(from) ? from.slice(0, 10) : null);
  const day = dayBeside(text);
  if (day) return resolve(day, counted);
  const leans = leansOn(text);
  // The latest date that is told exactly enough: "that day" is never a month.
  for (const anchor of leans ? told.toReversed() : []) {
    const value = anchored(text, anchor);
    if (value) return value;
  }
  if (!from || !isDay(from)) return null;
  const base = from.slice(0, 10);
  // Where no other date was told, "the previous day" is the day before publication; "that day" and "later" may be any.
  if (leans) return told.length > 0 || UNTOLD.test(text) ? null : anchored(text, base);
  return relative(text, base, future === true) ?? named(text, base, future);
}
