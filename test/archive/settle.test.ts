import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl, contentKey } from "../../src/archive/identity.ts";
import { type Candidate, settle } from "../../src/archive/settle.ts";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import type { Reading } from "../../src/document.ts";

const article = (doc: string, words: string, more: Partial<Candidate> = {}): Candidate => ({
  doc,
  origin: "crawl",
  canonical: null,
  outlet: null,
  contentKey: words,
  ...more,
});

describe("settle", () => {
  it("keeps different articles, also of one name", () => {
    expect(settle([article("a", "1", { canonical: "x/1" }), article("a", "2", { canonical: "x/2" })])).toEqual([
      { doc: "a", version: 1, current: true },
      { doc: "a-2", version: 1, current: true },
    ]);
  });
  it("takes other words at one address for a version, and the same words for the same", () => {
    const at = { canonical: "x/1" };
    expect(settle([article("a", "1", at), article("b", "2", at), article("c", "2", at), article("d", "2")])).toEqual([
      { doc: "a", version: 1, current: false },
      { doc: "a", version: 2, current: true },
      { doc: "a", version: 0, current: false },
      { doc: "a", version: 0, current: false },
    ]);
  });
  it("takes a wire report in two outlets for two articles", () => {
    const found = settle([article("a", "1", { outlet: "Wire" }), article("b", "1", { outlet: "Post" })]);
    expect(found.map(({ current }) => current)).toEqual([true, true]);
  });

  it("decides as an archive does, in whatever order articles come", async () => {
    const one = fc.record({
      doc: fc.constantFrom("a", "b", "a-2"),
      url: fc.constantFrom(null, null, "https://farrow.example/1", "https://farrow.example/2"),
      outlet: fc.constantFrom(null, "Wire", "Post"),
      origin: fc.constantFrom("one.jsonl", "two.jsonl"),
      text: fc.constantFrom("The bridge is closed.", "The bridge is open.", "Nobody was hurt."),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 7 }), async (articles) => {
        const folder = mkdtempSync(join(tmpdir(), "hearsay-settle-"));
        const archive = await openSqlite(join(folder, "a.hearsay"), { create: true });
        const kept: string[] = [];
        for (const [i, { doc, url, outlet, origin, text }] of articles.entries()) {
          const reading: Reading = {
            doc,
            text,
            blocks: [],
            article: {
              title: null,
              byline: null,
              outlet,
              published: null,
              modified: null,
              language: "en",
              url,
              from: {},
            },
            furniture: [],
            credits: [],
            attributions: [],
          };
          const at = "2024-05-06T00:00:00Z";
          kept.push((await archive.save({ reading, model: "m", origin, inputKey: String(i), at })).doc);
        }
        const heads = await archive.articles();
        await archive.close();
        rmSync(folder, { recursive: true });
        const settled = settle(
          articles.map(({ doc, url, outlet, origin, text }) => ({
            doc,
            origin,
            canonical: canonicalUrl(url),
            outlet: outlet ?? (url ? "farrow.example" : null),
            contentKey: contentKey(text),
          })),
        );
        expect(settled.map(({ doc }) => doc)).toEqual(kept);
        const current = settled.filter((s) => s.current).map(({ doc, version }) => `${doc} ${version}`);
        expect(current.sort()).toEqual(heads.map(({ doc, version }) => `${doc} ${version}`).sort());
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
