/**
 * A reading as it lies in an archive: its text in a column of its own (once), the rest as compressed JSON. The meanings of
 * statements are numbers that JSON would only swell: they follow it as bytes.
 */
import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Attribution, Reading } from "../../document.ts";
import { DICTIONARY } from "./dictionary.ts";

/** Largest packed reading that is unpacked, in bytes of JSON. */
const LARGEST = 512 * 1024 * 1024;
/** First byte of what is packed so; without it all is one zlib stream, whose first byte is another. */
const FORMAT = 1;
/** The format, then the length of the JSON, then that, then the meanings. */
const HEAD = 5;

/** @param column the text as the column holds it: where that is not the text itself, the text is packed as well. */
export function packReading({ text, trace: _, ...rest }: Reading, column: string = text): Buffer {
  const meanings: Buffer[] = [];
  const attributions = rest.attributions.map((a) => {
    const bytes = bytesOf(a.meaning);
    if (bytes === null) return a;
    meanings.push(bytes);
    return { ...a, meaning: bytes.length };
  });
  const json = JSON.stringify({ ...rest, attributions, ...(column === text ? {} : { text }) });
  const packed = deflateSync(json, { level: 6, dictionary: DICTIONARY });
  const head = Buffer.alloc(HEAD);
  head[0] = FORMAT;
  head.writeUInt32LE(packed.length, 1);
  // Numbers do not repeat; only that small ones are more frequent makes them shorter.
  const numbers = deflateSync(Buffer.concat(meanings), { strategy: constants.Z_HUFFMAN_ONLY });
  return Buffer.concat([head, packed, numbers]);
}

/** The reading that was packed. @param column the text as the column holds it */
export function unpackReading(packed: Uint8Array, column: string): Reading {
  const { rest, meanings } = packed[0] === FORMAT ? unpacked(packed) : { rest: jsonOf(packed), meanings: null };
  const { doc, text = column, ...others } = rest;
  if (!meanings) return { doc, text, ...others };
  let at = 0;
  const attributions = others.attributions.map((a): Attribution => {
    const size = a.meaning as unknown;
    if (typeof size !== "number") return a;
    const from = at;
    at += size;
    return { ...a, meaning: meanings.toString("base64", from, at) };
  });
  return { doc, text, ...others, attributions };
}

type Rest = Omit<Reading, "text"> & { text?: string };

function unpacked(packed: Uint8Array): { rest: Rest; meanings: Buffer } {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = HEAD + bytes.readUInt32LE(1);
  return {
    rest: jsonOf(bytes.subarray(HEAD, end), DICTIONARY),
    meanings: inflateSync(bytes.subarray(end), { maxOutputLength: LARGEST }),
  };
}

const jsonOf = (bytes: Uint8Array, dictionary?: Buffer): Rest =>
  JSON.parse(inflateSync(bytes, { maxOutputLength: LARGEST, ...(dictionary ? { dictionary } : {}) }).toString());

/** A meaning's bytes; `null` for what would not come back the same. */
function bytesOf(meaning: string | undefined): Buffer | null {
  if (meaning === undefined) return null;
  const bytes = Buffer.from(meaning, "base64");
  return bytes.length > 0 && bytes.toString("base64") === meaning ? bytes : null;
}
