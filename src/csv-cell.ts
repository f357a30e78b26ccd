/** One cell of comma-separated values (RFC 4180), made harmless for spreadsheets. */

/** A spreadsheet runs a cell that begins so as a formula (OWASP "CSV injection"); the wide forms are what East Asian keyboards type. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The cell as it stands in a file; text that a spreadsheet would run as a formula is preceded by an apostrophe, null is empty. */
export function csvCell(value: string | number | boolean | null): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
