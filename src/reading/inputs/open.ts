/** What a user names on the command line → articles: files, folders, "-" for standard input, http(s) addresses. */
import { basename } from "node:path";
import type { ArticleInput } from "../../document.ts";
import { EXIT, HearsayError, NotAnArticleError, UnreadableError } from "../../error.ts";
import { decodeText, isHtml, LARGEST_ARTICLE, LARGEST_FILE, refuseBinary, unpack } from "./decode.ts";
import { type Fetched, fetchArticle } from "./fetch.ts";
import { kindOf } from "./kind.ts";
import type { LineResult } from "./result.ts";
import { bytesSource, fileSource, type Source, streamSource } from "./source.ts";

export interface OpenOptions {
  /** Metadata given by flags; it wins over what the article says. */
  given: NonNullable<ArticleInput["given"]>;
  allowPrivate: boolean;
  /** Read on where the input seems to be no text. */
  force: boolean;
  stdin: AsyncIterable<Uint8Array>;
  /** Read every file of a folder that is named, and of the folders in it, instead of refusing the folder. */
  folders?: boolean;
}

type Results = Iterable<LineResult> | AsyncIterable<LineResult>;

/** No file of one article or of an export is larger than this, before unpacking. */
const LARGEST_PACKED = 12 * LARGEST_ARTICLE;
/** No export of 500 articles is larger than this, after unpacking. */
const LARGEST_EXPORT = 64 * 1024 * 1024;

/** Articles in the order named; one that cannot be opened is reported and the others go on. */
export async function* openInputs(names: readonly string[], options: OpenOptions): AsyncGenerator<LineResult> {
  for (const name of names)
    for await (const { path, base, error: unreadable } of filesOf(name, options)) {
      try {
        if (unreadable) throw unreadable;
        for await (const result of await openOne(path, base, options)) yield withGiven(result, options.given);
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        yield { ok: false, name: path, error };
      }
    }
}

/** The name itself, or the files in the folder of that name; `base` is what the articles' ids begin with. */
async function* filesOf(
  name: string,
  options: OpenOptions,
): AsyncIterable<{ path: string; base: string; error?: HearsayError | undefined }> {
  if (options.folders && name !== "-" && !isAddress(name)) {
    const { walk } = await import("./folder.ts");
    for await (const file of walk(name)) yield { path: file.path, base: nameOf(file.within), error: file.error };
  } else yield { path: name, base: nameOf(basename(name)) };
}

const isAddress = (name: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(name);

async function openOne(name: string, base: string, options: OpenOptions): Promise<Results> {
  if (isAddress(name)) {
    if (!/^https?:\/\//i.test(name)) throw new UnreadableError(`${name}: only http and https addresses can be read`);
    const fetched = await fetchArticle(name, options.allowPrivate);
    const { pathname, hostname } = new URL(fetched.url);
    return openSource(bytesSource(fetched.bytes, name, nameOf(basename(pathname)) || hostname), options, fetched);
  }
  if (name === "-") return openSource(await streamSource(options.stdin, "standard input", "stdin"), options);
  return openSource(await fileSource(name, base), options);
}

async function openSource(source: Source, options: OpenOptions, fetched?: Fetched): Promise<Results> {
  const { name, base } = source;
  if (source.head.length === 0) throw new NotAnArticleError(`${name}: is empty`, EXIT.empty);
  const kind = kindOf(source.head, name);
  if (kind === "feed") {
    const { LARGEST_FEED, readFeed } = await import("./feed.ts");
    return readFeed(decodeText(await all(source, LARGEST_FEED), fetched?.charset ?? null), name, base);
  }
  if (kind === "jsonl") {
    const { readLines } = await import("./jsonl.ts");
    const bytes = await all(source, LARGEST_FILE);
    if (!options.force) refuseBinary(bytes, name);
    return readLines(decodeText(bytes, null), name);
  }
  return openText(source, options, fetched);
}

/** All bytes, out of their gzip; both at most `limit`, and packed ones no more than any file. */
async function all(source: Source, limit: number): Promise<Uint8Array> {
  const bytes = unpack(await source.bytes(Math.max(limit, LARGEST_PACKED)), source.name, limit);
  if (bytes.length > limit) throw tooLarge(source.name, limit);
  if (bytes.length === 0) throw new NotAnArticleError(`${source.name}: is empty`, EXIT.empty);
  return bytes;
}

const tooLarge = (name: string, limit: number): UnreadableError =>
  new UnreadableError(
    `${name}: is larger than ${limit / 1024 / 1024} MB, which no article is; split it into articles`,
    EXIT.limit,
  );

async function openText(source: Source, options: OpenOptions, fetched?: Fetched): Promise<Results> {
  const { name, base } = source;
  const bytes = await all(source, LARGEST_EXPORT);
  if (!options.force) refuseBinary(bytes, name);
  const body = decodeText(bytes, fetched?.charset ?? null);
  const html = fetched ? fetched.html : isHtml(name, body);
  const articles = await exportIn(body, html, name, base);
  if (articles) return articles;
  if (bytes.length > LARGEST_ARTICLE) throw tooLarge(name, LARGEST_ARTICLE);
  const given = fetched ? { url: fetched.url } : {};
  return [{ ok: true, input: { id: base, body, kind: html ? "html" : "text", given } }];
}

/** Words that every export of a news database holds; most texts are told from one by them alone. */
const EXPORT_WORDS = /End of Document|of \d+ DOCUMENTS|Full text:|\bDocument [A-Z][A-Z0-9]{3,}\d{6}/;

async function exportIn(text: string, html: boolean, name: string, base: string): Promise<Results | null> {
  if (!EXPORT_WORDS.test(text)) return null;
  const { exportOf } = await import("./exports.ts");
  return exportOf(html ? (await import("./html-lines.ts")).htmlLines(text) : text, name, base);
}

const withGiven = (result: LineResult, given: OpenOptions["given"]): LineResult =>
  result.ok ? { ok: true, input: { ...result.input, given: { ...result.input.given, ...given } } } : result;

const EXTENSIONS =
  /(?:\.(?:x?html?|txt|text|md|markdown|gz|jsonl|ndjson|php|aspx?|rss|atom|xml|json|warc|wacz|pdf|docx|rtf|eml|mbox))+$/i;

/** A file's name without its extension or extensions ("page.html.gz" → page). */
export const nameOf = (path: string): string => path.replace(EXTENSIONS, "");
