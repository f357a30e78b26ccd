/** Apache Parquet: a statement a row, for R, pandas, DuckDB. */
import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { Reading } from "../document.ts";
import { COLUMN_NAMES, COLUMNS, type ColumnType, statementRows } from "./rows.ts";

const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  text: "STRING",
  flag: "BOOLEAN",
  offset: "INT32",
  share: "DOUBLE",
};

/** The file's bytes, Snappy-compressed; text columns may be null, the others never are. */
export function toParquet(readings: Iterable<Reading>): Uint8Array {
  const rows = [...statementRows(readings)];
  const buffer = parquetWriteBuffer({
    columnData: COLUMN_NAMES.map((name) => ({
      name,
      type: TYPES[COLUMNS[name]],
      nullable: COLUMNS[name] === "text",
      data: rows.map((row) => row[name]),
    })),
    createdBy: "hearsay",
  });
  return new Uint8Array(buffer);
}
