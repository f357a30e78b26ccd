/** Mailboxes (mbox: mails one after the other, each under a line "From …") → an article a mail, one by one. */
import { EXIT } from "../../error.ts";
import { LARGEST_MAIL, readMail } from "./eml.ts";
import { failure, type LineResult, numbered } from "./result.ts";
import { GAP, unpackMembers } from "./warc/members.ts";

const FROM = "\nFrom ";
/** As many bytes are held back as a line "From " and the blank line before it take, as they may lie across chunks. */
const HELD = 8;
const LF = 10;
const CR = 13;

/** The mails of a mailbox, packed by gzip or not. One that is too large or broken is reported and the others are read. */
export async function* readMbox(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  base: string,
): AsyncGenerator<LineResult> {
  let number = 0;
  try {
    for await (const mail of mails(bytes)) {
      number++;
      const where = `${name}: mail ${number}`;
      if (mail === GAP) yield failure(where, "is damaged or cut off in its gzip; unpack or fetch the file again");
      else if (mail === null)
        yield failure(where, `is larger than ${LARGEST_MAIL / 1024 / 1024} MB; it was left out`, EXIT.limit);
      else yield await readMail(unquoted(mail), where, numbered(base, number));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield failure(name, "unpacks to hundreds of times its size, as bombs do; the rest was left out", EXIT.limit);
  }
}

/** Each mail with its line "From …"; `null` for one that is too large, `GAP` for one that is damaged. */
async function* mails(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null | typeof GAP> {
  let parts: Buffer[] = [];
  let size = 0;
  let held: Buffer = Buffer.alloc(0);
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size <= LARGEST_MAIL) parts.push(part);
    else parts = [];
  };
  const close = (): Buffer | null => {
    const mail = size > LARGEST_MAIL ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return mail;
  };
  for await (const chunk of unpackMembers(bytes)) {
    if (chunk === GAP) {
      close();
      held = Buffer.alloc(0);
      yield GAP;
      continue;
    }
    const buffer = Buffer.concat([held, chunk]);
    let from = 0;
    for (let at = buffer.indexOf(FROM); at >= 0; at = buffer.indexOf(FROM, at + 1)) {
      if (!(buffer[at - 1] === LF || (buffer[at - 1] === CR && buffer[at - 2] === LF))) continue;
      keep(buffer.subarray(from, at + 1));
      yield close();
      from = at + 1;
    }
    const end = Math.max(from, buffer.length - HELD);
    keep(buffer.subarray(from, end));
    held = buffer.subarray(end);
  }
  keep(held);
  const last = close();
  if (last === null || last.toString("latin1").trim() !== "") yield last;
}

/** Without the line "From …", and with ">From " in the text as it was written. */
function unquoted(mail: Buffer): Buffer {
  const text = mail.toString("latin1");
  const start = /^\s*From [^\n]*\n/.exec(text)?.[0].length ?? 0;
  return Buffer.from(text.slice(start).replace(/^>(>*From )/gm, "$1"), "latin1");
}
