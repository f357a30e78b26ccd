/** Every format in which several readings are exported together, by the name that users give. Described in docs/formats.md. */
import type { Reading } from "../document.ts";
import { toBratZip } from "./brat.ts";
import { toCasZip } from "./cas.ts";
import { csvWriter, toCsv } from "./csv.ts";
import { toJsonLine } from "./json.ts";
import { jsonLdWriter, toJsonLd } from "./json-ld.ts";
import { toParquet } from "./parquet.ts";
import { doccanoWriter, spacyWriter, toDoccano, toSpacy } from "./spacy.ts";
import { toWebAnnotation, webAnnotationWriter } from "./web-annotation.ts";
import { lineWriter, textOf, type Writer } from "./writer.ts";
import { toXlsx } from "./xlsx.ts";

export interface Format {
  /** With its dot. */
  extension: string;
  mediaType: string;
  /** What it is, in a user's words. */
  title: string;
  /** The whole file: text (to be written as UTF-8) or bytes. */
  write(readings: Iterable<Reading>): string | Uint8Array;
  /** The same text article by article, where the format allows it: for archives too large to be held in memory. */
  writer?(): Writer;
}

const ZIP = "application/zip";
const JSON_LINES = "application/jsonl";

const jsonLines = (): Writer => lineWriter(toJsonLine);

/** The formats in the order in which help and pages list them. */
export const FORMATS = {
  csv: {
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8",
    title: "a table, a statement a row",
    write: (readings) => toCsv(readings),
    writer: () => csvWriter(),
  },
  "csv-excel": {
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8",
    title: "the same table with the byte-order mark that Excel needs",
    write: (readings) => toCsv(readings, { bom: true }),
    writer: () => csvWriter({ bom: true }),
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
    write: (readings) => textOf(jsonLines(), readings),
    writer: jsonLines,
  },
  "json-ld": {
    extension: ".jsonld",
    mediaType: "application/ld+json",
    title: "linked data: schema.org and PROV-O",
    write: toJsonLd,
    writer: jsonLdWriter,
  },
  "web-annotation": {
    extension: ".jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    title: "W3C Web Annotation",
    write: toWebAnnotation,
    writer: webAnnotationWriter,
  },
  brat: { extension: ".zip", mediaType: ZIP, title: "standoff files for brat", write: toBratZip },
  cas: { extension: ".zip", mediaType: ZIP, title: "UIMA CAS JSON for INCEpTION", write: toCasZip },
  spacy: {
    extension: ".jsonl",
    mediaType: JSON_LINES,
    title: "spans for spaCy and Prodigy",
    write: toSpacy,
    writer: spacyWriter,
  },
  doccano: {
    extension: ".jsonl",
    mediaType: JSON_LINES,
    title: "entities and relations for doccano",
    write: toDoccano,
    writer: doccanoWriter,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** The format of a name; `null` for a name that is none. */
export const formatOf = (name: string): Format | null =>
  Object.hasOwn(FORMATS, name) ? FORMATS[name as FormatName] : null;
