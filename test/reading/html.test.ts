import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document.ts";
import { readHtml } from "../../src/reading/html.ts";

const PARAGRAPHS = [
  "The ferry between Oldhaven and Marrow Island will stop for a week, the harbour office said on Monday, after a crack was found in its hull.",
  "“Nobody had told us before the weekend,” said Ilse Brandmoor, who runs the island's only bakery and depends on the morning crossing.",
  "The office said that a replacement had been asked for, and that the islanders would be carried by a fishing boat until it arrived.",
  "Engineers from the yard in Tolverne are to examine the hull on Thursday, and their report is expected to be published in full, the office added.",
];
const HEAD = `<title>Ferry stops for a week | The Oldhaven Post</title>
  <meta property="og:site_name" content="The Oldhaven Post">`;

const page = (body: string, head = HEAD): Document =>
  readHtml({
    id: "ferry",
    kind: "html",
    body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  });
const article = (extra = ""): string =>
  `<article><h1>Ferry stops for a week</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}${extra}</article>`;
const paragraphs = (doc: Document): string[] =>
  doc.blocks.filter((b) => b.kind === "paragraph").map((b) => doc.text.slice(b.span[0], b.span[1]));

/** Every non-blank character belongs to exactly one block or piece of furniture. */
function expectTiled(doc: Document): void {
  const owners = new Uint8Array(doc.text.length);
  for (const { span } of [...doc.blocks, ...doc.furniture])
    for (let i = span[0]; i < span[1]; i++) owners[i] = (owners[i] ?? 0) + 1;
  const wrong = [...owners].findIndex((n, i) => (/\S/u.test(doc.text[i] ?? "") ? n !== 1 : n > 1));
  expect(wrong, doc.text.slice(Math.max(0, wrong - 20), wrong + 20)).toBe(-1);
}

describe("main text", () => {
  test("paragraphs come out whole and in order", () => {
    expect(paragraphs(page(article()))).toEqual(PARAGRAPHS);
  });
  test("the headline is a block once", () => {
    const doc = page(article());
    const heads = doc.blocks.filter((b) => b.kind === "headline").map((b) => doc.text.slice(b.span[0], b.span[1]));
    expect(heads).toEqual(["Ferry stops for a week"]);
  });
  test("scripts, styles and templates are never text", () => {
    const doc = page(
      article("<script>var secretOne=1</script><style>.secretTwo{}</style><template>secretThree</template>"),
    );
    expect(doc.text).not.toMatch(/secret/u);
  });
  test("no-break spaces become spaces and zero-width characters go", () => {
    const doc = page(
      article(
        "<p>The mayor of Oldhaven,&nbsp;Pia Rundle, said that she would cross by row&#8203;boat if she had to, and that others might follow.</p>",
      ),
    );
    expect(doc.text).toContain("Oldhaven, Pia Rundle, said that she would cross by rowboat");
  });
  test("a blockquote is a quotation block", () => {
    const doc = page(
      article(
        "<blockquote><p>We shall bake for the boats that come, and keep the rest for the gulls.</p></blockquote>",
      ),
    );
    const quoted = doc.blocks.filter((b) => b.kind === "quotation").map((b) => doc.text.slice(b.span[0], b.span[1]));
    expect(quoted).toEqual(["We shall bake for the boats that come, and keep the rest for the gulls."]);
  });
  test("a paragraph that opens with a quotation survives the phrase rules", () => {
    const line =
      "“Sign up for the fishing boat, I told them, and nobody did,” said Brandmoor, laughing at the memory of it.";
    expect(paragraphs(page(article(`<p>${line}</p>`)))).toContain(line);
  });
  test("a promotion inside the article is furniture, not article", () => {
    const doc = page(article("<p>Sign up for our newsletter</p>"));
    expect(paragraphs(doc).join("\n")).not.toContain("newsletter");
  });
});

describe("metadata", () => {
  test("JSON-LD in a graph gives author and date, whatever stands broken beside it", () => {
    const ld = JSON.stringify({
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "Ferry stops for a week",
          author: [{ "@type": "Person", name: "Jon Weir" }],
          datePublished: "2024-03-04T08:00:00Z",
        },
      ],
    });
    const doc = page(
      article(),
      `${HEAD}<script type="application/ld+json">{broken</script><script type="application/ld+json">${ld}</script>`,
    );
    expect(doc.article.byline).toBe("Jon Weir");
    expect(doc.article.published).toMatch(/^2024-03-04/u);
    expect(doc.article.from.byline).toBe("json-ld");
  });
  test("the title loses the suffix of the site", () => {
    expect(page(article()).article.title).toBe("Ferry stops for a week");
  });
  test("a byline nobody gives is null", () => {
    expect(page(article()).article.byline).toBeNull();
  });
});

describe("laws", () => {
  test.each([
    ["plain", article()],
    [
      "with furniture",
      article('<aside class="related"><a href="/x">Gulls return to Tolverne</a></aside><p>© The Oldhaven Post</p>'),
    ],
    ["broken", `<div><p><b>${PARAGRAPHS.join("<p><i>")}`],
    [
      "emoji",
      article(
        "<p>A gull 🐦 sat on the quay when the office spoke, and the bakers said that it had been there since dawn.</p>",
      ),
    ],
    ["empty", ""],
  ])("blocks and furniture tile the text: %s", (_name, body) => {
    expectTiled(page(body));
  });
  test("ten thousand levels do not overflow the stack", () => {
    const doc = page(`${"<div>".repeat(10_000)}${article()}`);
    expectTiled(doc);
  });
});

describe("an absurd class list", () => {
  test("does not overflow the parser", () => {
    const body = `<html><body><p class="${"x ".repeat(400_000)}">The mayor said no on Monday.</p></body></html>`;
    const doc = readHtml({ id: "x", kind: "html", body });
    expect(doc.text).toContain("The mayor said no on Monday.");
  });
});
