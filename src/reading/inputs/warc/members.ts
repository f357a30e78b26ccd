/**
 * Unpacks gzip that consists of many members (.warc.gz: one a record), in bounded memory, and goes on behind a damaged one.
 * Node's own stream stops for good there, so the input is cut wherever a member may begin and restarted at the next cut.
 */
import { createGunzip, type Gunzip } from "node:zlib";

/** Stands between chunks where something was left out: what comes next begins a member. */
export const GAP = Symbol("gap");

/** Honest crawls pack to a tenth or so; what unpacks to more than this many times its size, and is large, is a bomb. */
const LARGEST_RATIO = 200;
const LARGE = 1024 * 1024 * 1024;

/** Whether so many bytes in and out are those of a bomb. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > LARGE && unpacked > LARGEST_RATIO * packed;

/** Small pieces keep what one of them may unpack to (a thousandfold) small. */
const PIECE = 16 * 1024;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * The unpacked bytes, with `GAP` where a member was damaged or cut off. What is no gzip is passed on as it is. Throws
 * `RangeError` on a bomb.
 */
export async function* unpackMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | typeof GAP> {
  let inflater: Inflater | null = null;
  let packed: boolean | null = null;
  let read = 0;
  let written = 0;
  try {
    for await (const { bytes, start } of pieces(source)) {
      packed ??= start;
      if (!packed) yield bytes;
      else if (inflater || start) {
        const fresh: boolean = inflater === null;
        inflater ??= new Inflater();
        let unpacked = await inflater.push(bytes);
        if (!unpacked) {
          yield GAP;
          inflater.close();
          // The member before may have been cut off: then this piece is the sound beginning of another.
          inflater = start && !fresh ? new Inflater() : null;
          unpacked = (await inflater?.push(bytes)) ?? null;
          if (!unpacked) {
            inflater?.close();
            inflater = null;
          }
        }
        read += bytes.length;
        for (const chunk of unpacked ?? []) {
          written += chunk.length;
          yield chunk;
        }
        if (isBomb(read, written)) throw new RangeError("a bomb");
      }
    }
    const last = inflater ? await inflater.finish() : [];
    if (last) yield* last;
    else yield GAP;
  } finally {
    inflater?.close();
  }
}

/** Cuts the input into pieces; `start`: a member may begin with it. Three bytes are held back, as a start may lie across chunks. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; start: boolean }> {
  let rest = Buffer.alloc(0);
  const isStart = (bytes: Buffer): boolean => bytes.subarray(0, 3).equals(MAGIC);
  const cut = function* (buffer: Buffer, end: number): Generator<{ bytes: Buffer; start: boolean }> {
    for (let at = 0; at < end; ) {
      const next = buffer.indexOf(MAGIC, at + 1);
      const to = Math.min(end, at + PIECE, next < 0 ? end : next);
      yield { bytes: buffer.subarray(at, to), start: isStart(buffer.subarray(at)) };
      at = to;
    }
  };
  for await (const chunk of source) {
    const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    const end = Math.max(0, buffer.length - 2);
    yield* cut(buffer, end);
    rest = buffer.subarray(end);
  }
  yield* cut(rest, rest.length);
}

/** Node's stream, fed piece by piece and read dry after each. */
class Inflater {
  private readonly stream: Gunzip = createGunzip();
  private over = false;
  private failed = false;
  private wake: () => void = () => undefined;

  constructor() {
    this.stream.on("error", () => {
      this.failed = true;
      this.wake();
    });
    this.stream.on("readable", () => this.wake());
    this.stream.on("end", () => {
      this.over = true;
      this.wake();
    });
  }

  /** What the piece unpacks to; `null` when it is damaged, or stands behind the end of what is packed. */
  async push(bytes: Uint8Array): Promise<Uint8Array[] | null> {
    const unpacked = await this.drain((done) => this.stream.write(bytes, done));
    return this.over ? null : unpacked;
  }

  /** What is left when there is no more to come; `null` when more should have come. */
  finish(): Promise<Uint8Array[] | null> {
    return this.drain(() => this.stream.end());
  }

  close(): void {
    this.stream.destroy();
  }

  private async drain(feed: (done: () => void) => void): Promise<Uint8Array[] | null> {
    const unpacked: Uint8Array[] = [];
    let done = false;
    feed(() => {
      done = true;
      this.wake();
    });
    for (;;) {
      const chunk = this.stream.read() as Uint8Array | null;
      if (chunk) unpacked.push(chunk);
      else if (this.failed) return null;
      else if (done || this.over) return unpacked;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}
