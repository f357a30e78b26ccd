/** Days as ISO strings and small sums on them. All in UTC, so that no time zone of the machine shows. */

const DAY_MS = 86_400_000;

const date = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** Whether a string begins with an ISO day that exists. */
export const isDay = (iso: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(iso) && !Number.isNaN(date(iso).getTime()) && iso.startsWith(day(date(iso)));
const day = (d: Date): string => d.toISOString().slice(0, 10);

/** `iso` and so many days more. */
export const plusDays = (iso: string, days: number): string => day(new Date(date(iso).getTime() + days * DAY_MS));
/** Days from one to the other; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((date(to).getTime() - date(from).getTime()) / DAY_MS);
/** 0 for Sunday. */
export const weekdayOf = (iso: string): number => date(iso).getUTCDay();
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
/** 1 to 12. */
export const monthOf = (iso: string): number => Number(iso.slice(5, 7));
export const mondayOf = (iso: string): string => plusDays(iso, -((weekdayOf(iso) + 6) % 7));

/** `YYYY-MM`; months below 1 and above 12 run into the years beside. */
export const month = (year: number, m: number): string => new Date(Date.UTC(year, m - 1, 1)).toISOString().slice(0, 7);
export const interval = (from: string, to: string): string => (from === to ? from : `${from}/${to}`);
/** Monday to Sunday around a day. */
export const weekAround = (iso: string): string => interval(mondayOf(iso), plusDays(mondayOf(iso), 6));
/** Three months; quarters below 1 and above 4 run into the years beside. */
export const quarter = (year: number, q: number): string => interval(month(year, 3 * q - 2), month(year, 3 * q));

/** The first day that a value covers. */
export const firstDay = (value: string): string => {
  const from = value.split("/")[0] as string;
  return from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from;
};

/** The last day that a value covers. */
export const lastDay = (value: string): string => {
  const to = value.split("/").at(-1) as string;
  if (to.length === 4) return `${to}-12-31`;
  return to.length === 7 ? plusDays(`${month(Number(to.slice(0, 4)), Number(to.slice(5)) + 1)}-01`, -1) : to;
};
