/**
 * Hard shapes of articles, each with what must be found in it and what must not. A file in test/shapes is the article, a
 * line `---`, and a line for each attribution that must stand (`+ [source] <cue> piece … piece | label: value, …`), each
 * source that must be none (`- [source]`) and each stretch of words that must be in no content (`- words`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { attribute } from "../src/attribution/attribute.ts";
import { wordsAt } from "../src/attribution/statements.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import type { Tagger } from "../src/attribution/tagger/tagger.ts";
import type { Attribution, Reading } from "../src/document.ts";
import { readArticle } from "../src/reading/read.ts";

const FOLDER = new URL("shapes/", import.meta.url);
const names = readdirSync(FOLDER)
  .map((f) => f.replace(/\.txt$/, ""))
  .sort();

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

const shown = (text: string, a: Attribution): string =>
  `[${wordsAt(text, a.source)}] <${wordsAt(text, a.cue)}> ${wordsAt(text, a.content)}`;

/** What is wrong with a reading by one line of expectations; `null` when it holds. */
function fault({ text, attributions }: Reading, line: string): string | null {
  if (line.startsWith("- [")) {
    const source = line.slice(3, -1);
    return attributions.some((a) => wordsAt(text, a.source) === source) ? `“${source}” is no source` : null;
  }
  if (line.startsWith("- ")) {
    const words = line.slice(2);
    const holder = attributions.find((a) => wordsAt(text, a.content).includes(words));
    return holder ? `nobody says “${words}”: ${shown(text, holder)}` : null;
  }
  const [triple = "", labels = ""] = line.slice(2).split(" | ");
  const found = attributions.find((a) => shown(text, a) === triple);
  if (!found) return `is missing: ${triple}`;
  for (const label of labels.split(/, (?=\w+: )/).filter(Boolean)) {
    const [field = "", value] = label.split(": ");
    const is = String(found[field as keyof Attribution]);
    if (is !== value) return `${triple}: ${field} is ${is}, not ${value}`;
  }
  return null;
}

describe("hard shapes", () => {
  it.each(names)("%s", async (name) => {
    const [body = "", expectations = ""] = readFileSync(new URL(`${name}.txt`, FOLDER), "utf8").split("\n---\n");
    const reading = await attribute(await readArticle({ id: name, body, kind: "text" }), tagger);
    const lines = expectations.trim().split("\n");
    expect(lines.length).toBeGreaterThan(0);
    const faults = lines.map((line) => fault(reading, line)).filter((f) => f !== null);
    const all = reading.attributions.map((a) => shown(reading.text, a));
    expect(faults, `read as:\n${all.join("\n")}`).toEqual([]);
  });
});
