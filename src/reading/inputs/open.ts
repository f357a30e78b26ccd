/** What a user names on the command line → articles: files, "-" for standard input, http(s) addresses; gzip of each. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ArticleInput } from "../../document.ts";
import { EXIT, HearsayError, NotAnArticleError, UnreadableError } from "../../error.ts";
import { decodeText, isHtml, LARGEST_ARTICLE, LARGEST_FILE, refuseBinary, unpack } from "./decode.ts";
import { fetchArticle } from "./fetch.ts";
import type { LineResult } from "./result.ts";

export interface OpenOptions {
  /** Metadata given by flags; it wins over what the article says. */
  given: NonNullable<ArticleInput["given"]>;
  allowPrivate: boolean;
  /** Read on where the input seems to be no text. */
  force: boolean;
  stdin: AsyncIterable<Uint8Array>;
}

/** Articles in the order named; one that cannot be opened is reported and the others go on. */
export async function* openInputs(names: readonly string[], options: OpenOptions): AsyncGenerator<LineResult> {
  for (const name of names) {
    try {
      yield* await openOne(name, options);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield { ok: false, name, error };
    }
  }
}

async function openOne(name: string, options: OpenOptions): Promise<Iterable<LineResult>> {
  if (/^https?:\/\//i.test(name)) {
    const { bytes, charset, html, url } = await fetchArticle(name, options.allowPrivate);
    if (!options.force) refuseBinary(bytes, name);
    const body = decodeText(bytes, charset);
    return [article(nameOf(new URL(url).pathname) || new URL(url).hostname, body, html, { url, ...options.given })];
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name))
    throw new UnreadableError(`${name}: only http and https addresses can be read`);
  const lines = /\.jsonl(?:\.gz)?$/i.test(name);
  const packed = name === "-" ? await readAll(options.stdin) : await readPath(name, lines);
  const bytes = unpack(packed, name === "-" ? "standard input" : name, lines ? LARGEST_FILE : LARGEST_ARTICLE);
  const shown = name === "-" ? "standard input" : name;
  if (!lines && bytes.length > LARGEST_ARTICLE)
    throw new UnreadableError(
      `${shown}: is larger than ${LARGEST_ARTICLE / 1024 / 1024} MB, which no article is; split it into articles`,
      EXIT.limit,
    );
  if (bytes.length === 0) throw new NotAnArticleError(`${shown}: is empty`, EXIT.empty);
  if (!options.force) refuseBinary(bytes, shown);
  const text = decodeText(bytes, null);
  if (lines) {
    const { readLines } = await import("./jsonl.ts");
    return withGiven(readLines(text, shown), options.given);
  }
  return [article(name === "-" ? "stdin" : nameOf(name), text, isHtml(name, text), options.given)];
}

function* withGiven(results: Iterable<LineResult>, given: OpenOptions["given"]): Generator<LineResult> {
  for (const result of results)
    yield result.ok ? { ok: true, input: { ...result.input, given: { ...result.input.given, ...given } } } : result;
}

const article = (id: string, body: string, html: boolean, given: OpenOptions["given"]): LineResult => ({
  ok: true,
  input: { id, body, kind: html ? "html" : "text", given },
});

/** A file's name without its extension or extensions ("page.html.gz" → page). */
export function nameOf(path: string): string {
  return basename(path).replace(/(?:\.(?:x?html?|txt|text|md|markdown|gz|jsonl|php|aspx?))+$/i, "");
}

async function readPath(path: string, lines: boolean): Promise<Uint8Array> {
  const limit = lines ? LARGEST_FILE : 12 * LARGEST_ARTICLE;
  try {
    const info = await stat(path);
    if (info.isDirectory())
      throw new UnreadableError(`${path}: is a folder; name the files in it (${path.replace(/\/$/, "")}/*.html)`);
    if (info.size > limit)
      throw new UnreadableError(
        `${path}: is larger than ${Math.round(limit / 1024 / 1024)} MB; split it first`,
        EXIT.limit,
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UnreadableError(`${path}: there is no such file; check the name`);
    if (code === "EACCES" || code === "EPERM")
      throw new UnreadableError(`${path}: may not be read; check its permissions`);
    throw new UnreadableError(`${path}: cannot be read (${code ?? "unknown reason"})`);
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > 12 * LARGEST_ARTICLE)
      throw new UnreadableError("standard input: is larger than 120 MB; name a file instead", EXIT.limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
