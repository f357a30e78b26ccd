/** Takes headers and blocks off a stream of chunks with gaps in it. */
import { GAP } from "./members.ts";

/** A record's header is no longer than this, in bytes. */
const LONGEST_HEADER = 64 * 1024;

type Chunks = AsyncIterator<Uint8Array | typeof GAP>;

/** Reads on over chunks; a gap is an end from which `resume` goes on. */
export class Reader {
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
