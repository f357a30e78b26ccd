/** Every format in which several readings are exported together, by the name that users give. Described in docs/formats.md. */
import type { Reading } from "../document.ts";
import { toBratZip } from "./brat.ts";
import { toCasZip } from "./cas.ts";
import { csvLines, toCsv } from "./csv.ts";
import { toJsonLine } from "./json.ts";
import { jsonLdLines, toJsonLd } from "./json-ld.ts";
import { toParquet } from "./parquet.ts";
import { doccanoLines, spacyLines, toDoccano, toSpacy } from "./spacy.ts";
import { toWebAnnotation, webAnnotationLines } from "./web-annotation.ts";
import { toXlsx } from "./xlsx.ts";

export interface Format {
  /** With its dot. */
  extension: string;
  mediaType: string;
  /** What it is, in a user's words. */
  title: string;
  /** The whole file: text (to be written as UTF-8) or bytes. */
  write(readings: Iterable<Reading>): string | Uint8Array;
  /** The same text piece by piece, where the format allows it: for archives too large for one string. */
  lines?(readings: Iterable<Reading>): Generator<string>;
}

const ZIP = "application/zip";
const JSON_LINES = "application/jsonl";

function* jsonLines(readings: Iterable<Reading>): Generator<string> {
  for (const reading of readings) yield toJsonLine(reading);
}

/** The formats in the order in which help and pages list them. */
export const FORMATS = {
  csv: {
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8",
    title: "a table, a statement a row",
    write: (readings) => toCsv(readings),
    lines: (readings) => csvLines(readings),
  },
  "csv-excel": {
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8",
    title: "the same table with the byte-order mark that Excel needs",
    write: (readings) => toCsv(readings, { bom: true }),
    lines: (readings) => csvLines(readings, { bom: true }),
  },
  xlsx: {
    extension: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    title: "the table as Excel workbook",
    write: toXlsx,
  },
  parquet: {
    extension: ".parquet",
    mediaType: "application/vnd.apache.parquet",
    title: "the table for R, pandas, DuckDB",
    write: toParquet,
  },
  jsonl: {
    extension: ".jsonl",
    mediaType: JSON_LINES,
    title: "everything, an article a line",
    write: (readings) => [...jsonLines(readings)].join(""),
    lines: jsonLines,
  },
  "json-ld": {
    extension: ".jsonld",
    mediaType: "application/ld+json",
    title: "linked data: schema.org and PROV-O",
    write: toJsonLd,
    lines: jsonLdLines,
  },
  "web-annotation": {
    extension: ".jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    title: "W3C Web Annotation",
    write: toWebAnnotation,
    lines: webAnnotationLines,
  },
  brat: { extension: ".zip", mediaType: ZIP, title: "standoff files for brat", write: toBratZip },
  cas: { extension: ".zip", mediaType: ZIP, title: "UIMA CAS JSON for INCEpTION", write: toCasZip },
  spacy: {
    extension: ".jsonl",
    mediaType: JSON_LINES,
    title: "spans for spaCy and Prodigy",
    write: toSpacy,
    lines: spacyLines,
  },
  doccano: {
    extension: ".jsonl",
    mediaType: JSON_LINES,
    title: "entities and relations for doccano",
    write: toDoccano,
    lines: doccanoLines,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** The format of a name; `null` for a name that is none. */
export const formatOf = (name: string): Format | null =>
  Object.hasOwn(FORMATS, name) ? FORMATS[name as FormatName] : null;
