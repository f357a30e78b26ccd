/** Stretches of months as companies report them: the first nine months of 2010, the three months to June. */
import { firstDay, interval, lastDay, month, monthOf, yearOf } from "./days.ts";
import { COUNT, numberOf } from "./words.ts";

const OF_YEAR = new RegExp(`^the (first|last|final) (${COUNT}) months of (.+)$`, "u");
const UP_TO = new RegExp(
  `^the (${COUNT}|year|quarter)(?: months?)? (?:to|ending|ended|through|that ended)(?: in| on)? (.+)$`,
  "u",
);
const LENGTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3 };

/** Value of such a stretch in lower case; `resolve` tells the value of the year or end it names. `null` when it is none. */
export function monthsOf(text: string, resolve: (point: string) => string | null): string | null {
  const of = OF_YEAR.exec(text);
  if (of) {
    const year = resolve(of[3] as string);
    const count = numberOf(of[2] as string);
    if (year?.length !== 4 || count > 12) return null;
    return of[1] === "first"
      ? interval(month(Number(year), 1), month(Number(year), count))
      : interval(month(Number(year), 13 - count), month(Number(year), 12));
  }
  const to = UP_TO.exec(text);
  const end = to ? resolve(to[2] as string) : null;
  if (!to || !end || end.length < 7) return null;
  const last = lastDay(end);
  const count = LENGTHS[to[1] as string] ?? numberOf(to[1] as string);
  return interval(month(yearOf(last), monthOf(last) - count + 1), firstDay(last).slice(0, 7));
}
