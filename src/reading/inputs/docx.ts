/** DOCX → markup, by mammoth. */
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { EXIT, UnreadableError } from "../../error.ts";
import { type Bytes, leadsOut, readEntry, type ZipEntry } from "./zip.ts";

/** The text parts of a document unpack to no more than this, all together. */
export const LARGEST_PARTS = 64 * 1024 * 1024;
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
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        styleMap: [
          "comment-reference => ",
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
        ],
      },
    );
    return result.value;
  } catch {
    // mammoth and its parsers throw errors of many kinds, none of which names the file or a remedy.
    throw new UnreadableError(`${name}: is a broken Word document; open it and save it again`);
  }
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
