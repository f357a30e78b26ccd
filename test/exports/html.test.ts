import { describe, expect, it } from "vitest";
import { attribute } from "../../src/attribution/attribute.ts";
import type { Proposal } from "../../src/attribution/context.ts";
import type { Reading } from "../../src/document.ts";
import { toHtml } from "../../src/exports/html.ts";
import { PAGE_STYLE } from "../../src/exports/html-style.ts";
import { docOf, fixedTagger, proposal } from "../helpers.ts";

async function readingOf(text: string, found: readonly Proposal[] = []): Promise<Reading> {
  return attribute(docOf(text, "2024-10-08"), fixedTagger(found));
}

const TEXT = `Sirens were off, mayor says
Mayor Ada Holt told reporters on Monday that “nobody” had told her.
Read more:
⋙ Gull steals ring
⋙ Ten things to do with old bread
The council
The storm reportedly killed nine sheep.
Sources used:
- North Wire: 'Sirens stayed silent'`;
const FOUND = [proposal(TEXT, ["Mayor Ada Holt"], ["told"], ["that “nobody” had told her"])];
const page = async (): Promise<string> => toHtml(await readingOf(TEXT, FOUND));
/** Text between tags, blanks made one. */
const plain = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the page, top to bottom", () => {
  it("puts the headline before the credits, the credits before the text", async () => {
    const html = await page();
    const at = ["<h1>", "Where it comes from", "What the marks mean", "told</a> reporters", "Who says so</h2>"].map(
      (s) => html.indexOf(s),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(plain(/<h1>.*<\/h1>/.exec(html)?.[0] ?? "")).toContain("Sirens were off, mayor says");
  });

  it("explains every line and tint it can draw", async () => {
    const legend = /<section class="legend"[\s\S]*?<\/section>/.exec(await page())?.[0] ?? "";
    for (const name of ["first-hand", "relayed", "hearsay", "source", "cue", "content"])
      expect(legend).toMatch(new RegExp(`class="mark [^"]*\\b${name}\\b`));
    for (const kind of ["person", "organisation", "government", "outlet", "document", "none"])
      expect(legend).toMatch(new RegExp(`class="mark content ${kind} `));
  });

  it("folds neighbouring furniture into one and says how many lines of what kinds", async () => {
    const html = await page();
    const folds = html.match(/<summary>[^<]*not the article[^<]*<\/summary>/g);
    expect(folds).toEqual([
      "<summary>3 lines that are not the article: 1 label, 2 teasers</summary>",
      "<summary>2 lines that are not the article: 1 label, 1 credit</summary>",
    ]);
  });

  it("draws what was told to reporters as first-hand", async () => {
    const html = await page();
    expect(html).toMatch(/<a class="mark content person first-hand"[^>]*>that “nobody”/);
    expect(html).not.toMatch(/<a class="mark [^"]*relayed/);
  });

  it("says in words who speaks, of what kind, and how it came", async () => {
    const list = plain(/<aside[\s\S]*<\/aside>/.exec(await page())?.[0] ?? "");
    expect(list).toContain("Ada Holt , Mayor");
    expect(list).toMatch(/person · partly quoted · first-hand · through “reporters” · 2024-10-07/);
    expect(list).toMatch(/No source named paraphrase · hearsay/);
    expect(plain(await page())).toMatch(/Who speaks, from beginning to end: the article itself \d+\s%, /);
  });

  it("says so where nobody is quoted", async () => {
    const html = toHtml(await readingOf("The storm came at noon.\nIt rained for nine hours and then it stopped."));
    expect(html).toContain("the article speaks in its own voice");
    expect(html).not.toContain('class="legend"');
  });
});

