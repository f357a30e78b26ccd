/** WARC files of crawls: the pages and texts in them, one by one, in bounded memory. */
import { EXIT, type HearsayError } from "../../error.ts";
import { decodeText, isHtml, LARGEST_ARTICLE, refuseBinary } from "./decode.ts";
import { failure, type LineResult, numbered } from "./result.ts";
import { parseResponse, type Response } from "./warc/http.ts";
import { unpackMembers } from "./warc/members.ts";
import { readRecords, type WarcRecord } from "./warc/records.ts";

const TYPES = new Set(["response", "resource"]);
const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/;
const READABLE = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/;
/** Fetched by every crawler and read by no one. */
const NO_ARTICLE = /^(?:dns|whois|metadata):|\/(?:robots|ads|humans|security)\.txt(?:\?|$)/i;

/**
 * The pages and texts of a WARC file, packed or not: `response` records with status 200 and `resource` records. What is no
 * text (pictures, scripts, redirects) is passed over; a damaged record is reported and the others are read.
 */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  base: string,
): AsyncGenerator<LineResult> {
  try {
    for await (const record of readRecords(unpackMembers(bytes), TYPES, LARGEST_ARTICLE)) {
      const where = `${name}: record ${record.number}`;
      if ("damage" in record) yield failure(where, record.damage);
      else {
        const result = readRecord(record, where, numbered(base, record.number));
        if (result) yield result;
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield failure(name, "unpacks to hundreds of times its size, as bombs do; the rest was left out", EXIT.limit);
  }
}

function readRecord(record: WarcRecord, where: string, id: string): LineResult | null {
  const url = (record.fields.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
  const shown = url ? `${where} (${url.slice(0, 120)})` : where;
  if (NO_ARTICLE.test(url)) return null;
  const tooLarge = failure(
    shown,
    `is larger than ${LARGEST_ARTICLE / 1024 / 1024} MB, which no article is; it was left out`,
    EXIT.limit,
  );
  let response: Response | null;
  try {
    response = responseOf(record);
  } catch {
    return tooLarge;
  }
  if (!response) return failure(shown, "holds no HTTP answer; it was left out");
  if (response.status !== 200 || !READABLE.test(response.type) || response.body.length === 0) return null;
  if (record.cut) return tooLarge;
  try {
    refuseBinary(response.body, shown);
  } catch (error) {
    return { ok: false, name: shown, error: error as HearsayError };
  }
  const body = decodeText(response.body, /charset=["']?([\w-]+)/.exec(response.type)?.[1] ?? null);
  const html = PAGE.test(response.type) || isHtml("", body);
  const captured = record.fields.get("warc-date");
  return {
    ok: true,
    input: {
      id,
      body,
      kind: html ? "html" : "text",
      given: url ? { url } : {},
      ...(captured && /^\d{4}-\d{2}-\d{2}/.test(captured) ? { captured } : {}),
    },
  };
}

function responseOf({ fields, block, cut }: WarcRecord): Response | null {
  const type = (fields.get("content-type") ?? "").toLowerCase();
  if (fields.get("warc-type") === "response" && /^application\/http/.test(type || "application/http"))
    // Of a record that is too large only the header counts; its body cannot be unpacked.
    return parseResponse(block, cut ? Number.MAX_SAFE_INTEGER : LARGEST_ARTICLE);
  return { status: 200, type, body: block };
}
