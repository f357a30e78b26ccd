/** Reads ZIP files (WACZ, DOCX) without writing any: the list of what is in them, and its bytes, bounded. */
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { EXIT, UnreadableError } from "../../error.ts";
import { isBomb } from "./warc/members.ts";

/** No more files than this are listed. */
export const MOST_FILES = 100_000;
/** The list of files is no larger than this, in bytes. */
const LARGEST_LIST = 64 * 1024 * 1024;
const CHUNK = 64 * 1024;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** Bytes that can be read at any place. */
export interface Bytes {
  size: number;
  /** Up to `length` bytes from `at` on; fewer at the end. */
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** One file in a ZIP file. Its name is a label: nothing is ever written under it. */
export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  /** Where its own header stands. */
  at: number;
  encrypted: boolean;
}

export async function fileBytes(path: string): Promise<Bytes> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    async read(at, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

export function memoryBytes(bytes: Uint8Array): Bytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (at, length) => buffer.subarray(Math.max(0, at), Math.max(0, at + length)),
    close: async () => undefined,
  };
}

const broken = (name: string): UnreadableError =>
  new UnreadableError(`${name}: is a cut-off or damaged ZIP file; fetch or save it again`);

/** What is in a ZIP file, in the order of its list. Throws `UnreadableError` where the list is damaged or too long. */
export async function listZip(zip: Bytes, name: string): Promise<ZipEntry[]> {
  const tail = await zip.read(Math.max(0, zip.size - 65_557), 65_557);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw broken(name);
  let size = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (at === 0xffffffff && end >= 20 && tail.readUInt32LE(end - 20) === LOCATOR_64) {
    const far = await zip.read(Number(tail.readBigUInt64LE(end - 12)), 56);
    if (far.length < 56 || far.readUInt32LE(0) !== END_64) throw broken(name);
    size = Number(far.readBigUInt64LE(40));
    at = Number(far.readBigUInt64LE(48));
  }
  if (size > LARGEST_LIST) throw new UnreadableError(`${name}: lists too many files`, EXIT.limit);
  const list = await zip.read(at, size);
  if (list.length < size) throw broken(name);
  const entries: ZipEntry[] = [];
  for (let i = 0; i + 46 <= list.length && list.readUInt32LE(i) === LISTED; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => list.readUInt16LE(i + field)) as [
      number,
      number,
      number,
    ];
    const label = list.subarray(i + 46, i + 46 + nameLength).toString("utf8");
    const far = farFields(list, i, i + 46 + nameLength, extra);
    entries.push({
      name: label,
      method: list.readUInt16LE(i + 10),
      encrypted: (list.readUInt16LE(i + 8) & 1) === 1,
      ...far,
    });
    if (entries.length > MOST_FILES)
      throw new UnreadableError(`${name}: holds more than ${MOST_FILES} files; split it`, EXIT.limit);
    i += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** Size and place, from the extra field of ZIP64 where they do not fit 32 bits. */
function farFields(list: Buffer, entry: number, start: number, length: number): { packed: number; at: number } {
  const plain = {
    packed: list.readUInt32LE(entry + 20),
    size: list.readUInt32LE(entry + 24),
    at: list.readUInt32LE(entry + 42),
  };
  for (let i = start; i + 4 <= Math.min(list.length, start + length); i += 4 + list.readUInt16LE(i + 2)) {
    if (list.readUInt16LE(i) !== 1) continue;
    let field = i + 4;
    const end = Math.min(list.length, field + list.readUInt16LE(i + 2));
    for (const key of ["size", "packed", "at"] as const) {
      if (plain[key] !== 0xffffffff || field + 8 > end) continue;
      plain[key] = Number(list.readBigUInt64LE(field));
      field += 8;
    }
  }
  return { packed: plain.packed, at: plain.at };
}

/** The bytes of one file, piece by piece. Throws `UnreadableError` where it is damaged, encrypted or packed in another way. */
export async function* streamEntry(zip: Bytes, entry: ZipEntry, name: string): AsyncGenerator<Uint8Array> {
  const where = `${name}: ${entry.name}`;
  if (entry.encrypted) throw new UnreadableError(`${where}: is encrypted; unpack it with its password first`);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new UnreadableError(`${where}: is packed in a way that cannot be read (${entry.method}); pack it as usual`);
  const head = await zip.read(entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw broken(where);
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const raw = async function* (): AsyncGenerator<Buffer> {
    for (let at = start; at < start + entry.packed; ) {
      const chunk = await zip.read(at, Math.min(CHUNK, start + entry.packed - at));
      if (chunk.length === 0) throw broken(where);
      at += chunk.length;
      yield chunk;
    }
  };
  if (entry.method === STORED) yield* raw();
  else {
    const inflate = createInflateRaw();
    const source = Readable.from(raw());
    source.on("error", (error) => inflate.destroy(error));
    let unpacked = 0;
    try {
      for await (const chunk of source.pipe(inflate) as AsyncIterable<Uint8Array>) {
        unpacked += chunk.length;
        if (isBomb(entry.packed, unpacked))
          throw new UnreadableError(`${where}: unpacks to hundreds of times its size, as bombs do`, EXIT.limit);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof UnreadableError ? error : broken(where);
    } finally {
      source.destroy();
      inflate.destroy();
    }
  }
}

/** The bytes of one file, `limit` at most. */
export async function readEntry(zip: Bytes, entry: ZipEntry, name: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of streamEntry(zip, entry, name)) {
    size += chunk.length;
    if (size > limit)
      throw new UnreadableError(
        `${name}: ${entry.name} unpacks to more than ${Math.round(limit / 1024 / 1024)} MB; unpack it first`,
        EXIT.limit,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether a name leads out of the folder in which it would be unpacked; honest packers write none. */
export const leadsOut = (name: string): boolean =>
  /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..") || name.includes("\0");
