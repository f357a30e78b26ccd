/** Comma-separated values (RFC 4180): a header and a statement a line, lines ended by CRLF. */
import { csvCell } from "../csv-cell.ts";
import type { Reading } from "../document.ts";
import { COLUMN_NAMES, statementRows } from "./rows.ts";
import { textOf, type Writer } from "./writer.ts";

export interface CsvOptions {
  /** Begin with a byte-order mark, by which Excel knows UTF-8. */
  bom?: boolean;
}

/** The file line by line, header first. */
export const csvWriter = ({ bom = false }: CsvOptions = {}): Writer => ({
  head: `${bom ? "\ufeff" : ""}${COLUMN_NAMES.join(",")}\r\n`,
  *reading(reading) {
    for (const row of statementRows([reading])) yield `${COLUMN_NAMES.map((name) => csvCell(row[name])).join(",")}\r\n`;
  },
  tail: () => "",
});

/** The whole file. Text that a spreadsheet would run as a formula is preceded by an apostrophe. */
export const toCsv = (readings: Iterable<Reading>, options: CsvOptions = {}): string =>
  textOf(csvWriter(options), readings);
