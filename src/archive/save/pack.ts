/**
 * A reading as it lies in an archive: its text in a column of its own (once), the rest as compressed JSON. What follows it apart:
 * what the labels rest on, three quarters of that JSON, which only who looks at one article asks for; and the meanings of statements,
 * numbers that JSON would only swell.
 */
import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Attribution, Reading } from "../../document.ts";
import { DICTIONARY } from "./dictionary.ts";

/** Largest packed reading that is unpacked, in bytes of JSON. */
const LARGEST = 512 * 1024 * 1024;
/** First byte of what is packed so: the format, the length of the JSON, that of the reasons, then both, then the meanings. */
const FORMAT = 2;
const HEAD = 9;
/** An earlier one, with the reasons where they belong: the format, the length of the JSON, then that, then the meanings. */
const TOGETHER = 1;
const HEAD_TOGETHER = 5;
// Before that all was one zlib stream, whose first byte is another.

/** Stands for reasons that follow apart. */
const APART = 0;

/** @param column the text as the column holds it: where that is not the text itself, the text is packed as well. */
export function packReading({ text, trace: _, ...rest }: Reading, column: string = text): Buffer {
  const meanings: Buffer[] = [];
  const attributions = rest.attributions.map((a) => {
    const bytes = bytesOf(a.meaning);
    if (bytes !== null) meanings.push(bytes);
    return { ...a, why: APART, ...(bytes === null ? {} : { meaning: bytes.length }) };
  });
  const json = deflated({ ...rest, attributions, ...(column === text ? {} : { text }) });
  const reasons = deflated(rest.attributions.map(({ why }) => why));
  const head = Buffer.alloc(HEAD);
  head[0] = FORMAT;
  head.writeUInt32LE(json.length, 1);
  head.writeUInt32LE(reasons.length, 5);
  // Numbers do not repeat; only that small ones are more frequent makes them shorter.
  const numbers = deflateSync(Buffer.concat(meanings), { strategy: constants.Z_HUFFMAN_ONLY });
  return Buffer.concat([head, json, reasons, numbers]);
}

const deflated = (value: unknown): Buffer => deflateSync(JSON.stringify(value), { level: 6, dictionary: DICTIONARY });

/**
 * The reading that was packed. @param column the text as the column holds it
 * @param reasons whether what the labels rest on is wanted: without it each `why` may be empty
 */
export function unpackReading(packed: Uint8Array, column: string, { reasons = true } = {}): Reading {
  const { rest, meanings, whys } = partsOf(packed, reasons);
  const { doc, text = column, ...others } = rest;
  let at = 0;
  const meaningOf = (size: number): string => {
    const from = at;
    at += size;
    return (meanings as Buffer).toString("base64", from, at);
  };
  const attributions = others.attributions.map((a, i): Attribution => {
    const { why, meaning } = a as { why: unknown; meaning?: unknown };
    if (why === APART) a.why = whys?.[i] ?? {};
    if (typeof meaning === "number") a.meaning = meaningOf(meaning);
    return a;
  });
  return { doc, text, ...others, attributions };
}

type Rest = Omit<Reading, "text"> & { text?: string };
type Reasons = Attribution["why"][];

interface Parts {
  rest: Rest;
  meanings: Buffer | null;
  /** Those of each attribution; `null` where they are not wanted or stand in the attributions themselves. */
  whys: Reasons | null;
}

function partsOf(packed: Uint8Array, reasons: boolean): Parts {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes[0] === FORMAT) {
    const end = HEAD + bytes.readUInt32LE(1);
    const last = end + bytes.readUInt32LE(5);
    return {
      rest: jsonOf(bytes.subarray(HEAD, end), DICTIONARY),
      meanings: inflated(bytes.subarray(last)),
      whys: reasons ? jsonOf(bytes.subarray(end, last), DICTIONARY) : null,
    };
  }
  if (bytes[0] !== TOGETHER) return { rest: jsonOf(bytes), meanings: null, whys: null };
  const end = HEAD_TOGETHER + bytes.readUInt32LE(1);
  return {
    rest: jsonOf(bytes.subarray(HEAD_TOGETHER, end), DICTIONARY),
    meanings: inflated(bytes.subarray(end)),
    whys: null,
  };
}

const inflated = (bytes: Uint8Array, dictionary?: Buffer): Buffer =>
  inflateSync(bytes, { maxOutputLength: LARGEST, ...(dictionary ? { dictionary } : {}) });

const jsonOf = <T>(bytes: Uint8Array, dictionary?: Buffer): T =>
  JSON.parse(inflated(bytes, dictionary).toString()) as T;

/** A meaning's bytes; `null` for what would not come back the same. */
function bytesOf(meaning: string | undefined): Buffer | null {
  if (meaning === undefined) return null;
  const bytes = Buffer.from(meaning, "base64");
  return bytes.length > 0 && bytes.toString("base64") === meaning ? bytes : null;
}
