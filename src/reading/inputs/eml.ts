/** Mails (newsletters, press releases, alerts) → an article each. */
import PostalMime, { type Email } from "postal-mime";
import { EXIT, UnreadableError } from "../../error.ts";
import { LARGEST_ARTICLE } from "./decode.ts";
import { htmlLines } from "./html-lines.ts";
import { article, empty, failure, isoDate, type LineResult } from "./result.ts";

/** No mail is larger than this with its attachments, in bytes. */
export const LARGEST_MAIL = 64 * 1024 * 1024;
const DEEPEST = 50;
const LARGEST_HEADERS = 512 * 1024;
/** The plain version is read unless it is a stub ("view this mail in your browser") of the other, by its share of words. */
const PLAIN_SHARE = 0.6;

/** The article of a mail: its text, with subject, sender and date. `where` names the mail in messages. */
export async function readMail(bytes: Uint8Array, where: string, id: string): Promise<LineResult> {
  if (bytes.length > LARGEST_MAIL)
    return failure(where, `is larger than ${LARGEST_MAIL / 1024 / 1024} MB, which no mail is`, EXIT.limit);
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, {
      maxNestingDepth: DEEPEST,
      maxHeadersSize: LARGEST_HEADERS,
      forceRfc822Attachments: true,
    });
  } catch {
    // Its limits on depth and headers; everything else it reads on from.
    return failure(where, "is nested too deep or has headers without end, as no mail is", EXIT.limit);
  }
  const plain = mail.text?.trim() ?? "";
  const html = mail.html?.trim() ?? "";
  if (Math.max(plain.length, html.length) > LARGEST_ARTICLE)
    return failure(where, `is longer than ${LARGEST_ARTICLE / 1024 / 1024} MB, which no article is`, EXIT.limit);
  const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const readPlain = plain !== "" && (html === "" || words(plain) >= PLAIN_SHARE * words(htmlLines(html)));
  if (!readPlain && words(htmlLines(html)) === 0)
    return empty(where, "is a mail without text; save what is attached and name that");
  return article(id, readPlain ? plain : html, readPlain ? "text" : "html", {
    title: mail.subject?.replace(/^(?:\s*(?:fwd?|re|aw|wg)\s*:)+/i, "") ?? "",
    outlet: sender(mail) ?? "",
    published: isoDate(mail.headers.find((header) => header.key === "date")?.value) ?? "",
  });
}

/** A mail file. Throws `UnreadableError` where it is too large; else as `readMail`. */
export async function* readEml(bytes: Uint8Array, name: string, base: string): AsyncGenerator<LineResult> {
  if (bytes.length > LARGEST_MAIL)
    throw new UnreadableError(`${name}: is larger than ${LARGEST_MAIL / 1024 / 1024} MB, which no mail is`, EXIT.limit);
  yield await readMail(bytes, name, base);
}

/** The sender's name, else the host of the address: a newsletter's name is what people know it by. */
function sender(mail: Email): string | null {
  const from = mail.from;
  if (!from) return null;
  if (from.name) return from.name;
  return from.address?.split("@")[1] ?? null;
}
