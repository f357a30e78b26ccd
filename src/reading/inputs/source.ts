/** Where the bytes of an input come from: a file, standard input, or an address that was fetched. */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { EXIT, HearsayError, UnreadableError } from "../../error.ts";

/** As much of an input as is looked at to tell what kind it is. */
const HEAD = 16 * 1024;

/** The bytes of one input, read once and no sooner than needed. */
export interface Source {
  /** What the user calls it, for messages. */
  name: string;
  /** What its articles' ids begin with. */
  base: string;
  /** The first bytes, up to 16 KB; empty when the input is. */
  head: Uint8Array;
  /** A path that can be opened again at any place; `null` for a stream. */
  path: string | null;
  /** All bytes, piece by piece. Can be called once, instead of `bytes`. */
  stream(): AsyncIterable<Uint8Array>;
  /** All bytes, `limit` at most. Throws `UnreadableError` when there are more. */
  bytes(limit: number): Promise<Uint8Array>;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** A file. Throws `UnreadableError` when it is not there, is a folder or may not be read. */
export async function fileSource(path: string, base: string): Promise<Source> {
  try {
    const info = await stat(path);
    if (info.isDirectory())
      throw new UnreadableError(`${path}: is a folder; name the files in it (${path.replace(/\/$/, "")}/*.html)`);
    // A pipe, such as the shell's <(command): it can be read once only.
    if (!info.isFile()) return await streamSource(reading(createReadStream(path), path), path, base);
    const file = await open(path);
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0).finally(() => file.close());
    const stream = (): AsyncIterable<Uint8Array> => reading(createReadStream(path), path);
    return {
      name: path,
      base,
      head: head.subarray(0, bytesRead),
      path,
      stream,
      bytes: (limit) => {
        const tooLarge = `${path}: is larger than ${megabytes(limit)} MB; split it first`;
        if (info.size > limit) throw new UnreadableError(tooLarge, EXIT.limit);
        return gather(stream(), limit, tooLarge);
      },
    };
  } catch (error) {
    throw explained(error, path);
  }
}

async function* reading(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw explained(error, path);
  }
}

/** Says in one line why a file cannot be read; what is no error of the file system is returned as it is. */
export function explained(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof HearsayError || code === undefined) return error;
  if (code === "ENOENT") return new UnreadableError(`${path}: there is no such file; check the name`);
  if (code === "EACCES" || code === "EPERM")
    return new UnreadableError(`${path}: may not be read; check its permissions`);
  return new UnreadableError(`${path}: cannot be read (${code})`);
}

/** Standard input or another stream: its head is taken off and given back when it is read. */
export async function streamSource(stdin: AsyncIterable<Uint8Array>, name: string, base: string): Promise<Source> {
  const iterator = stdin[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  const head = Buffer.concat(first);
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return {
    name,
    base,
    head: head.subarray(0, HEAD),
    path: null,
    stream,
    bytes: (limit) => gather(stream(), limit, `${name}: is larger than ${megabytes(limit)} MB; name a file instead`),
  };
}

/** The same source, adding to `meter.read` what is read of it. */
export function metered(source: Source, meter: { read: number }): Source {
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream()) {
      meter.read += chunk.length;
      yield chunk;
    }
  }
  return {
    ...source,
    stream: counted,
    async bytes(limit) {
      const bytes = await source.bytes(limit);
      meter.read += bytes.length;
      return bytes;
    },
  };
}

/** Bytes that are already here. */
export const bytesSource = (bytes: Uint8Array, name: string, base: string): Source => ({
  name,
  base,
  head: bytes.subarray(0, HEAD),
  path: null,
  async *stream() {
    yield bytes;
  },
  bytes: async () => bytes,
});

async function gather(stream: AsyncIterable<Uint8Array>, limit: number, tooLarge: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new UnreadableError(tooLarge, EXIT.limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
