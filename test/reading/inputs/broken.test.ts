import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { openInputs } from "../../../src/reading/inputs/open.ts";
import { readArticle } from "../../../src/reading/read.ts";
import { expectTiled } from "../../laws.ts";
import { FACTIVA, NEXIS, PROQUEST } from "./export-texts.ts";
import { asDocx, asPdf, asRtf, asWarc } from "./makers.ts";
import { all, pieces } from "./results.ts";

const RSS = `<rss version="2.0"><channel><title>Pell</title>${"<item><title>No</title><description>&lt;p&gt;“No,” she said.</description></item>".repeat(3)}</channel></rss>`;
const MAIL =
  "From ana@pell.example Tue Mar  5 10:00:00 2024\nFrom: a@b.example\nSubject: No\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>No, she said.\n--b--\n\n";
const SEEDS = 12;

let samples: [string, Uint8Array][] = [];
beforeAll(async () => {
  const captures = [1, 2, 3].map((n) => ({ url: `https://pell.example/${n}`, body: "<p>“No,” said Ana Holt.</p>" }));
  const warc = await asWarc(captures, true);
  samples = [
    ["feed", Buffer.from(RSS)],
    ["warc", await asWarc(captures, false)],
    ["warc.gz", warc],
    ["wacz", zipSync({ "archive/a.warc.gz": warc, "archive/b.warc.gz": warc }, { level: 0 })],
    ["docx", asDocx(NEXIS)],
    ["pdf", asPdf([[{ x: 60, y: 700, size: 10, text: "“No,” said Ana Holt." }]])],
    ["rtf", Buffer.from(asRtf(FACTIVA))],
    ["proquest", Buffer.from(PROQUEST)],
    ["mbox", Buffer.from(MAIL.repeat(3))],
    ["mbox.gz", gzipSync(MAIL.repeat(3))],
    ["eml", Buffer.from(MAIL.slice(MAIL.indexOf("\n") + 1))],
  ];
});

/** Cuts bytes off, changes some, or repeats a stretch; the same for the same seed. */
function spoil(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 7919;
  const random = (below: number): number => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const copy = Buffer.from(bytes);
  if (seed % 3 === 0) return copy.subarray(0, random(copy.length));
  if (seed % 3 === 1) {
    const at = random(copy.length);
    return Buffer.concat([copy.subarray(0, at), copy.subarray(random(at + 1))]);
  }
  for (let i = 0; i < 1 + copy.length / 100; i++) copy[random(copy.length)] = random(256);
  return copy;
}

describe("spoiled inputs of every kind", () => {
  it("end in articles and errors of one line, never otherwise", async () => {
    for (const [kind, bytes] of samples)
      for (let seed = 1; seed <= (kind === "pdf" ? 4 : SEEDS); seed++) {
        const stdin = pieces(spoil(bytes, seed), 500);
        const results = await all(openInputs(["-"], { given: {}, allowPrivate: false, force: false, stdin }));
        const ids = results.flatMap((result) => (result.ok ? [result.input.id] : []));
        expect(new Set(ids).size, `${kind}, seed ${seed}`).toBe(ids.length);
        for (const result of results)
          if (result.ok) expectTiled(await readArticle(result.input));
          else expect(result.error.message, `${kind}, seed ${seed}`).toMatch(/^[^\n]{10,400}$/);
      }
  });
});
