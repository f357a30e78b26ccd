/** Ranges of two points: 28 July and 2 August, 3 to 7 June, June 3-7, March to May. */
import { firstDay, interval, lastDay } from "./days.ts";
import { MONTH, ORDINAL, SHORT_MONTH, WEEKDAY, YEAR } from "./words.ts";

const JOIN = "(?: ?[-–] ?| (?:to|and|until|through|till) )";
const DAY = `\\d{1,2}${ORDINAL}`;
/** What gives the second point its month or year stands once: "3 and 7 June 2024". */
const DAYS_MONTH = `(${DAY})${JOIN}(${DAY} ${SHORT_MONTH}(?:,? ${YEAR})?)`;
const MONTH_DAYS = `(${SHORT_MONTH} ${DAY})${JOIN}(${DAY})((?:,? ${YEAR})?)(?!\\d)`;
const TWO = `((?:${DAY} ${SHORT_MONTH}|${SHORT_MONTH} ${DAY})(?:,? ${YEAR})?)${JOIN}((?:${DAY} ${SHORT_MONTH}|${SHORT_MONTH} ${DAY})(?:,? ${YEAR})?)`;
const MONTHS = `(${MONTH})${JOIN}(${MONTH}(?: ${YEAR})?)`;
const WEEKDAYS = `(${WEEKDAY}) (?:and|to|until) (${WEEKDAY})`;

/** As parts of the pattern that finds time phrases. */
export const RANGES = [TWO, DAYS_MONTH, MONTH_DAYS, MONTHS, WEEKDAYS].map((r) => r.replace(/\((?!\?)/g, "(?:"));

const [AS_TWO, AS_DAYS_MONTH, AS_MONTH_DAYS, AS_MONTHS, AS_WEEKDAYS] = [
  TWO,
  DAYS_MONTH,
  MONTH_DAYS,
  MONTHS,
  WEEKDAYS,
].map((r) => new RegExp(`^${r}$`, "u")) as [RegExp, RegExp, RegExp, RegExp, RegExp];
const YEAR_AT_END = new RegExp(`,? ${YEAR}$`, "u");

/** The two points of a range as phrases of their own, each with its month and year; `null` when it is no range. */
function points(text: string): [string, string] | null {
  const whole = (from: string, to: string): [string, string] => {
    const year = YEAR_AT_END.exec(to)?.[0];
    return [year && !YEAR_AT_END.test(from) ? `${from}${year}` : from, to];
  };
  const two = AS_TWO.exec(text) ?? AS_MONTHS.exec(text) ?? AS_WEEKDAYS.exec(text);
  if (two) return whole(two[1] as string, two[2] as string);
  const dayMonth = AS_DAYS_MONTH.exec(text);
  if (dayMonth) {
    const to = dayMonth[2] as string;
    return whole(`${dayMonth[1]} ${to.slice(to.indexOf(" ") + 1)}`, to);
  }
  const monthDays = AS_MONTH_DAYS.exec(text);
  if (!monthDays) return null;
  const name = (monthDays[1] as string).replace(/ \S+$/, "");
  return whole(monthDays[1] as string, `${name} ${monthDays[2]}${monthDays[3] ?? ""}`);
}

/** Value of a range in lower case; `resolve` tells the value of each point. `null` when it is none, or runs backwards. */
export function range(text: string, resolve: (point: string) => string | null): string | null {
  const found = points(text.replace(/^between /, ""));
  if (!found) return null;
  const [from, to] = found.map(resolve);
  if (!from || !to || firstDay(from) > lastDay(to)) return null;
  return interval(from.split("/")[0] as string, to.split("/").at(-1) as string);
}