describe("the page without a mouse or eyes", () => {
  it("leads from each statement to its words and back, each by one Tab stop", async () => {
    const html = await page();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html.match(/<a id="s-a\d+" href="#t-a\d+" aria-describedby="w-a\d+">/g)).toHaveLength(2);
    expect(html.match(/<a class="mark [^"]*" id="t-a\d+" href="#s-a\d+"/g)).toHaveLength(2);
  });

  it("keeps a way to statements whose words are all the words of another", async () => {
    const text = "A title stands here\nHolt said she left.";
    const one = proposal(text, ["Holt"], ["said"], ["she left"]);
    const reading = await readingOf(text, [one]);
    const a = reading.attributions[0];
    if (!a) throw new Error("nothing found");
    const html = toHtml({ ...reading, attributions: [a, { ...a, id: "a2" }, { ...a, id: "a3" }, { ...a, id: "a4" }] });
    for (const id of ["a1", "a2", "a3", "a4"]) expect(html.match(new RegExp(` id="t-${id}"`, "g"))).toHaveLength(1);
  });

  it("has landmarks, one language and headings in order", async () => {
    const html = await page();
    expect(html).toContain('<html lang="en">');
    for (const tag of ["main", "article", "aside", "footer"])
      expect(html.match(new RegExp(`<${tag}[ >]`, "g"))).toHaveLength(1);
    expect(html.indexOf("</main>")).toBeLessThan(html.indexOf("<aside"));
    const levels = [...html.matchAll(/<h(\d)/g)].map((m) => Number(m[1]));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("tells the language of an article that is not English", async () => {
    const reading = await readingOf(TEXT);
    expect(toHtml({ ...reading, article: { ...reading.article, language: "fr" } })).toContain('<article lang="fr">');
    expect(toHtml({ ...reading, article: { ...reading.article, language: '"><script>' } })).toContain("<article>");
  });

  it("has contrast enough for text (4.5) and lines (3) in light and dark", () => {
    const themes = PAGE_STYLE.split("prefers-color-scheme:dark").map(
      (css) => new Map([...css.matchAll(/--([\w-]+):(#[\da-f]{6})/g)].map((m) => [m[1] as string, m[2] as string])),
    );
    expect(themes).toHaveLength(2);
    for (const theme of themes) {
      const kinds = ["person", "organisation", "government", "outlet", "document", "none"];
      const of = (a: string, b: string): number => contrast(theme.get(a) ?? "", theme.get(b) ?? "");
      for (const ground of ["paper", "panel", ...kinds]) expect(of("ink", ground), ground).toBeGreaterThan(7);
      for (const ground of ["paper", "panel"]) {
        expect(of("soft", ground), ground).toBeGreaterThan(4.5);
        expect(of("focus", ground), ground).toBeGreaterThan(3);
        for (const kind of kinds) expect(of(`${kind}-l`, ground), kind).toBeGreaterThan(3);
      }
      for (const kind of kinds) expect(of(`${kind}-l`, kind), kind).toBeGreaterThan(3);
    }
  });
});

/** WCAG 2.2 contrast ratio of two colours such as `#fbfaf6`. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [light(a), light(b)].sort((m, n) => n - m) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

describe("hostile words", () => {
  it("are text wherever the page shows them", async () => {
    const evil = `"><img src=x onerror=alert(1)>' onclick=x " autofocus="`;
    const reading = await readingOf(TEXT, FOUND);
    const [first] = reading.attributions;
    if (!first) throw new Error("nothing found");
    const html = toHtml({
      ...reading,
      doc: evil,
      article: { ...reading.article, title: evil, outlet: evil, byline: evil, published: evil },
      credits: [{ outlet: evil, person: evil, title: evil, span: null, text: evil }],
      furniture: reading.furniture.map((f) => ({ ...f, reason: evil })),
      attributions: [
        {
          ...first,
          entity: evil,
          role: evil,
          when: { span: [0, 3], value: evil },
          why: { form: { how: "stated", by: "form", reason: evil, confidence: 1 } },
        },
      ],
    });
    expect(html).not.toContain("<img");
    const names = [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
      [...tag.replace(/"[^"]*"/g, "").matchAll(/\s([^\s>=]+)/g)].map((m) => m[1]),
    );
    const known =
      "aria-describedby aria-hidden aria-labelledby charset class content href http-equiv id lang name role style tabindex title";
    for (const name of names) expect(known.split(" ")).toContain(name);
  });
});
