/** Small families of invented articles that tell the same things, with what a trace should find: `families/NAME.txt`. */
import { readdirSync, readFileSync } from "node:fs";
import { articleOf } from "../../../src/archive/trace/article.ts";
import type { TraceArticle } from "../../../src/archive/trace/types.ts";
import { attribute } from "../../../src/attribution/attribute.ts";
import type { Tagger } from "../../../src/attribution/tagger/tagger.ts";
import { readArticle } from "../../../src/reading/read.ts";
import type { Truth } from "../../../tools/trace-score.ts";

const FOLDER = new URL("./families/", import.meta.url);

export interface Family {
  name: string;
  articles: { id: string; outlet: string; published: string; title: string; text: string }[];
  truth: Truth;
  /** What is known to come out wrong, as the score notes it. */
  weak: string[];
}

/** All families, by name. */
export const families = (): Family[] =>
  readdirSync(FOLDER)
    .sort()
    .map((file) => familyOf(file.replace(/\.txt$/, ""), readFileSync(new URL(file, FOLDER), "utf8")));

/**
 * Reads one. A head `== id | outlet | published | title` opens an article; `== truth` opens the statements (`id | kind | speaker | first |
 * independent`) with their tellings, indented (`article | content | speaker | change | changes | relay`); `== apart` pairs that are two
 * statements; `== weak` the notes that stand for now.
 */
export function familyOf(name: string, source: string): Family {
  const family: Family = { name, articles: [], truth: { statements: [], apart: [] }, weak: [] };
  for (const part of source.split(/^== /m).slice(1)) {
    const [head = "", ...lines] = part.split("\n");
    const [id = "", outlet = "", published = "", title = ""] = cells(head);
    if (id === "truth") family.truth.statements = statements(lines);
    else if (id === "apart") family.truth.apart = lines.filter((line) => line !== "").map(pair);
    else if (id === "weak") family.weak = lines.filter((line) => line !== "");
    else family.articles.push({ id, outlet, published, title, text: `${lines.join("\n").trim()}\n` });
  }
  return family;
}

/** The articles of a family read by the whole pipeline. */
export async function readFamily({ articles }: Family, tagger: Tagger): Promise<TraceArticle[]> {
  const read: TraceArticle[] = [];
  for (const { id, outlet, published, title, text } of articles) {
    const doc = await readArticle({ id, body: text, kind: "text", given: { outlet, published, title } });
    read.push(articleOf(await attribute(doc, tagger, { meanings: true })));
  }
  return read;
}

const cells = (line: string): string[] => line.split("|").map((cell) => cell.trim());

function statements(lines: readonly string[]): Truth["statements"] {
  const found: Truth["statements"] = [];
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const [a = "", b = "", c = "", d = "", e = "", f = ""] = cells(line);
    if (line.startsWith(" "))
      found.at(-1)?.tellings.push({
        doc: a,
        content: b,
        speaker: c || null,
        change: d,
        changes: e === "" ? [] : e.split(" "),
        relay: f || null,
      });
    else found.push({ id: a, kind: b, speaker: c, first: d, independent: Number(e), tellings: [] });
  }
  return found;
}

function pair(line: string): Truth["apart"][number] {
  const [doc = "", content = "", speaker = "", doc2 = "", content2 = "", speaker2 = "", why = ""] = cells(line);
  return { a: { doc, content, speaker }, b: { doc: doc2, content: content2, speaker: speaker2 }, why };
}
