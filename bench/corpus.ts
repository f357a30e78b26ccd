/**
 * Writes articles of the generator (test/archive/trace/generate.ts) as JSON Lines, with what is true of them left out:
 * `node bench/corpus.ts ARTICLES [SEED]`. Bench and the test of cluster/ read them as any others.
 */
import { generate } from "../test/archive/trace/generate.ts";

/** About so many articles come of one story. */
const PER_STORY = 4.4;

const [count = 10_000, seed = 7] = process.argv.slice(2).map(Number);
const { articles } = generate(Math.ceil((count / PER_STORY) * 1.1) + 1, seed);
for (const { doc, outlet, published, text } of articles.slice(0, count))
  process.stdout.write(`${JSON.stringify({ id: doc, outlet, published, text })}\n`);
