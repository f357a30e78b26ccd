/**
 * A reading as it lies in an archive: its text in a column of its own (once), the rest as compressed JSON, by columns. What follows it apart:
 * what the labels rest on, which only who looks at one article asks for; and the meanings of statements, numbers that JSON would only swell.
 */
import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Attribution, Reading } from "../../document.ts";
import { type Columns, fromColumns, toColumns } from "./columns.ts";
import { DICTIONARY } from "./dictionary.ts";
import { fromReasons, type Reasons, toReasons } from "./reasons.ts";

/** Largest packed reading that is unpacked, in bytes of JSON. */
const LARGEST = 512 * 1024 * 1024;
/** Most room kept for unpacking, in bytes; the text of an article seldom takes more. */
const ROOM = 1 << 20;
/** First byte of what is packed so: the format, the length of the JSON, that of the reasons, then both, then the meanings. */
const FORMAT = 4;
/** An earlier one: the same, compressed without regard to the text. */
const WITHOUT_TEXT = 3;
/** The one before: not by columns either, and the reasons compressed without regard to the JSON. */
const ROWS = 2;
const HEAD = 9;
/** The one before, with the reasons where they belong: the format, the length of the JSON, then that, then the meanings. */
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
  const columns = { ...rest, blocks: toColumns(rest.blocks), attributions: toColumns(attributions) };
  const json = Buffer.from(JSON.stringify({ ...columns, ...(column === text ? {} : { text }) }));
  // Names and offices stand in the text, and names and cues in reasons again.
  const packed = deflated(json, withDictionary(Buffer.from(column)));
  const reasons = deflated(JSON.stringify(toReasons(rest.attributions)), withDictionary(json));
  const head = Buffer.alloc(HEAD);
  head[0] = FORMAT;
  head.writeUInt32LE(packed.length, 1);
  head.writeUInt32LE(reasons.length, 5);
  // Numbers do not repeat; only that small ones are more frequent makes them shorter.
  const numbers = deflateSync(Buffer.concat(meanings), { strategy: constants.Z_HUFFMAN_ONLY });
  return Buffer.concat([head, packed, reasons, numbers]);
}

const deflated = (value: string | Buffer, dictionary: Buffer): Buffer => deflateSync(value, { level: 9, dictionary });
/** @param known what whoever unpacks has as well, such as the text */
const withDictionary = (known: Buffer): Buffer => Buffer.concat([DICTIONARY, known]);

/**
 * The reading that was packed. @param column the text as the column holds it
 * @param reasons whether what the labels rest on is wanted: without it each `why` may be empty
 */
export function unpackReading(packed: Uint8Array, column: string, { reasons = true } = {}): Reading {
  const { rest, meanings, whys } = partsOf(packed, column, reasons);
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
type Whys = Attribution["why"][];

interface Parts {
  rest: Rest;
  meanings: Buffer | null;
  /** Those of each attribution; `null` where they are not wanted or stand in the attributions themselves. */
  whys: Whys | null;
}

function partsOf(packed: Uint8Array, column: string, reasons: boolean): Parts {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const format = bytes[0];
  if (format === FORMAT || format === WITHOUT_TEXT || format === ROWS) {
    const end = HEAD + bytes.readUInt32LE(1);
    const last = end + bytes.readUInt32LE(5);
    const json = inflated(bytes.subarray(HEAD, end), format === FORMAT ? dictionaryWith(column) : DICTIONARY);
    const meanings = inflated(bytes.subarray(last));
    const why = bytes.subarray(end, last);
    if (format === ROWS)
      return { rest: parsed(json), meanings, whys: reasons ? parsed(inflated(why, DICTIONARY)) : null };
    const rest = rowsOf(parsed(json));
    const told = (): Whys =>
      fromReasons(
        parsed<Reasons>(inflated(why, withDictionary(json))),
        rest.attributions.map(({ confidence }) => confidence),
      );
    return { rest, meanings, whys: reasons ? told() : null };
  }
  if (format !== TOGETHER) return { rest: parsed(inflated(bytes)), meanings: null, whys: null };
  const end = HEAD_TOGETHER + bytes.readUInt32LE(1);
  return {
    rest: parsed(inflated(bytes.subarray(HEAD_TOGETHER, end), DICTIONARY)),
    meanings: inflated(bytes.subarray(end)),
    whys: null,
  };
}

/** A reading by columns as one by rows; `blocks` and `attributions` stay where they stand among its fields. */
const rowsOf = (rest: Omit<Rest, "blocks" | "attributions"> & Record<"blocks" | "attributions", Columns>): Rest =>
  ({ ...rest, blocks: fromColumns(rest.blocks), attributions: fromColumns(rest.attributions) }) as unknown as Rest;

/** Room for a dictionary and a text; zlib copies what it is given, so that one will do for all that is unpacked. */
let room = Buffer.from(DICTIONARY);

/** What `withDictionary` gives for a text, until the next call. */
function dictionaryWith(text: string): Buffer {
  // A sign of a text takes three bytes at most, two where it is half of a pair.
  const most = DICTIONARY.length + 3 * text.length;
  if (most > ROOM) return withDictionary(Buffer.from(text));
  if (room.length < most) room = Buffer.concat([DICTIONARY], 2 * most);
  return room.subarray(0, DICTIONARY.length + room.write(text, DICTIONARY.length));
}

const inflated = (bytes: Uint8Array, dictionary?: Buffer): Buffer =>
  inflateSync(bytes, { maxOutputLength: LARGEST, ...(dictionary ? { dictionary } : {}) });

const parsed = <T>(json: Buffer): T => JSON.parse(json.toString()) as T;

/** A meaning's bytes; `null` for what would not come back the same. */
function bytesOf(meaning: string | undefined): Buffer | null {
  if (meaning === undefined) return null;
  const bytes = Buffer.from(meaning, "base64");
  return bytes.length > 0 && bytes.toString("base64") === meaning ? bytes : null;
}
