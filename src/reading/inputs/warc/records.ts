/** WARC (ISO 28500) → its records, one after the other; damaged ones are left out and reported. */
import type { GAP } from "./members.ts";
import { Reader } from "./reader.ts";

/** What is kept of a record that is too large: enough to tell what it is. */
const KEPT = 16 * 1024;
const DAMAGED = "is damaged; what could be read of the file goes on behind it";
const CUT_OFF = "is cut off, and the file with it; fetch it again";

export interface WarcRecord {
  /** Its place in the file, from 1. */
  number: number;
  /** Its header's fields, names in lower case. */
  fields: ReadonlyMap<string, string>;
  /** Its block; the first 16 KB of one larger than the limit. */
  block: Buffer;
  /** The block is larger than the limit. */
  cut: boolean;
}
/** A stretch that could not be read. */
export interface Damage {
  number: number;
  damage: string;
}

/** Records of the types named; the blocks of others are skipped unread. */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array | typeof GAP>,
  types: ReadonlySet<string>,
  limit: number,
): AsyncGenerator<WarcRecord | Damage> {
  const reader = new Reader(chunks[Symbol.asyncIterator]());
  for (let number = 1; ; number++) {
    await reader.skipBlank();
    if (await reader.atEnd()) {
      if (!reader.resume()) return;
      yield { number, damage: DAMAGED };
      continue;
    }
    const head = await reader.head();
    if (head === null && reader.stopped) {
      yield { number, damage: reader.resume() ? DAMAGED : CUT_OFF };
      continue;
    }
    const fields = head === null ? null : fieldsOf(head);
    const length = Number(fields?.get("content-length") ?? Number.NaN);
    if (!fields || !Number.isSafeInteger(length) || length < 0) {
      yield { number, damage: "has a header that is no WARC header; what could be read of the file goes on behind it" };
      await reader.resync();
      continue;
    }
    const wanted = types.has(fields.get("warc-type") ?? "");
    const cut = wanted && length > limit;
    const block = await reader.take(wanted ? (cut ? KEPT : length) : 0);
    const whole = block !== null && (await reader.skip(length - block.length));
    if (whole && block) {
      if (wanted) yield { number, fields, block, cut };
    } else if (reader.resume()) yield { number, damage: DAMAGED };
    else {
      yield { number, damage: CUT_OFF };
      return;
    }
  }
}

/** Fields of a header that begins "WARC/1."; `null` when it does not. */
function fieldsOf(head: string): Map<string, string> | null {
  const [version, ...lines] = head.split(/\r?\n/);
  return /^WARC\/\d/.test(version ?? "") ? headerFields(lines) : null;
}

/** "Name: value" lines as a map, names in lower case; lines that begin blank go on with the one before. */
export function headerFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last) fields.set(last, `${fields.get(last)} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}
