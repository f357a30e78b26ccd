/** One input → its articles: tells its kind and calls the reader of that kind, which is loaded only then. */
import { EXIT, NotAnArticleError, UnreadableError } from "../../error.ts";
import { decodeText, isHtml, LARGEST_ARTICLE, LARGEST_FILE, refuseBinary, unpack } from "./decode.ts";
import type { Fetched } from "./fetch.ts";
import { exportIn } from "./export-in.ts";
import { kindOf } from "./kind.ts";
import { article, type Results } from "./result.ts";
import type { Source } from "./source.ts";

export interface ReadOptions {
  /** Read on where the input seems to be no text. */
  force: boolean;
  /** What the server said of a page that was fetched. */
  page?: Fetched;
  /** Reads the linked page of each entry of a feed instead of what the feed has of it. */
  linked?: ((address: string) => Promise<Fetched>) | undefined;
  /** Reads what an address of a list leads to. */
  open?: ((address: string) => Promise<Results>) | undefined;
}

/** No file that is read as a whole is larger than this, before unpacking. */
const LARGEST_PACKED = 12 * LARGEST_ARTICLE;
/** No export of 500 articles is larger than this, after unpacking. */
const LARGEST_EXPORT = 64 * 1024 * 1024;

/** The articles of an input. Throws a `HearsayError` where the input as a whole cannot be read. */
export async function readSource(source: Source, options: ReadOptions): Promise<Results> {
  const { name, base } = source;
  if (source.head.length === 0) throw new NotAnArticleError(`${name}: is empty`, EXIT.empty);
  const charset = options.page?.charset ?? null;
  switch (kindOf(source.head, name)) {
    case "feed": {
      const { LARGEST_FEED, readFeed } = await import("./feed.ts");
      return readFeed(decodeText(await all(source, LARGEST_FEED), charset), name, base, options.linked);
    }
    case "jsonl": {
      const { readLines } = await import("./jsonl.ts");
      const bytes = await all(source, LARGEST_FILE);
      if (!options.force) refuseBinary(bytes, name);
      return readLines(decodeText(bytes, charset), name);
    }
    case "json": {
      const { readJson } = await import("./jsonl.ts");
      return readJson(decodeText(await all(source, LARGEST_EXPORT), charset), name, base);
    }
    case "addresses": {
      // A list that an address led to leads nowhere else: whoever made it is not the user.
      if (!options.open || options.page) return readText(source, options);
      const { readAddresses } = await import("./addresses.ts");
      return readAddresses(decodeText(await all(source, LARGEST_ARTICLE), charset), name, options.open);
    }
    case "warc":
      return (await import("./warc.ts")).readWarc(source.stream(), name, base);
    case "mbox":
      return (await import("./mbox.ts")).readMbox(source.stream(), name, base);
    case "eml": {
      const { LARGEST_MAIL, readEml } = await import("./eml.ts");
      return readEml(await all(source, LARGEST_MAIL), name, base);
    }
    case "zip":
      return (await import("./zip-kinds.ts")).readZip(source, LARGEST_PACKED);
    case "pdf": {
      const { LARGEST_PDF, pdfText } = await import("./pdf.ts");
      const { text, lines } = await pdfText(await all(source, LARGEST_PDF), name);
      // Exports are told apart by their lines, which the paragraphs of a PDF run together.
      return (await exportIn(lines, false, name, base)) ?? readPlain(text, name, base, options.page?.url);
    }
    case "rtf": {
      const { rtfText } = await import("./rtf.ts");
      return readPlain(rtfText(await all(source, LARGEST_EXPORT)), name, base, options.page?.url);
    }
    default:
      return readText(source, options);
  }
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

/** Text or a page: an export of many articles, or one article. */
async function readText(source: Source, { force, page }: ReadOptions): Promise<Results> {
  const { name, base } = source;
  const bytes = await all(source, LARGEST_EXPORT);
  if (!force) refuseBinary(bytes, name);
  const body = decodeText(bytes, page?.charset ?? null);
  const html = page ? page.html : isHtml(name, body);
  const articles = await exportIn(body, html, name, base);
  if (articles) return articles;
  if (bytes.length > LARGEST_ARTICLE) throw tooLarge(name, LARGEST_ARTICLE);
  return [article(base, body, html ? "html" : "text", { url: page?.url ?? "" })];
}

/** Text that was made from a document: an export of many articles, or one article. */
async function readPlain(text: string, name: string, base: string, url: string | undefined): Promise<Results> {
  if (!text) throw new NotAnArticleError(`${name}: holds no text`, EXIT.empty);
  const articles = await exportIn(text, false, name, base);
  if (!articles && text.length > LARGEST_ARTICLE) throw tooLarge(name, LARGEST_ARTICLE);
  return articles ?? [article(base, text, "text", { url: url ?? "" })];
}
