/** The words of the page in the reader's language, with numbers and dates as that language writes them. */
import { settings } from "../settings/settings.svelte.ts";
import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";

const CATALOGUES = { en, de } as const satisfies Record<string, Messages>;

/** The catalogue of the reader's language. */
export const t = (): Messages => CATALOGUES[settings.language];

export const number = (value: number, digits = 0): string =>
  value.toLocaleString(settings.language, { maximumFractionDigits: digits });

/** "85 %"; never "100 %" of what is merely likely. */
export const percent = (share: number): string =>
  share.toLocaleString(settings.language, { style: "percent", maximumFractionDigits: 0 });

/** How sure a step is: no step is beyond doubt. */
export const sureness = (confidence: number): string => (confidence > 0.99 ? t().panel.over99 : percent(confidence));

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/;

/** A date as precise as it is known; what is no ISO date is shown as it is. */
export function date(iso: string | null, month: "long" | "short" = "long"): string {
  const parts = iso === null ? null : ISO.exec(iso);
  if (!iso || !parts) return iso ?? "";
  const [, year, m, day, hour, minute] = parts;
  const at = new Date(
    Date.UTC(Number(year), Number(m ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)),
  );
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(settings.language, {
    timeZone: "UTC",
    year: "numeric",
    ...(m ? { month } : {}),
    ...(day ? { day: "numeric" } : {}),
    ...(hour ? { hour: "2-digit", minute: "2-digit" } : {}),
  }).format(at);
}

/** "3 minutes" for a number of seconds. */
export function duration(seconds: number): string {
  const [value, unit] =
    seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  return new Intl.NumberFormat(settings.language, {
    style: "unit",
    unit: unit as string,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(value as number)));
}
