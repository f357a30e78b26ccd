import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { leadsOut } from "../../../src/reading/inputs/zip.ts";
import { readArticle } from "../../../src/reading/read.ts";
import { FACTIVA, NEXIS } from "./export-texts.ts";
import { asDocx, asRtf, docxParagraph, docxParts } from "./makers.ts";
import { all, articlesOf, errorsOf, pieces } from "./results.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-docx-"));
const open = (bytes: Uint8Array, name = "story.docx") => {
  writeFileSync(join(folder, name), bytes);
  const options = { given: {}, allowPrivate: false, force: false, stdin: pieces(bytes, 1000) };
  return all(openInputs([join(folder, name)], options));
};
const STORY = [
  docxParagraph("Mayor says no", "Title"),
  docxParagraph("“No,” said Ines Bray & her deputy."),
  docxParagraph("Later on", "Heading1"),
  docxParagraph("The council said that it would vote in May."),
].join("");

describe("Word documents", () => {
  it("are read with their headings, told by what is in them and not by the name", async () => {
    const [input] = articlesOf(await open(zipSync(docxParts(STORY)), "story.txt"));
    expect(input?.id).toBe("story");
    const doc = await readArticle(input as never);
    expect(doc.blocks.map((block) => [block.kind, doc.text.slice(...block.span)])).toEqual([
      ["headline", "Mayor says no"],
      ["paragraph", "“No,” said Ines Bray & her deputy."],
      ["heading", "Later on"],
      ["paragraph", "The council said that it would vote in May."],
    ]);
  });
  it("are read out of gzip", async () => {
    expect(articlesOf(await open(gzipSync(zipSync(docxParts(STORY))), "story.docx.gz")).map(({ id }) => id)).toEqual([
      "story",
    ]);
  });
  it("are read from standard input", async () => {
    const stdin = pieces(zipSync(docxParts(STORY)), 700);
    const options = { given: { outlet: "Mine" }, allowPrivate: false, force: false, stdin };
    expect(articlesOf(await all(openInputs(["-"], options))).map(({ id, given }) => [id, given])).toEqual([
      ["stdin", { outlet: "Mine" }],
    ]);
  });
  it("and RTF files may be exports of many articles", async () => {
    const titles = ["Mayor says no to new bridge", "Harbour reopens after storm"];
    for (const [bytes, name] of [
      [asDocx(NEXIS), "nexis.DOCX"],
      [Buffer.from(asRtf(NEXIS)), "nexis.rtf"],
    ] as const)
      expect(articlesOf(await open(bytes, name)).map((input) => input.given?.title)).toEqual(titles);
    expect(articlesOf(await open(asDocx(FACTIVA))).map((input) => input.given?.outlet)).toEqual([
      "The Pell Post",
      "Quill Wire",
    ]);
  });
  it("and RTF files may be one article", async () => {
    const [input] = articlesOf(await open(Buffer.from(asRtf("Mayor says no\n“No,” said Ines Bray.")), "a.rtf"));
    expect([input?.kind, input?.body]).toEqual(["text", "Mayor says no\n\n“No,” said Ines Bray."]);
  });
  it("never unpack pictures, and open no file that they name", async () => {
    const bomb = new Uint8Array(70 << 20);
    const bytes = zipSync({ ...docxParts(STORY), "word/media/image1.png": bomb }, { level: 1 });
    expect(articlesOf(await open(bytes))).toHaveLength(1);
  });
  it.each([
    ["a ZIP bomb", zipSync(docxParts(`${STORY}${" ".repeat(70 << 20)}`)), "unpacks to more than 64 MB"],
    ["bottomless markup", zipSync(docxParts("<w:p>".repeat(10_000))), "nested more than 400 deep"],
    [
      "entities",
      zipSync(docxParts("", { "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
      "declares a DOCTYPE",
    ],
    ["broken XML", zipSync(docxParts("<w:p")), "is a broken Word document"],
    ["no text", zipSync(docxParts("<w:p/>")), "holds no text"],
    ["cut off", zipSync(docxParts(STORY)).subarray(0, 600), "is a cut-off or damaged ZIP file"],
    ["another ZIP file", zipSync({ "../../etc/x": new Uint8Array(3) }), "neither a Word document nor a WACZ archive"],
    ["damage", spoiled(zipSync(docxParts(STORY))), "damaged"],
  ])("refuses %s with one line", async (_name, bytes, message) => {
    const results = await open(bytes);
    expect(errorsOf(results)).toHaveLength(1);
    expect(errorsOf(results)[0]).toContain(message);
    expect(errorsOf(results)[0]).not.toContain("\n");
  });
  it("knows names that lead out", () => {
    expect(["../a", "a/../../b", "/etc/passwd", "C:\\x", "a\\..\\b"].every(leadsOut)).toBe(true);
    expect(["a/b", "a..b", "..a/b.warc"].some(leadsOut)).toBe(false);
  });
});

/** Destroys the packed bytes of the first file. */
function spoiled(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy.fill(0xff, 60, 110);
  return copy;
}
