/** Tables of the page as CSV (RFC 4180), for spreadsheets. */
import { csvCell } from "../../csv-cell.ts";

export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
