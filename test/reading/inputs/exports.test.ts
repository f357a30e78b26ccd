import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportOf } from "../../../src/reading/inputs/exports.ts";
import { htmlLines } from "../../../src/reading/inputs/html-lines.ts";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { readArticle } from "../../../src/reading/read.ts";
import { FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_OLD, PROQUEST } from "./export-texts.ts";
import { all, articlesOf, errorsOf } from "./results.ts";
import { cpuTime } from "../../support/cpu-time.ts";

const read = (text: string) => all(exportOf(text, "export.txt", "export") ?? []);
/** As a converter writes it: a paragraph a line. */
const asHtml = (text: string): string =>
  `<html><head><style>p{}</style><title>Export</title></head><body>${text
    .split("\n")
    .map((line) => `<p><span>${line.replaceAll("&", "&amp;").replaceAll("“", "&ldquo;")}</span></p>`)
    .join("\n")}</body></html>`;

const QUOTE = "“We will not pay for that bridge,” mayor Ines Bray told reporters";
const COUNCIL = "The council said it would vote in May.";

describe("Nexis", () => {
  it.each([
    ["text", NEXIS],
    ["HTML", htmlLines(asHtml(NEXIS))],
  ])("reads Nexis Uni exports as %s", async (_kind, text) => {
    const articles = articlesOf(await read(text));
    expect(articles.map(({ id, given }) => [id, given])).toEqual([
      [
        "export-000001",
        { title: "Mayor says no to new bridge", outlet: "The Pell Post", published: "2024-03-14", byline: "Ana Holt" },
      ],
      ["export-000002", { title: "Harbour reopens after storm", outlet: "Quill Wire", published: "2023-05-02" }],
    ]);
    expect(articles[0]?.body).toBe(`Mayor says no to new bridge\n\n${QUOTE} on Wednesday.\n\n${COUNCIL}`);
    expect(articles[1]?.body).toBe("Harbour reopens after storm\n\nThe harbour has reopened, its master Bo Lind said.");
  });
  it("reads the older layout", async () => {
    const articles = articlesOf(await read(NEXIS_OLD));
    expect(articles.map(({ given }) => given)).toEqual([
      { title: "Mayor says no to new bridge", outlet: "The Pell Post", published: "2024-03-14", byline: "ANA HOLT" },
      { title: "Harbour reopens", outlet: "Quill Wire", published: "2023-05-02" },
    ]);
    expect(articles[0]?.body).toMatch(
      /^Mayor says no to new bridge\n\n"We will not pay.*\n\nThe council said.*May\.$/s,
    );
  });
  it("reports an article without a body and reads the others", async () => {
    const results = await read(NEXIS.replace("Body\n", "Bodies\n"));
    expect(errorsOf(results)).toEqual([
      "export.txt: article 1: has no Body, so it is no article of a Nexis export; export it again",
    ]);
    expect(articlesOf(results).map((input) => input.id)).toEqual(["export-000002"]);
  });
});

describe("Factiva", () => {
  it.each([
    ["text", FACTIVA],
    ["HTML", htmlLines(asHtml(FACTIVA))],
  ])("reads the plain layout as %s", async (_kind, text) => {
    const articles = articlesOf(await read(text));
    expect(articles.map(({ given }) => given)).toEqual([
      {
        title: "Mayor says no to new bridge over the Pell",
        outlet: "The Pell Post",
        published: "2024-03-14",
        byline: "Ana Holt",
      },
      { title: "Harbour reopens after storm", outlet: "Quill Wire", published: "2023-05-02" },
    ]);
    expect(articles[0]?.body).toBe(`Mayor says no to new bridge over the Pell\n\n${QUOTE}.\n\n${COUNCIL}`);
  });
  it("reads field codes", async () => {
    const [article] = articlesOf(await read(FACTIVA_CODES));
    expect(article?.given).toEqual({
      title: "Mayor says no to new bridge",
      outlet: "The Pell Post",
      published: "2024-03-14",
      byline: "Ana Holt",
    });
    expect(article?.body).toBe(`Mayor says no to new bridge\n\n${QUOTE}.\n\n${COUNCIL}`);
  });
});

describe("ProQuest", () => {
  it.each([
    ["text", PROQUEST],
    ["HTML", htmlLines(asHtml(PROQUEST))],
    ["text of Windows", PROQUEST.replaceAll("\n", "\r\n")],
  ])("reads exports as %s", async (_kind, text) => {
    const results = await read(text);
    const articles = articlesOf(results);
    expect(articles.map(({ given }) => given)).toEqual([
      {
        title: "Mayor says no to new bridge",
        outlet: "The Pell Post",
        published: "2024-03-14",
        byline: "Ana Holt, Bo Lind",
        url: "https://proquest.example/docview/1234567?accountid=1",
      },
      { title: "Harbour reopens", outlet: "Quill Wire", published: "2023-05-02" },
    ]);
    expect(articles[0]?.body).toBe(`Mayor says no to new bridge\n\n${QUOTE}.\n\n${COUNCIL} Title: no, she said.`);
    expect(errorsOf(results)).toEqual([
      "export.txt: article 3 (No text of this): has no text in this export; export it again with the full text",
    ]);
  });
});

describe("exports", () => {
  it("leave an article alone that only speaks of them", () => {
    for (const text of [
      "The end of document handling\n\nBody and soul, Copyright 2024, he said. Document PELL00202403 was not found.",
      "Full text: the mayor's letter\n\nWe will not pay.",
      "________________________\nTitle: none",
      "Body\n\nA novel. Length: 200 pages.",
    ])
      expect(exportOf(text, "a.txt", "a")).toBeNull();
  });
  it("of 500 articles are read one by one, from a file of any name", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "hearsay-export-")), "many.html");
    const one = NEXIS.slice(NEXIS.indexOf("Mayor says no to new bridge\nThe Pell"));
    writeFileSync(path, asHtml(one.repeat(250)));
    const options = { given: { outlet: "Mine" }, allowPrivate: false, force: false, stdin: process.stdin };
    const articles = articlesOf(await all(openInputs([path], options)));
    expect(articles).toHaveLength(500);
    expect(new Set(articles.map((input) => input.id)).size).toBe(500);
    expect(articles[499]?.given?.outlet).toBe("Mine");
    const doc = await readArticle(articles[0] as never);
    expect(doc.blocks.map((block) => block.kind)).toEqual(["headline", "paragraph", "paragraph"]);
  });
  it("take linear time on what never ends", async () => {
    const start = cpuTime();
    await read(`Body\nLength: 1\nEnd of Document\n${"Body \n".repeat(200_000)}`);
    await read(`${"_".repeat(500_000)}\nFull text: a\nPublication date: 1`);
    htmlLines("<p".repeat(300_000));
    htmlLines("<script>".repeat(100_000));
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
