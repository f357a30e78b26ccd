/** What a ZIP file is: a Word document or a WACZ archive of pages. */
import { EXIT, NotAnArticleError } from "../../error.ts";
import { LARGEST_ARTICLE, unpack } from "./decode.ts";
import { exportIn } from "./export-in.ts";
import { article, type LineResult, type Results } from "./result.ts";
import type { Source } from "./source.ts";
import { type Bytes, fileBytes, listZip, memoryBytes } from "./zip.ts";

/** The articles of a ZIP file; a file is read where it lies, a stream of `limit` bytes at most is kept in memory. */
export async function* readZip(source: Source, limit: number): AsyncGenerator<LineResult> {
  const packed = source.head[0] === 0x1f;
  const zip: Bytes =
    source.path && !packed
      ? await fileBytes(source.path)
      : memoryBytes(unpack(await source.bytes(limit), source.name, limit));
  try {
    yield* await articlesIn(zip, source);
  } finally {
    await zip.close();
  }
}

async function articlesIn(zip: Bytes, { name, base }: Source): Promise<Results> {
  const entries = await listZip(zip, name);
  const wacz = await import("./wacz.ts");
  if (wacz.isWacz(entries)) return wacz.readWacz(zip, entries, name, base);
  const docx = await import("./docx.ts");
  if (!docx.isDocx(entries))
    throw new NotAnArticleError(
      `${name}: is a ZIP file and neither a Word document nor a WACZ archive; unpack it and name what is in it`,
      EXIT.binary,
    );
  const html = await docx.docxHtml(zip, entries, name);
  const articles = await exportIn(html, true, name, base);
  if (articles) return articles;
  if (!/[^\s<>]/.test(html.replace(/<[^<>]*>/g, ""))) throw new NotAnArticleError(`${name}: holds no text`, EXIT.empty);
  if (html.length > LARGEST_ARTICLE)
    throw new NotAnArticleError(`${name}: is longer than any article; split it into articles`, EXIT.limit);
  return [article(base, `<!doctype html><html><body><article>${html}</article></body></html>`, "html", {})];
}
