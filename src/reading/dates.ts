/** Calendar dates as articles print them. The news calendar of sayings stands in attribution. */

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\.?,? (\\d{4})\\b`, "i");
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i");
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?/;
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;

/** 1 to 12 for the name or usual short form of a month; `null` otherwise. */
export function monthNumber(name: string): number | null {
  const short = name.toLowerCase().slice(0, 3);
  const index = MONTHS.findIndex((m) => m.startsWith(short));
  return index < 0 ? null : index + 1;
}

/** `YYYY-MM-DD` when such a day exists; `null` otherwise. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The first full date in a text as an ISO date, or date-time where an ISO one stands there; `null` when there is none. */
export function findDate(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) {
    const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (day) return iso[4] ? `${day}T${iso[4]}${iso[5] ?? ""}` : day;
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return isoDay(Number(dayFirst[3]), monthNumber(dayFirst[2] as string) ?? 0, Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return isoDay(Number(monthFirst[3]), monthNumber(monthFirst[1] as string) ?? 0, Number(monthFirst[2]));
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [a, b, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    // Day first, as most of the world writes it, unless only the other order makes a date.
    return isoDay(year, b, a) ?? isoDay(year, a, b);
  }
  return null;
}
