/**
 * Golden articles: what is read from each file in test/articles must stand in test/expected, as readable prose. A changed
 * output fails and shows its difference; `UPDATE=1` writes expectations, CI never does.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { attribute } from "../src/attribution/attribute.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import type { Tagger } from "../src/attribution/tagger/tagger.ts";
import type { Attribution, Reading } from "../src/document.ts";
import { readArticle } from "../src/reading/read.ts";
import { wordsAt } from "../src/attribution/statements.ts";

const folder = (name: string): URL => new URL(`${name}/`, import.meta.url);
const names = readdirSync(folder("articles"))
  .filter((f) => f.endsWith(".txt"))
  .map((f) => f.slice(0, -4))
  .sort();

interface Gold {
  article: { title: string | null; outlet: string | null; published: string | null };
}

/** A statement a line, with its labels on the next: no confidences, which differ a little between processors. */
function prose({ text, attributions, furniture }: Reading): string {
  const line = (a: Attribution): string =>
    `${a.id}${a.within ? ` in ${a.within}` : ""} [${wordsAt(text, a.source)}] <${wordsAt(text, a.cue)}> ${wordsAt(text, a.content)}\n   ${[a.form, a.act, a.negated ? "negated" : null, a.framing, a.kind, a.naming, a.entity, a.role && `role: ${a.role}`, a.channel.length > 0 ? `via: ${wordsAt(text, a.channel)}` : null, a.when && `when: ${wordsAt(text, [a.when.span])} = ${a.when.value}`, a.furniture ? "in furniture" : null].filter(Boolean).join(" · ")}`;
  return `${[...furniture.map((f) => `(${f.kind}) ${text.slice(...f.span)}`), ...attributions.map(line)].join("\n")}\n`;
}

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

describe("golden articles", () => {
  it.each(names)("%s", async (name) => {
    const body = readFileSync(new URL(`${name}.txt`, folder("articles")), "utf8");
    const facts = new URL(`${name}.gold.json`, folder("articles"));
    const { title, outlet, published } = existsSync(facts)
      ? (JSON.parse(readFileSync(facts, "utf8")) as Gold).article
      : { title: null, outlet: null, published: null };
    const given = Object.fromEntries(Object.entries({ title, outlet, published }).filter(([, v]) => v));
    const got = prose(await attribute(await readArticle({ id: name, body, kind: "text", given }), tagger));
    const expectation = new URL(`${name}.txt`, folder("expected"));
    if (process.env.UPDATE && !process.env.CI) writeFileSync(expectation, got);
    expect(existsSync(expectation), `test/expected/${name}.txt is missing: write it with UPDATE=1 and read it`).toBe(
      true,
    );
    expect(got).toBe(readFileSync(expectation, "utf8"));
  });
});
