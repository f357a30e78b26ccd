/** A reading as it lies in the archive: its text in a column of its own (once), the rest as compressed JSON. */
import { deflateSync, inflateSync } from "node:zlib";
import type { Reading } from "../../document.ts";

/** Largest packed reading that is unpacked, in bytes of JSON. */
const LARGEST = 512 * 1024 * 1024;

export function packReading({ text: _, trace: __, ...rest }: Reading): Buffer {
  return deflateSync(JSON.stringify(rest), { level: 6 });
}

export function unpackReading(packed: Uint8Array, text: string): Reading {
  const rest = JSON.parse(inflateSync(packed, { maxOutputLength: LARGEST }).toString()) as Omit<Reading, "text">;
  const { doc, ...others } = rest;
  return { doc, text, ...others };
}
