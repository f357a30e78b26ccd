import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { attribute } from "../../src/attribution/attribute.ts";
import type { Reading } from "../../src/document.ts";
import { toHtml } from "../../src/exports/html.ts";
import { toJson, toJsonLine } from "../../src/exports/json.ts";
import { readingJsonSchema } from "../../src/exports/schema.ts";
import { toTerminal } from "../../src/exports/terminal.ts";
import { summarise } from "../../src/views/summary.ts";
import { docOf, fixedTagger, proposal } from "../helpers.ts";

const TEXT =
  "Sirens were off, mayor says\nMayor Ada Holt said on Monday that “nobody” had told her.\nRead more:\n⋙ Gull steals ring";

async function reading(text = TEXT): Promise<Reading> {
  const found = [proposal(text, ["Mayor Ada Holt"], ["said"], ["that “nobody” had told her"])];
  return attribute(docOf(text, "2024-10-08"), fixedTagger(found), { trace: true });
}

describe("JSON", () => {
  it("is held by its schema, and the schema by the file in docs", async () => {
    const schema = readingJsonSchema() as object;
    expect(JSON.parse(readFileSync(new URL("../../docs/reading.schema.json", import.meta.url), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(JSON.parse(toJson(await reading()))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ doc: 1 })).toBe(false);
  });

  it("is a line in JSON Lines", async () => {
    expect(toJsonLine(await reading()).trimEnd()).not.toContain("\n");
  });
});

describe("the summary", () => {
  it("counts statements, sources and what was set aside", async () => {
    expect(summarise(await reading())).toMatchObject({
      statements: 1,
      sources: 1,
      named: 1,
      direct: 0,
      hearsay: 0,
      furniture: { label: 1, teaser: 1 },
    });
  });
});

const HOSTILE =
  "A <script>alert(1)</script> \u001b[31mred\u001b[0m title\nAna <img src=x onerror=alert(1)> Holt said “\u202egnp.exe” & 'left' \u0007 the hall.\nThen she went.";

describe("the page", () => {
  it("shows hostile text harmlessly and loads nothing", async () => {
    const html = toHtml(
      await attribute(docOf(HOSTILE), fixedTagger([proposal(HOSTILE, ["Holt"], ["said"], ["“\u202egnp.exe”"])])),
    );
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html).not.toMatch(/[\u0007\u001b\u202e]/);
    expect(html).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it("marks source, cue and content, lists the statement, and links both ways", async () => {
    const html = toHtml(await reading());
    expect(html).toMatch(/<a class="mark source person [^"]*"[^>]*>Mayor Ada Holt<\/a>/);
    expect(html).toMatch(/<a class="mark cue person [^"]*"[^>]*>said<\/a>/);
    const id = /id="t-(a\d+)"/.exec(html)?.[1];
    expect(html).toContain(`href="#s-${id}"`);
    expect(html).toContain(`href="#t-${id}"`);
    expect(html).toContain('<details class="furniture">');
  });

  it("keeps every word of the article, marks or not", async () => {
    const words = toHtml(await reading())
      .replace(/<aside[\s\S]*<\/aside>/, "")
      .replace(/<[^>]+>/g, "");
    for (const word of ["Sirens were off, mayor says", "had told her", "Gull steals ring"])
      expect(words).toContain(word);
  });
});

describe("the terminal", () => {
  it("never gets control characters of the article", async () => {
    const out = toTerminal(await attribute(docOf(HOSTILE), fixedTagger()), { width: 80, colour: false, explain: true });
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("tells speaker, office, form, words and the day, and why when asked", async () => {
    const plain = toTerminal(await reading(), { width: 80, colour: false, explain: false });
    expect(plain).toContain("Ada Holt, Mayor");
    expect(plain).toContain("partly quoted · 2024-10-07 · “said”");
    expect(plain).toContain("1 statement from 1 source");
    expect(plain).not.toContain("form:");
    expect(toTerminal(await reading(), { width: 80, colour: false, explain: true })).toContain(
      "form: some of it stands in quotation marks",
    );
    for (const line of plain.split("\n")) expect(line.length).toBeLessThanOrEqual(82);
  });
});
