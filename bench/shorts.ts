/**
 * Short articles of invented outlets, as JSON Lines in a folder: `node bench/shorts.ts ARTICLES FOLDER [SEED]`. Stories told again
 * with drift, and what an archive has to settle: copies, copies that were edited, new versions, the same again, one name twice.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TraceArticle } from "../src/archive/trace/types.ts";
import { type Random, random } from "../test/archive/trace/random.ts";
import { stories, withCopies } from "./archive/stories.ts";
import { OUTLETS } from "./archive/words.ts";

/** Attributions of an article: so few that ten thousand are read in some ten minutes. */
const EACH = 2;
/** Several files, whose order counts as that of the articles in them does. */
const FILES = 8;

type Line = Record<"id" | "title" | "outlet" | "published" | "text", string | null> & { url?: string };

const lineOf = ({ doc, title, outlet, published, url, text }: TraceArticle): Line => ({
  id: doc,
  title,
  outlet,
  published,
  ...(url === null ? {} : { url }),
  text,
});

const after = (published: string | null, hours: number): string =>
  new Date(Date.parse(published as string) + hours * 3_600_000).toISOString();

/** Without one of its paragraphs, where it has several. */
function shortened(text: string, r: Random): string {
  const paragraphs = text.split("\n\n");
  if (paragraphs.length > 1) paragraphs.splice(r.below(paragraphs.length), 1);
  return paragraphs.join("\n\n");
}

/** What comes of an article beside itself, a few times in a hundred each. */
function* alike(line: Line, r: Random): Generator<Line> {
  const { id, published, text } = line;
  const slug = `${id}-edited`;
  if (r.chance(0.03))
    yield {
      ...line,
      id: slug,
      url: `https://edited.example/${slug}`,
      outlet: r.pick(OUTLETS),
      published: after(published, 3),
      text: `${shortened(text as string, r)}\n\nThe harbour of Farrow opens at ${r.below(9) + 3} on Sunday.`,
    };
  if (r.chance(0.03))
    yield {
      ...line,
      published: after(published, 1),
      text: (text as string).replace(/\d+/, (n) => String(Number(n) + 3)),
    };
  if (r.chance(0.01)) yield line;
  if (r.chance(0.01)) {
    const { url: _, ...rest } = line;
    yield {
      ...rest,
      outlet: r.pick(OUTLETS),
      text: `A herd of ${r.below(500) + 20} cows was driven up to the churchyard of Dunholt, said the miller, Bram Holm.`,
    };
  }
}

function* lines(count: number, seed: number): Generator<Line> {
  const r = random(seed + 1);
  for (const { article } of withCopies(stories({ articles: count, each: EACH, seed }), seed)) {
    const line = lineOf(article);
    yield line;
    yield* alike(line, r);
  }
}

const [count, folder, seed] = [Number(process.argv[2] ?? 300), process.argv[3] ?? ".", Number(process.argv[4] ?? 3)];
mkdirSync(folder, { recursive: true });
const all: Line[] = [];
for (const line of lines(count, seed)) if (all.push(line) === count) break;
for (let i = 0; i < FILES; i++) {
  const part = all.slice(Math.floor((i * count) / FILES), Math.floor(((i + 1) * count) / FILES));
  writeFileSync(join(folder, `part-${i}.jsonl`), part.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
