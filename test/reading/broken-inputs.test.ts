import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { attribute } from "../../src/attribution/attribute.ts";
import { loadTagger } from "../../src/attribution/tagger/load.ts";
import type { Tagger } from "../../src/attribution/tagger/tagger.ts";
import type { Reading } from "../../src/document.ts";
import { HearsayError } from "../../src/error.ts";
import { decodeText, isHtml, LARGEST_ARTICLE, refuseBinary } from "../../src/reading/inputs/decode.ts";
import { openInputs } from "../../src/reading/inputs/open.ts";
import { readArticle } from "../../src/reading/read.ts";
import { expectTiled } from "../laws.ts";

const PAGE = `<!doctype html><html><head><title>Mayor says no | Post</title><meta property="og:title" content="Mayor says no"></head><body><article><h1>Mayor says no</h1><p>By Ana Holt</p><p>The mayor said “no” on Monday, and 😀 <b>nobody</b> was surprised by it.</p><blockquote>We will not pay for that bridge, not now and not ever.</blockquote><ul><li>one<li>two</ul></article></body></html>`;
const TEXT =
  "Mayor says no\nThe mayor said “no” on Monday.\n“I won’t pay,” she told reporters. ‘Nor will I,’ said her deputy's aide.\nRead more:\n⋙ Bridge falls";

type Break = (source: string, random: () => number) => string | Uint8Array;

const insert =
  (what: string): Break =>
  (s, random) => {
    const at = Math.floor(random() * s.length);
    return s.slice(0, at) + what + s.slice(at);
  };
/** Ways in which an input can be broken; each is tried on a page and on a text with several seeds. */
const BREAKS: Readonly<Record<string, Break>> = {
  truncated: (s, random) => s.slice(0, Math.floor(random() * s.length)),
  "deep nesting": (s, random) => "<div>".repeat(3000 + Math.floor(random() * 9000)) + s,
  "deep spans": (s) => s.replace("<p>", `<p>${"<span>".repeat(12_000)}`),
  "unclosed tags": (s, random) => s.replace(/<\/\w+>/g, (tag) => (random() < 0.7 ? "" : tag)),
  "wrong charset": (s) => Buffer.from(s, "utf16le").subarray(1),
  latin: (s) => Buffer.from(s.replace(/[^\u0000-\u00ff]/g, "é"), "latin1"),
  nul: insert("\0\0\0"),
  "lone surrogates": insert("\ud83d x \udc00"),
  emoji: insert("👩‍👩‍👧‍👦🏳️‍🌈".repeat(50)),
  "right to left": insert("\u202eقال الوزير \u2067إن\u2069 "),
  "endless quotes": insert("“‘\"'«„".repeat(100)),
  "quotes and apostrophes": insert("'a' ’b’ ‘c ’d".repeat(80)),
  "no line breaks": (s) => s.replace(/\n/g, " ").repeat(20),
  "only breaks": (s) => s.replace(/[^\n]/g, "\n"),
  entities: insert("&#x110000;&#0;&amp;amp;&notanentity;&#xD800;"),
  "broken JSON-LD": insert(
    '<script type="application/ld+json">{"@type":["NewsArticle"],"author":[[[{"name":{"a":1}}]],</script>',
  ),
  // As text it is read word by word, so its size is what the test costs; the long class list has a test of its own in html.test.ts.
  "huge attribute": insert(`<p class="${"x ".repeat(1_500)}">`),
  comments: insert("<!-- <p> -- > <!--"),
  cdata: insert("<![CDATA[ <p>said</p> ]]>"),
  "long word": insert("a".repeat(20_000)),
};
const SEEDS = 3;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function expectInside(reading: Reading): void {
  const inside = ([s, e]: readonly [number, number]): void => {
    expect(s).toBeGreaterThanOrEqual(0);
    expect(e).toBeLessThanOrEqual(reading.text.length);
    expect(s).toBeLessThan(e);
  };
  for (const a of reading.attributions)
    for (const span of [...a.source, ...a.cue, ...a.content, ...a.channel, ...(a.when ? [a.when.span] : [])])
      inside(span);
  for (const { span } of reading.credits) if (span) inside(span);
}

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

describe("broken inputs", () => {
  for (const [name, spoil] of Object.entries(BREAKS))
    it(name, async () => {
      for (const [kind, source] of [
        ["html", PAGE],
        ["text", TEXT],
      ] as const)
        for (let seed = 1; seed <= SEEDS; seed++) {
          const broken = spoil(source, random(seed * 7919));
          const bytes = typeof broken === "string" ? Buffer.from(broken) : broken;
          const body = typeof broken === "string" ? broken : decodeText(bytes, null);
          try {
            refuseBinary(bytes, name);
          } catch (error) {
            expect(error).toBeInstanceOf(HearsayError);
          }
          const reading = await attribute(
            await readArticle({ id: name, body, kind: kind === "html" || isHtml("", body) ? "html" : "text" }),
            tagger,
          );
          expectTiled(reading);
          expectInside(reading);
        }
    }, 120_000);

  it("refuses a line of 50 MB with one clear line", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 50; i++) yield Buffer.alloc(1 << 20, 97);
    }
    const { value: result } = await openInputs(["-"], {
      given: {},
      allowPrivate: false,
      force: false,
      stdin: stdin(),
    }).next();
    expect(result?.ok).toBe(false);
    expect(result && !result.ok && result.error.message).toMatch(`larger than ${LARGEST_ARTICLE / 1024 / 1024} MB`);
  });

  it("keeps the laws on any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 120 }), async (body) => {
        const reading = await attribute(await readArticle({ id: "x", body, kind: "text" }), tagger);
        expectTiled(reading);
        expectInside(reading);
      }),
      { numRuns: 30 },
    );
  });
});
