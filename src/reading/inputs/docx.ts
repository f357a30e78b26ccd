/** DOCX → markup, by mammoth. */
import { EXIT, UnreadableError } from "../../error.ts";
import type { Answer } from "./docx/worker.ts";
import { isolated } from "./isolated.ts";
import { type Bytes, leadsOut, readEntry, type ZipEntry } from "./zip.ts";

/** The text parts of a document unpack to no more than this, all together. */
export const LARGEST_PARTS = 64 * 1024 * 1024;
const BOUNDS = { ms: 60_000, memory: 1536 };
/** Elements of a document's parts nest no deeper; mammoth recurses. */
const DEEPEST = 400;
/** What mammoth needs for the text. Pictures, fonts, macros and embedded files are never unpacked. */
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/[\w.]+\.rels)$/i;

/** Whether the files of a ZIP file are those of a Word document. */
export const isDocx = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) => /^word\/document\d*\.xml$/i.test(entry.name));

/**
 * The document as markup: paragraphs, headings, lists, tables. Throws `UnreadableError` where it is broken, nested
 * without end or unpacks to more than 64 MB.
 */
export async function docxHtml(zip: Bytes, entries: readonly ZipEntry[], name: string): Promise<string> {
  const parts: Record<string, Uint8Array> = {};
  let left = LARGEST_PARTS;
  for (const entry of entries) {
    if (!PART.test(entry.name) || leadsOut(entry.name) || parts[entry.name]) continue;
    const bytes = await readEntry(zip, entry, name, left);
    left -= bytes.length;
    refuseHostile(bytes, `${name}: ${entry.name}`);
    parts[entry.name] = bytes;
  }
  const answer = await isolated<Answer>(new URL("./docx/worker", import.meta.url), parts, BOUNDS);
  if (answer === "slow" || answer === "memory")
    throw new UnreadableError(`${name}: takes too long or too much memory to read; save it as text`, EXIT.limit);
  if (answer === "failed" || answer.html === null)
    throw new UnreadableError(`${name}: is a broken Word document; open it and save it again`);
  return answer.html;
}

/** Entities and bottomless nesting, before any parser sees them. */
function refuseHostile(bytes: Uint8Array, where: string): void {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableError(`${where}: declares a DOCTYPE, which no Word document does; save it again`);
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[a-zA-Z][^<>]*>/g)) {
    if (tag[1] === "/") depth--;
    else if (!tag.endsWith("/>")) depth++;
    if (depth > DEEPEST)
      throw new UnreadableError(`${where}: its elements are nested more than ${DEEPEST} deep`, EXIT.limit);
  }
}
