/** Bytes → text: gzip, kind of file, character set. */
import { gunzipSync } from "node:zlib";
import { EXIT, NotAnArticleError, UnreadableError } from "../../error.ts";

/** No article is larger than this, in bytes, after unpacking. */
export const LARGEST_ARTICLE = 10 * 1024 * 1024;
/** A file of many articles (JSON Lines) may be larger. */
export const LARGEST_FILE = 512 * 1024 * 1024;

const GZIP = [0x1f, 0x8b];
const BINARY: readonly [string, readonly number[]][] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a ZIP file (DOCX, EPUB, …)", [0x50, 0x4b, 0x03, 0x04]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["an old Word document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a video or sound file", [0x49, 0x44, 0x33]],
];
/** More control characters than this share of the first bytes: not text. */
const MOST_CONTROLS = 0.05;
const SAMPLE = 4096;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** Unpacks gzip (by its first bytes, whatever the name), at most `limit` bytes. */
export function unpack(bytes: Uint8Array, name: string, limit: number): Uint8Array {
  if (!startsWith(bytes, GZIP)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE" || error instanceof RangeError)
      throw new UnreadableError(
        `${name}: unpacks to more than ${limit / 1024 / 1024} MB; split it or unpack it first`,
        EXIT.limit,
      );
    throw new UnreadableError(`${name}: is cut off or damaged gzip; unpack or fetch it again`);
  }
}

/** Refuses what is no text; the message names what it seems to be. */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  for (const [what, magic] of BINARY)
    if (startsWith(bytes, magic))
      throw new NotAnArticleError(
        `${name}: is ${what}, not text or HTML; save the article as text or HTML first`,
        EXIT.binary,
      );
  if (hasBom16(bytes)) return;
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  let nul = 0;
  for (const b of sample) {
    if (b === 0) nul++;
    if (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 27) controls++;
  }
  if (nul > 0 && !looksUtf16(sample))
    throw new NotAnArticleError(
      `${name}: holds NUL bytes, so it is no text file; save the article as text or HTML first`,
      EXIT.binary,
    );
  if (sample.length > 0 && nul === 0 && controls / sample.length > MOST_CONTROLS)
    throw new NotAnArticleError(`${name}: is binary data, not text or HTML`, EXIT.binary);
}

const hasBom16 = (b: Uint8Array): boolean => (b[0] === 0xff && b[1] === 0xfe) || (b[0] === 0xfe && b[1] === 0xff);
/** Every second byte NUL: UTF-16 of Western text without a mark. */
function looksUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 ? odd++ : even++;
  const half = sample.length / 2;
  if (odd > 0.7 * half && even < 0.1 * half) return "utf-16le";
  if (even > 0.7 * half && odd < 0.1 * half) return "utf-16be";
  return null;
}

const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i;
const XML_CHARSET = /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i;

/**
 * Decodes text: byte-order mark, then the HTTP header's character set, then the page's own, then UTF-8, and windows-1252
 * where the bytes are no UTF-8.
 */
export function decodeText(bytes: Uint8Array, header: string | null): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoder("utf-8").decode(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoder("utf-16le").decode(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoder("utf-16be").decode(bytes.subarray(2));
  const bare = looksUtf16(bytes.subarray(0, SAMPLE));
  if (bare) return decoder(bare).decode(bytes);
  const head = decoder("windows-1252").decode(bytes.subarray(0, 2048));
  const named = header ?? XML_CHARSET.exec(head)?.[1] ?? META_CHARSET.exec(head)?.[1] ?? null;
  const strict = tryDecode(bytes, "utf-8");
  // Bytes that are sound UTF-8 and hold more than ASCII are UTF-8, whatever the page says.
  if (strict !== null && (named === null || /^(?:utf-?8|unicode|us-ascii|ascii)$/i.test(named) || hasHighBytes(bytes)))
    return strict;
  if (named) {
    const decoded = tryDecode(bytes, named);
    if (decoded !== null) return decoded;
  }
  return strict ?? western(decoder("windows-1252").decode(bytes));
}

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.subarray(0, 200_000).some((b) => b > 127);
/** What windows-1252 has at 0x80 to 0x9f. Some versions of Node decode that range as control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const western = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (ch) => WINDOWS_1252[ch.charCodeAt(0) - 0x80] as string);
const isWestern = (label: string): boolean => new TextDecoder(label).encoding === "windows-1252";

const decoder = (label: string): InstanceType<typeof TextDecoder> => new TextDecoder(label, { ignoreBOM: true });

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    return isWestern(label) ? western(text) : text;
  } catch {
    // Unknown label or bytes that do not fit it: the caller tries the next.
    return null;
  }
}

const HTML_START =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*(?:<!doctype html|<html)|<head[\s>]|<body[\s>]|<article[\s>]|<div[\s>]|<p[\s>]|<meta[\s>]|<script[\s>])/i;

/** Whether decoded text is HTML, by its name or by how it begins. */
export function isHtml(name: string, text: string): boolean {
  if (/\.x?html?(?:\.gz)?$/i.test(name)) return true;
  if (/\.(?:txt|md|text|markdown)(?:\.gz)?$/i.test(name)) return false;
  return HTML_START.test(text.slice(0, 4000));
}
