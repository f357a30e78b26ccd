/** A reading as it lies in an archive: its text in a column of its own (once), the rest as compressed JSON. */
import { deflateSync, inflateSync } from "node:zlib";
import type { Reading } from "../../document.ts";

/** Largest packed reading that is unpacked, in bytes of JSON. */
const LARGEST = 512 * 1024 * 1024;

/** @param column the text as the column holds it: where that is not the text itself, the text is packed as well. */
export function packReading({ text, trace: _, ...rest }: Reading, column: string = text): Buffer {
  return deflateSync(JSON.stringify(column === text ? rest : { ...rest, text }), { level: 6 });
}

/** The reading that was packed. @param column the text as the column holds it */
export function unpackReading(packed: Uint8Array, column: string): Reading {
  const rest = JSON.parse(inflateSync(packed, { maxOutputLength: LARGEST }).toString()) as Omit<Reading, "text"> & {
    text?: string;
  };
  const { doc, text = column, ...others } = rest;
  return { doc, text, ...others };
}
