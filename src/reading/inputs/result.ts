/** What every kind of input yields: articles one by one, and what could not be read between them. */
import type { ArticleInput } from "../../document.ts";
import { EXIT, type ExitCode, type HearsayError, NotAnArticleError, UnreadableError } from "../../error.ts";

/** One article of an input, or the reason why it could not be read; `name` says where it stands. */
export type LineResult = { ok: true; input: ArticleInput } | { ok: false; name: string; error: HearsayError };

export type Results = Iterable<LineResult> | AsyncIterable<LineResult>;

type Given = NonNullable<ArticleInput["given"]>;

/** A record that cannot be read; `what` says what was wrong and what to do. */
export const failure = (name: string, what: string, exit: ExitCode = EXIT.unreadable): LineResult => ({
  ok: false,
  name,
  error: new UnreadableError(`${name}: ${what}`, exit),
});

/** A record that was read and holds no text. */
export const empty = (name: string, what: string): LineResult => ({
  ok: false,
  name,
  error: new NotAnArticleError(`${name}: ${what}`, EXIT.empty),
});

/** An article; what is blank in `given` is left out, so that the article's own metadata counts. */
export function article(id: string, body: string, kind: ArticleInput["kind"], given: Given): LineResult {
  const filled: Given = {};
  for (const [field, value] of Object.entries(given)) {
    const words = value?.replace(/\s+/g, " ").trim();
    if (words) filled[field as "title"] = words;
  }
  return { ok: true, input: { id, body, kind, given: filled } };
}

/** Id of the n-th record of a file: `crawl-000123`. */
export const numbered = (base: string, number: number): string => `${base}-${String(number).padStart(6, "0")}`;

const LONGEST_SLUG = 60;

/**
 * Ids from addresses, which stay the same when a feed is fetched again: the file's name and the end of the address. What has
 * no address is numbered, and a second article of the same slug gets its number too.
 */
export function slugger(base: string): (address: string | null | undefined, number: number) => string {
  const used = new Set<string>();
  return (address, number) => {
    const slug = slugOf(address ?? "");
    const short = slug ? `${base}-${slug}` : numbered(base, number);
    const id = used.has(short) ? `${short}-${number}` : short;
    used.add(id);
    return id;
  };
}

function slugOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address) : null;
  return `${path ? path.pathname + path.search : address}`
    .slice(-200)
    .toLowerCase()
    .replace(/\.(?:x?html?|php|aspx?)(?=$|[?#])/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(-LONGEST_SLUG)
    .replace(/^-+/, "");
}

const MAIL_DATE = /(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})(?: (\d{1,2}:\d{2}(?::\d{2})?))?\s*([+-]\d{4}|[A-Z]{1,5})?/;
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{2}:\d{2}\S*)?$/;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const ZONES: Readonly<Record<string, string>> = {
  Z: "Z",
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** The date of a feed or mail ("Tue, 05 Mar 2024 23:30:00 -0500") in ISO 8601, in its own time zone; `null` when it is none. */
export function isoDate(raw: string | null | undefined): string | null {
  const text = raw?.replace(/\s+/g, " ").trim() ?? "";
  if (ISO_DATE.test(text)) return text.replace(" ", "T");
  const match = MAIL_DATE.exec(text);
  if (!match) return null;
  const month = MONTHS.indexOf((match[2] as string).slice(0, 3).toLowerCase()) / 3 + 1;
  if (!Number.isInteger(month) || month < 1) return null;
  const day = `${match[3]}-${String(month).padStart(2, "0")}-${(match[1] as string).padStart(2, "0")}`;
  if (!match[4]) return day;
  const zone = match[5]?.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2") ?? "";
  return `${day}T${match[4].padStart(match[4].length < 6 ? 5 : 8, "0")}${/^[+-]/.test(zone) ? zone : (ZONES[zone] ?? "")}`;
}
