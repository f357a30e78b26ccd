/** Comma-separated values (RFC 4180): a header and a statement a line, lines ended by CRLF. */
import { csvCell } from "../csv-cell.ts";
import type { Reading } from "../document.ts";
import { COLUMN_NAMES, statementRows } from "./rows.ts";

export interface CsvOptions {
  /** Begin with a byte-order mark, by which Excel knows UTF-8. */
  bom?: boolean;
}

/** The file line by line, header first, for archives too large for one string. */
export function* csvLines(readings: Iterable<Reading>, { bom = false }: CsvOptions = {}): Generator<string> {
  yield `${bom ? "\ufeff" : ""}${COLUMN_NAMES.join(",")}\r\n`;
  for (const row of statementRows(readings)) yield `${COLUMN_NAMES.map((name) => csvCell(row[name])).join(",")}\r\n`;
}

/** The whole file. Text that a spreadsheet would run as a formula is preceded by an apostrophe. */
export const toCsv = (readings: Iterable<Reading>, options: CsvOptions = {}): string =>
  [...csvLines(readings, options)].join("");
