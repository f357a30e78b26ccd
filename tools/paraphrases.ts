/**
 * The trace on paraphrases: `node tools/paraphrases.ts [--list]`. Each pair of test/archive/trace/paraphrases.json is told by
 * two outlets on following days by one speaker, a speaker a pair; right is one statement where the pair says the same.
 * Printed with and without what the model says of
 * their meaning.
 */
import { readFileSync } from "node:fs";
import { likeness, unpackMeaning } from "../src/archive/trace/meaning.ts";
import { traceAll } from "../src/archive/trace/trace.ts";
import type { TraceArticle } from "../src/archive/trace/types.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import { newPage } from "../test/archive/trace/page.ts";

export interface Pair {
  set: "choose" | "held";
  same: boolean;
  a: string;
  b: string;
}

export interface PairScore {
  /** Pairs that say the same and were joined, of all that say the same. */
  found: number;
  same: number;
  /** Pairs that do not say the same and were joined, of all that do not. */
  wrong: number;
  other: number;
  notes: string[];
}

export const readPairs = (): Pair[] =>
  (
    JSON.parse(readFileSync(new URL("../test/archive/trace/paraphrases.json", import.meta.url), "utf8")) as {
      pairs: Pair[];
    }
  ).pairs;

const SURNAMES = ["Tollick", "Brennock", "Varga", "Reinhold", "Oskell", "Maren", "Pell", "Dunmore", "Ashby", "Corvin"];
const FIRST = ["Ada", "Mara", "Ivo", "Nils", "Una", "Jorin", "Tessa", "Karel", "Lena", "Otto"];
const FIELDS = ["harbour", "school", "bank", "mine", "rail", "forest", "island", "water", "housing", "court"];

function told(pair: Pair, n: number, second: boolean): TraceArticle {
  const page = newPage(
    `p${n}-${second ? 2 : 1}`,
    second ? "Evening Post" : "Daily Courier",
    `2025-03-0${second ? 6 : 5}`,
    null,
  );
  const name = `${FIRST[n % 10]} ${SURNAMES[Math.floor(n / 10) % 10]}`;
  const speaker = { name, role: `head of the ${FIELDS[n % 10]} office` };
  const line = { speaker, denied: false, cites: null, hedged: false, live: false, channel: null, when: null };
  page.filler("The weather was fine on that day, and the market square was full.");
  page.add({ ...line, content: second ? pair.b : pair.a, form: second ? "indirect" : "direct" }, 0);
  return page.finish();
}

/** Reads the pages of all pairs, so that contents have their meanings. */
export async function readPages(pairs: readonly Pair[]): Promise<TraceArticle[]> {
  const tagger = await loadTagger();
  const articles: TraceArticle[] = [];
  for (const [n, pair] of pairs.entries())
    for (const second of [false, true]) {
      const article = told(pair, n, second);
      const meanings = tagger.meanings();
      if (!meanings) throw new Error("the model has no vectors of meaning");
      await tagger.tag(article.text, article.blocks, meanings);
      const attributions = article.attributions.map((a) => ({ ...a, meaning: meanings.of(a.content) ?? "" }));
      articles.push({ ...article, attributions });
    }
  return articles;
}

/** Traces all pairs of a set as one archive; `articles` are those of `readPages`. */
export function scorePairs(pairs: readonly Pair[], articles: readonly TraceArticle[]): PairScore {
  const joined = new Set(traceAll(articles).map((s) => s.tellings.map((t) => t.doc).join(" ")));
  const score: PairScore = { found: 0, same: 0, wrong: 0, other: 0, notes: [] };
  for (const [n, pair] of pairs.entries()) {
    const one = joined.has(`p${n}-1 p${n}-2`);
    if (pair.same) score.same++;
    else score.other++;
    if (one && pair.same) score.found++;
    if (one && !pair.same) score.wrong++;
    const [a, b] = [articles[2 * n], articles[2 * n + 1]].map((x) => unpackMeaning(x?.attributions[0]?.meaning));
    const near = likeness(a ?? null, b ?? null);
    if (one !== pair.same) score.notes.push(`${one ? "joined" : "missed"} ${near?.toFixed(2)}: ${pair.a} | ${pair.b}`);
  }
  return score;
}

async function main(): Promise<void> {
  for (const set of ["choose", "held"] as const) {
    const pairs = readPairs().filter((pair) => pair.set === set);
    const articles = await readPages(pairs);
    const bare = articles.map((article) => ({
      ...article,
      attributions: article.attributions.map(({ meaning: _, ...a }) => a),
    }));
    for (const [name, by] of [
      ["words alone", bare],
      ["with meanings", articles],
    ] as const) {
      const { found, same, wrong, other, notes } = scorePairs(pairs, by);
      console.log(
        `${set}, ${name}: ${found} of ${same} paraphrases joined, ${wrong} of ${other} others joined wrongly`,
      );
      if (process.argv.includes("--list")) for (const note of notes) console.log(`  ${note}`);
    }
  }
}

if (import.meta.main) await main();
