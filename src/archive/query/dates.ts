/** Dates as a query writes them: a year, a month or a day. */

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether this is YYYY, YYYY-MM or YYYY-MM-DD and such a day exists. */
export function isDate(value: string): boolean {
  const [, year, month = "01", day = "01"] = DATE.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/**
 * The first moment after a year, month or day, at the same precision: 2023 → 2024, 2023-12 → 2024-01. ISO dates sort
 * as text, so `published < after(until)` includes the whole of `until`, whatever time of day follows.
 */
export function after(value: string): string {
  const [year = 0, month, day] = value.split("-").map(Number);
  if (month === undefined) return year === 9999 ? "9999~" : String(year + 1).padStart(4, "0");
  const next = new Date(0);
  if (day === undefined) next.setUTCFullYear(year, month, 1);
  else next.setUTCFullYear(year, month - 1, day + 1);
  // Year 10000 is written with a sign and would sort first; "9999~" sorts after every date.
  return next.getUTCFullYear() > 9999 ? "9999~" : next.toISOString().slice(0, value.length);
}
