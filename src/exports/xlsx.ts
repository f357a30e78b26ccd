/** An Excel workbook (ECMA-376) of one sheet: a statement a row, the header frozen, every text held as text, never as a formula. */
import type { Reading } from "../document.ts";
import { UsageError } from "../error.ts";
import { COLUMN_NAMES, COLUMNS, type Column, type Row, statementRows } from "./rows.ts";
import { zipText } from "./zip.ts";

/** Excel's own limits: rows of a sheet (header included), and UTF-16 units of a cell. */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;
/** Widths in characters of the widest digit; other columns get NARROW. */
const WIDE: Partial<Record<Column, number>> = { title: 36, speaker: 24, content: 60, exact: 60, source: 24, role: 24 };
const NARROW = 12;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Statements" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const WORKBOOK_PARTS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
/** Style 1 is the header's: bold. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The workbook's bytes. Throws `UsageError` where the statements are more than a sheet holds. */
export function toXlsx(readings: Iterable<Reading>): Uint8Array {
  return zipText([
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", ROOT],
    ["xl/workbook.xml", WORKBOOK],
    ["xl/_rels/workbook.xml.rels", WORKBOOK_PARTS],
    ["xl/styles.xml", STYLES],
    ["xl/worksheets/sheet1.xml", sheet(readings)],
  ]);
}

function sheet(readings: Iterable<Reading>): string {
  const lines = [rowXml(1, COLUMN_NAMES.map((name, i) => textCell(ref(i, 1), name, 1)).join(""))];
  for (const row of statementRows(readings)) {
    const n = lines.length + 1;
    if (n > MOST_ROWS)
      throw new UsageError(
        `An Excel sheet holds ${MOST_ROWS - 1} statements and there are more: export as CSV or Parquet, or fewer articles`,
      );
    lines.push(rowXml(n, cells(row, n)));
  }
  const corner = ref(COLUMN_NAMES.length - 1, lines.length);
  const widths = COLUMN_NAMES.map(
    (name, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDE[name] ?? NARROW}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${corner}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData><autoFilter ref="A1:${corner}"/></worksheet>`;
}

const rowXml = (n: number, inner: string): string => `<row r="${n}">${inner}</row>`;

function cells(row: Row, n: number): string {
  return COLUMN_NAMES.map((name, i) => {
    const value = row[name];
    if (value === null) return "";
    if (COLUMNS[name] === "flag") return `<c r="${ref(i, n)}" t="b"><v>${value ? 1 : 0}</v></c>`;
    return typeof value === "number"
      ? `<c r="${ref(i, n)}"><v>${value}</v></c>`
      : textCell(ref(i, n), String(value), 0);
  }).join("");
}

const textCell = (at: string, words: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${cellText(words)}</t></is></c>`;

/** "A1" for column 0, row 1. */
function ref(column: number, row: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return `${column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))}${letter}${row}`;
}

/**
 * A line break in a cell is LF; control characters, which XML cannot hold, become U+FFFD, because few readers decode Excel's
 * `_xHHHH_` for them. Text that only looks like that code is protected (ECMA-376 part 1, 22.9.2.19).
 */
function cellText(words: string): string {
  const cut = words.length > LONGEST_CELL ? `${words.slice(0, LONGEST_CELL - 1)}…` : words;
  return cut
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (ch) => `&#${ch.charCodeAt(0)};`);
}
