/** What a user names on the command line → articles: files, folders, "-" for standard input, http(s) addresses. */
import { basename } from "node:path";
import type { ArticleInput } from "../../document.ts";
import { HearsayError, UnreadableError } from "../../error.ts";
import { fetchArticle } from "./fetch.ts";
import { readSource } from "./read-source.ts";
import type { LineResult, Results } from "./result.ts";
import { bytesSource, fileSource, streamSource } from "./source.ts";

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

/** A result with the file or address it came out of; "-" for standard input. */
export type OpenResult = LineResult & { origin: string };

/** Articles in the order named; one that cannot be opened is reported and the others go on. */
export async function* openInputs(names: readonly string[], options: OpenOptions): AsyncGenerator<OpenResult> {
  for (const name of names)
    for await (const { path, base, error: unreadable } of filesOf(name, options)) {
      try {
        if (unreadable) throw unreadable;
        for await (const result of await openOne(path, base, options))
          yield { ...withGiven(result, options.given), origin: path };
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        yield { ok: false, name: path, error, origin: path };
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

async function openOne(name: string, base: string, { allowPrivate, force, stdin }: OpenOptions): Promise<Results> {
  if (isAddress(name)) {
    if (!/^https?:\/\//i.test(name)) throw new UnreadableError(`${name}: only http and https addresses can be read`);
    const page = await fetchArticle(name, allowPrivate);
    const { pathname, hostname } = new URL(page.url);
    return readSource(bytesSource(page.bytes, name, nameOf(basename(pathname)) || hostname), { force, page });
  }
  const source = name === "-" ? await streamSource(stdin, "standard input", "stdin") : await fileSource(name, base);
  return readSource(source, { force });
}

const withGiven = (result: LineResult, given: OpenOptions["given"]): LineResult =>
  result.ok ? { ok: true, input: { ...result.input, given: { ...result.input.given, ...given } } } : result;

const EXTENSIONS =
  /(?:\.(?:x?html?|txt|text|md|markdown|gz|jsonl|ndjson|php|aspx?|rss|atom|xml|json|warc|wacz|pdf|docx|rtf|eml|mbox))+$/i;

/** A file's name without its extension or extensions ("page.html.gz" → page). */
export const nameOf = (path: string): string => path.replace(EXTENSIONS, "");
