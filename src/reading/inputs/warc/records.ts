/** WARC (ISO 28500) → its records, one after the other; damaged ones are left out and reported. */
import { GAP } from "./members.ts";

/** A record's header is no longer than this, in bytes. */
const LONGEST_HEADER = 64 * 1024;
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

type Chunks = AsyncIterator<Uint8Array | typeof GAP>;

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

/** Reads on over chunks; a gap is an end from which `resume` goes on. */
class Reader {
  private buffer: Buffer = Buffer.alloc(0);
  private gap = false;
  private done = false;
  private readonly chunks: Chunks;

  constructor(chunks: Chunks) {
    this.chunks = chunks;
  }

  private async next(): Promise<Buffer | null> {
    if (this.gap || this.done) return null;
    const { value, done } = await this.chunks.next();
    if (done) this.done = true;
    else if (value === GAP) this.gap = true;
    else return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return null;
  }

  private async fill(): Promise<boolean> {
    if (this.buffer.length > 0) return true;
    let chunk: Buffer | null = null;
    do chunk = await this.next();
    while (chunk?.length === 0);
    this.buffer = chunk ?? this.buffer;
    return chunk !== null;
  }

  async atEnd(): Promise<boolean> {
    return !(await this.fill());
  }

  /** Nothing comes behind what is held: the end, or a gap. */
  get stopped(): boolean {
    return this.gap || this.done;
  }

  /** Behind a gap: goes on, and says that there was one. */
  resume(): boolean {
    const was = this.gap;
    if (was) this.buffer = Buffer.alloc(0);
    this.gap = false;
    return was;
  }

  async skipBlank(): Promise<void> {
    while (await this.fill()) {
      const at = this.buffer.findIndex((byte) => byte !== 13 && byte !== 10);
      this.buffer = at < 0 ? Buffer.alloc(0) : this.buffer.subarray(at);
      if (at >= 0) return;
    }
  }

  /** The header up to its blank line; `null` when there is none within 64 KB. */
  async head(): Promise<string | null> {
    for (;;) {
      const end = /\r?\n\r?\n/.exec(this.buffer.toString("latin1", 0, LONGEST_HEADER));
      if (end) {
        const head = this.buffer.toString("utf8", 0, end.index);
        this.buffer = this.buffer.subarray(end.index + end[0].length);
        return head;
      }
      if (this.buffer.length >= LONGEST_HEADER) return null;
      const chunk = await this.next();
      if (!chunk) {
        this.buffer = Buffer.alloc(0);
        return null;
      }
      this.buffer = Buffer.concat([this.buffer, chunk]);
    }
  }

  /** The next bytes; `null` when there are fewer. */
  async take(length: number): Promise<Buffer | null> {
    const taken: Buffer[] = [];
    for (let left = length; left > 0; ) {
      if (!(await this.fill())) return null;
      const part = this.buffer.subarray(0, left);
      taken.push(part);
      left -= part.length;
      this.buffer = this.buffer.subarray(part.length);
    }
    return Buffer.concat(taken);
  }

  async skip(length: number): Promise<boolean> {
    for (let left = length; left > 0; ) {
      if (!(await this.fill())) return false;
      const part = Math.min(left, this.buffer.length);
      left -= part;
      this.buffer = this.buffer.subarray(part);
    }
    return true;
  }

  /** Goes on to where the next record begins. */
  async resync(): Promise<void> {
    for (;;) {
      const at = this.buffer.indexOf("\nWARC/1.", 1);
      if (at >= 0) {
        this.buffer = this.buffer.subarray(at + 1);
        return;
      }
      const chunk = await this.next();
      if (!chunk) {
        this.buffer = Buffer.alloc(0);
        return;
      }
      this.buffer = Buffer.concat([this.buffer.subarray(-8), chunk]);
    }
  }
}
