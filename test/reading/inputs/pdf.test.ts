import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { pdfText } from "../../../src/reading/inputs/pdf.ts";
import { NEXIS } from "./export-texts.ts";
import { asPdf, type Placed } from "./makers.ts";
import { all, articlesOf, errorsOf } from "./results.ts";

/** Lines set below each other from a height on. */
const set = (x: number, top: number, lines: readonly string[], size = 10, leading = 12): Placed[] =>
  lines.map((text, i) => ({ x, y: top - i * leading, size, text }));
const text = (pages: readonly (readonly Placed[])[]) => pdfText(asPdf(pages), "a.pdf").then((read) => read.text);
const error = (bytes: Uint8Array, limits = { pages: 5, ms: 20_000 }) =>
  pdfText(bytes, "a.pdf", limits).then(
    () => "none",
    (thrown: Error) => thrown.message,
  );

/** Sets the first lines of paragraphs to the right, as newspapers do. */
const indent = (line: Placed): Placed =>
  /^(?:The council|Engineer)/.test(line.text) ? { ...line, x: line.x + 10 } : line;
const LEFT = [
  "“We will not pay for that bridge, not now and",
  "not ever,” mayor Ines Bray told reporters on",
  "Monday, and walked out of the coun-",
  "cil chamber.",
  "The council said that it would vote on the plan",
  "in May, whatever the mayor might think of",
];
const RIGHT = [
  "it by then, and that the self-",
  "governing towns along the river had agreed.",
  "Engineer Bo Ek called the old bridge sound,",
  "and said it would stand for twenty years.",
];
const STORY = [
  "“We will not pay for that bridge, not now and not ever,” mayor Ines Bray told reporters on Monday, and walked out of the council chamber.",
  "The council said that it would vote on the plan in May, whatever the mayor might think of it by then, and that the self-governing towns along the river had agreed.",
  "Engineer Bo Ek called the old bridge sound, and said it would stand for twenty years.",
];

describe("PDF", () => {
  it("reads two columns under a headline one after the other, and mends what they cut", async () => {
    const page = [
      ...set(60, 700, ["Mayor says no to the new bridge over the Pell"], 22),
      ...set(60, 676, ["By Ana Holt"], 11),
      ...set(60, 640, LEFT).map(indent),
      ...set(320, 640, RIGHT).map(indent),
    ];
    const read = ["Mayor says no to the new bridge over the Pell", "By Ana Holt", ...STORY].join("\n\n");
    expect(await text([page])).toBe(read);
    // As some programs write it: line by line across the columns.
    expect(await text([[...page].sort((a, b) => b.y - a.y)])).toBe(read);
  });
  it("tells paragraphs by indents, gaps and short last lines", async () => {
    const lines = [
      "A first line of a paragraph that runs on and",
      "on and ends here.",
      "Another one begins here, as the last was",
      "short, he said.",
    ];
    expect(await text([set(60, 700, lines)])).toBe(`${lines[0]} ${lines[1]}\n\n${lines[2]} ${lines[3]}`);
    const full = lines.map((line) => line.replace(/[.,]/g, "").padEnd(40, "x"));
    const indented = set(60, 700, full).map((line, i) => (i === 2 ? { ...line, x: 72 } : line));
    expect(await text([indented])).toBe(`${full[0]} ${full[1]}\n\n${full[2]} ${full[3]}`);
    const apart = [...set(60, 700, full.slice(0, 2)), ...set(60, 668, full.slice(2))];
    expect(await text([apart])).toBe(`${full[0]} ${full[1]}\n\n${full[2]} ${full[3]}`);
  });
  it("leaves out page numbers and running heads, and joins what a page cuts", async () => {
    const pages = [1, 2, 3].map((n) => [
      ...set(60, 770, [`The Pell Post, 14 March 2024, part ${n}`], 8),
      ...set(60, 700, [
        "The council said that it would vote on the plan",
        "in May, whatever the mayor might think of",
        n < 3 ? "it by then, and that the towns would also" : "it by then.",
      ]),
      ...set(300, 30, [String(n)], 8),
    ]);
    const read = await text(pages);
    expect(read).not.toMatch(/Pell Post|\d/);
    expect(read.split("\n\n")).toHaveLength(1);
  });
  it("leaves out what a browser prints above and below", async () => {
    const page = [
      { x: 24, y: 780, size: 8, text: "11/25/26, 2:37 PM" },
      { x: 300, y: 780, size: 8, text: "Mayor says no | The Pell Post" },
      ...set(60, 700, LEFT.slice(0, 4)),
      { x: 24, y: 14, size: 8, text: "https://pellpost.example/2024/mayor?x=1" },
      { x: 560, y: 14, size: 8, text: "1/1" },
    ];
    expect(await text([page])).toBe(STORY[0]);
  });
  it("reads an export of many articles, and one article, by what it begins with", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hearsay-pdf-"));
    writeFileSync(join(folder, "a.txt"), asPdf([set(60, 700, LEFT.slice(0, 4))]));
    writeFileSync(join(folder, "nexis.pdf"), asPdf([set(60, 760, NEXIS.split("\n"), 10, 13)]));
    const options = { given: {}, allowPrivate: false, force: false, stdin: process.stdin, folders: true };
    const results = await all(openInputs([folder], options));
    expect(articlesOf(results).map((input) => [input.id, input.kind, input.given?.outlet])).toEqual([
      ["a", "text", undefined],
      ["nexis-000001", "text", "The Pell Post"],
      ["nexis-000002", "text", "Quill Wire"],
    ]);
    expect(errorsOf(results)).toEqual([]);
  });
  it("refuses what is broken, empty, endless or slow, each with one line", async () => {
    const good = asPdf([set(60, 700, LEFT)]);
    const loop = Buffer.from(good.toString("latin1").replace("/Kids [4 0 R]", "/Kids [2 0 R]"), "latin1");
    const huge = Buffer.from(good.toString("latin1").replace("/Count 1", "/Count 99999999"), "latin1");
    expect(await error(Buffer.from("%PDF-1.7\nnothing"))).toBe(
      "a.pdf: is a broken PDF; print it to a new one, or save its text",
    );
    expect(await error(asPdf([[]]))).toContain("holds no text, only pictures of pages");
    expect(await error(asPdf(Array.from({ length: 6 }, () => [])))).toContain("has more than 5 pages");
    expect(await error(huge)).toMatch(/none|more than 5 pages|broken/);
    expect(await error(loop)).toMatch(/broken|holds no text/);
    expect(await error(good, { pages: 5, ms: 1 })).toContain("takes longer than 0.001 seconds");
    expect(await error(good.subarray(0, 700))).toMatch(/none|broken|holds no text/);
  });
});
