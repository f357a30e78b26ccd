/** What a user names on the command line → articles: files, folders, "-" for standard input, http(s) addresses. */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ArticleInput } from "../../document.ts";
import { HearsayError, UnreadableError } from "../../error.ts";
import { type Fetched, fetchArticle } from "./fetch.ts";
import { readSource } from "./read-source.ts";
import type { LineResult, Results } from "./result.ts";
import { bytesSource, fileSource, metered, streamSource } from "./source.ts";

export interface OpenOptions {
  /** Metadata given by flags; it wins over what the article says. */
  given: NonNullable<ArticleInput["given"]>;
  allowPrivate: boolean;
  /** Read on where the input seems to be no text. */
  force: boolean;
  stdin: AsyncIterable<Uint8Array>;
  /** Read every file of a folder that is named, and of the folders in it, instead of refusing the folder. */
  folders?: boolean;
  /** Fetch the page that each entry of a feed leads to. */
  linked?: boolean;
  /** Is told how many bytes of files have been read. */
  meter?: Meter;
}

/** Bytes of files read so far; addresses and standard input are not counted. */
export interface Meter {
  read: number;
}

/** A result with the file or address it came out of; "-" for standard input. */
export type OpenResult = LineResult & { origin: string };

/** Articles in the order named; one that cannot be opened is reported and the others go on. */
export async function* openInputs(names: readonly string[], options: OpenOptions): AsyncGenerator<OpenResult> {
  for (const name of names)
    for await (const { path, base, error: unreadable } of filesOf(name, options)) {
      const end = options.meter ? options.meter.read + (await sizeOf(path)) : 0;
      try {
        if (unreadable) throw unreadable;
        for await (const result of await openOne(path, base, options))
          yield { ...withGiven(result, options.given), origin: path };
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        yield { ok: false, name: path, error, origin: path };
      }
      // What was opened at places of its own choice (ZIP) or left unread counts as read.
      if (options.meter) options.meter.read = end;
    }
}

/** Bytes of all files named and in the folders named, for a meter's end; what cannot be looked at counts as none. */
export async function totalSize(names: readonly string[], options: { folders?: boolean }): Promise<number> {
  let total = 0;
  for (const name of names) for await (const { path } of filesOf(name, options)) total += await sizeOf(path);
  return total;
}

const sizeOf = async (path: string): Promise<number> =>
  path === "-" || isAddress(path)
    ? 0
    : stat(path).then(
        (info) => (info.isFile() ? info.size : 0),
        () => 0,
      );

/** The name itself, or the files in the folder of that name; `base` is what the articles' ids begin with. */
async function* filesOf(
  name: string,
  options: { folders?: boolean },
): AsyncIterable<{ path: string; base: string; error?: HearsayError | undefined }> {
  if (options.folders && name !== "-" && !isAddress(name)) {
    const { walk } = await import("./folder.ts");
    for await (const file of walk(name)) yield { path: file.path, base: nameOf(file.within), error: file.error };
  } else yield { path: name, base: nameOf(basename(name)) };
}

const isAddress = (name: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(name);

async function openOne(name: string, base: string, options: OpenOptions): Promise<Results> {
  const { allowPrivate, force, stdin } = options;
  const fetch = (address: string): Promise<Fetched> => fetchArticle(address, allowPrivate);
  const linked = options.linked ? fetch : undefined;
  if (isAddress(name)) {
    if (!/^https?:\/\//i.test(name)) throw new UnreadableError(`${name}: only http and https addresses can be read`);
    const page = await fetch(name);
    const { pathname, hostname } = new URL(page.url);
    return readSource(bytesSource(page.bytes, name, nameOf(basename(pathname)) || hostname), {
      force,
      page,
      linked,
    });
  }
  const source = name === "-" ? await streamSource(stdin, "standard input", "stdin") : await fileSource(name, base);
  const open = (address: string): Promise<Results> => openOne(address, address, options);
  return readSource(options.meter ? metered(source, options.meter) : source, { force, linked, open });
}

const withGiven = (result: LineResult, given: OpenOptions["given"]): LineResult =>
  result.ok ? { ok: true, input: { ...result.input, given: { ...result.input.given, ...given } } } : result;

const EXTENSIONS =
  /(?:\.(?:x?html?|txt|text|md|markdown|gz|jsonl|ndjson|php|aspx?|rss|atom|xml|json|warc|wacz|pdf|docx|rtf|eml|mbox))+$/i;

/** A file's name without its extension or extensions ("page.html.gz" → page). */
export const nameOf = (path: string): string => path.replace(EXTENSIONS, "");
