/** What kind of input some bytes are: by what they begin with, and by the name only where that leaves it open. */
import { constants, gunzipSync } from "node:zlib";
import { isAddressList } from "./addresses.ts";
import { isFeed } from "./feed-head.ts";

/** `text` is one article or an export of many, as text or HTML; `zip` a DOCX or WACZ file, told apart by what is in it. */
export type InputKind =
  | "warc"
  | "zip"
  | "pdf"
  | "rtf"
  | "mbox"
  | "eml"
  | "feed"
  | "jsonl"
  | "json"
  | "addresses"
  | "text";

/** The head of a gzip unpacks to no more than this; beyond it is a bomb, which whoever unpacks it refuses. */
const LARGEST_HEAD = 32 * 1024 * 1024;
const SHOWN = 16 * 1024;

const HEADER = /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?/;
const MAIL_ONLY =
  /^(?:message-id|received|mime-version|return-path|delivered-to|dkim-signature|content-transfer-encoding|x-[a-z-]+):/i;
const ENVELOPE = /^From \S+.{0,60}\b\d{4}\b/;

/** Tells the kind from the first bytes and the name. Never fails: what is nothing else is `text`. */
export function kindOf(head: Uint8Array, name: string): InputKind {
  const text = Buffer.from(unpackHead(head).subarray(0, SHOWN))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "");
  const ends = (pattern: string): boolean => new RegExp(`\\.(?:${pattern})(?:\\.gz)?$`, "i").test(name);
  if (/^WARC\/\d/.test(text)) return "warc";
  if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) return "zip";
  if (text.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (text.startsWith("{\\rtf")) return "rtf";
  if (isFeed(text)) return "feed";
  if (ENVELOPE.test(text) && HEADER.test(text.slice(text.indexOf("\n") + 1))) return "mbox";
  if (isMail(text, ends("eml|mht|mhtml"))) return "eml";
  if (ends("jsonl|ndjson") || isLine(text)) return "jsonl";
  if (/^\s*(?:\[\s*)?\{\s*"/.test(text)) return "json";
  if (isAddressList(text, text.length < SHOWN)) return "addresses";
  if (ends("warc")) return "warc";
  if (ends("mbox")) return "mbox";
  return "text";
}

/** Begins with the header of a mail: three lines at least, one of which only mails have, so that a memo in a text stays a text. */
function isMail(text: string, named: boolean): boolean {
  const lines = text.split(/\r?\n/);
  const blank = lines.indexOf("");
  const headers = lines.slice(0, blank < 0 ? lines.length : blank).filter((line) => !/^[ \t]/.test(line));
  if (named) return HEADER.test(headers[0] ?? "");
  if (headers.length < 3) return false;
  return headers.slice(0, -1).every((line) => HEADER.test(line)) && headers.some((line) => MAIL_ONLY.test(line));
}

/** The first line is one JSON object with an article's text. */
function isLine(text: string): boolean {
  if (!text.startsWith("{")) return false;
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  return /"(?:text|html)"\s*:\s*"/.test(line) && (end < 0 || line.trimEnd().endsWith("}"));
}

function unpackHead(head: Uint8Array): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_HEAD });
  } catch {
    // Damaged or a bomb: whoever reads it says so.
    return head;
  }
}
