/**
 * Text as PostgreSQL can hold it. It refuses the character NUL and half of a surrogate pair: these are kept as one sign
 * each that stands for them, so that places in the text hold; what was there is kept in the packed reading.
 */

/** Shown for NUL (U+2400), and for half a pair (U+FFFD, as Unicode 3.9 says). */
const NUL = "\u2400";
const HALF = "\ufffd";

export const columnText = (text: string): string => text.replace(/\p{Surrogate}/gu, HALF).replaceAll("\0", NUL);

/** The same for whatever is bound to a query. */
export function columnValue(value: unknown): unknown {
  if (typeof value === "string") return columnText(value);
  return Array.isArray(value) ? value.map(columnValue) : value;
}
