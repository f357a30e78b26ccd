/** The HTTP message in a response record → its status, type and unpacked body. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { headerFields } from "./records.ts";

export interface Response {
  status: number;
  /** The content type in lower case, with its parameters; empty when the server named none. */
  type: string;
  body: Uint8Array;
}

/** `null` when the block is no HTTP message. `limit`: the body unpacks to no more; beyond it a `RangeError` is thrown. */
export function parseResponse(block: Buffer, limit: number): Response | null {
  const head = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})[^\n]*\n/.exec(block.toString("latin1", 0, 1024));
  const end = /\r?\n\r?\n/.exec(block.toString("latin1", 0, 256 * 1024));
  if (!head || !end) return null;
  const fields = headerFields(block.toString("latin1", 0, end.index).split(/\r?\n/).slice(1));
  const raw = block.subarray(end.index + end[0].length);
  const chunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  return {
    status: Number(head[1]),
    type: (fields.get("content-type") ?? "").toLowerCase(),
    body: decoded(chunked ? dechunk(raw) : raw, fields.get("content-encoding") ?? "", limit),
  };
}

/** Joins the chunks. Many crawlers store the body joined and keep the field, so what is not chunked is returned as it is. */
function dechunk(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < raw.length; ) {
    const size = /^([0-9a-f]{1,8})(?:;[^\r\n]{0,200})?\r?\n/i.exec(raw.toString("latin1", at, at + 220));
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size[1] as string, 16);
    if (length === 0) break;
    const start = at + size[0].length;
    parts.push(raw.subarray(start, start + length));
    at = start + length;
    if (raw[at] === 13) at++;
    if (raw[at] === 10) at++;
  }
  return parts.length === 0 ? raw : Buffer.concat(parts);
}

/** Unpacks the body. Some crawlers store it unpacked and keep the field: what does not unpack is returned as it is. */
function decoded(body: Buffer, encoding: string, limit: number): Uint8Array {
  const options = { maxOutputLength: limit };
  try {
    if (/gzip/i.test(encoding)) return gunzipSync(body, options);
    if (/\bbr\b/i.test(encoding)) return brotliDecompressSync(body, options);
    if (/deflate/i.test(encoding))
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
  } catch (error) {
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new RangeError("too large", { cause: error });
  }
  return body;
}
