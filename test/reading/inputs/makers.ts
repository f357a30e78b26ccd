/** Writes files of several kinds, for the tests that read them. */
import { zipSync } from "fflate";
import { WARCRecord, WARCSerializer } from "warcio";

/** Writes RTF as word processors do. */
export const asRtf = (plain: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times New Roman;}}{\\*\\generator Pell 1.0;}{\\header Page header\\par}{\\info{\\title Not text}}\n${plain
    .split("\n")
    .map((line) => `\\pard\\plain\\f0 ${[...line].map(escaped).join("")}\\par`)
    .join("\n")}}`;
const escaped = (ch: string): string => (/[\\{}]/.test(ch) ? `\\${ch}` : ch > "~" ? `\\u${ch.charCodeAt(0)}?` : ch);

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a Word document around the XML of its body. */
export const docxParts = (body: string, more: Record<string, string> = {}): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
      "word/styles.xml": `<?xml version="1.0"?><w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
      ...more,
    }).map(([name, xml]) => [name, Buffer.from(xml)]),
  );

/** A paragraph of a Word document. */
export const docxParagraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r></w:p>`;

/** A Word document of plain paragraphs, one a line. */
export const asDocx = (plain: string): Uint8Array =>
  zipSync(
    docxParts(
      plain
        .split("\n")
        .map((line) => docxParagraph(line))
        .join(""),
    ),
  );

/** What a record of a WARC file holds. */
export interface Capture {
  url: string;
  body: string | Uint8Array;
  type?: "response" | "resource" | "request" | "metadata";
  contentType?: string;
  status?: string;
  headers?: Record<string, string>;
}

/** One record as the crawlers' own library writes it. */
export async function warcRecord(capture: Capture, gzip: boolean): Promise<Uint8Array> {
  const { url, body, type = "response", contentType = "text/html; charset=utf-8" } = capture;
  const record = WARCRecord.create(
    {
      url,
      date: "2024-03-14T10:00:00Z",
      type,
      warcHeaders: { "Content-Type": type === "response" ? "application/http; msgtype=response" : contentType },
      ...(type === "response"
        ? {
            statusline: `HTTP/1.1 ${capture.status ?? "200 OK"}`,
            httpHeaders: { "Content-Type": contentType, ...capture.headers },
          }
        : {}),
    },
    [typeof body === "string" ? Buffer.from(body) : body],
  );
  return WARCSerializer.serialize(record, { gzip });
}

/** A WARC file of several records. */
export const asWarc = async (captures: readonly Capture[], gzip: boolean): Promise<Buffer> =>
  Buffer.concat(await Promise.all(captures.map((capture) => warcRecord(capture, gzip))));

/** A line of text on a page of a PDF: where it stands, how large it is. */
export interface Placed {
  x: number;
  y: number;
  size: number;
  text: string;
}

/** A PDF of pages (612 by 792 points) with text set in Times. `extra` goes into each page's content as it is. */
export function asPdf(pages: readonly (readonly Placed[])[], extra = ""): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  ];
  pages.forEach((lines, i) => {
    const content = `${extra}${lines.map(({ x, y, size, text }) => `BT /F1 ${size} Tf ${x} ${y} Td (${pdfString(text)}) Tj ET`).join("\n")}`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

const pdfString = (text: string): string =>
  text
    .replace(/[\\()]/g, "\\$&")
    .replaceAll("“", "\u0093")
    .replaceAll("”", "\u0094")
    .replaceAll("’", "\u0092");
