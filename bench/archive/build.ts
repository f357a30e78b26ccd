/** Fills an archive with generated articles by its own way of saving, and keeps a sample of what is known of them. */
import type { Archive } from "../../src/archive/archive.ts";
import { random } from "../../test/archive/trace/random.ts";
import { readingOf } from "./reading.ts";
import { type StoriesOptions, type Story, stories, withCopies } from "./stories.ts";
import type { Voice } from "./words.ts";

/** Stories of which everything is remembered. */
const SAMPLE = 400;
const EVERY = 1000;

export interface Built {
  articles: number;
  attributions: number;
  /** Bytes of all texts in UTF-8. */
  textBytes: number;
  seconds: number;
  /** Milliseconds an article took to save, on average, in each thousand. */
  saveMs: number[];
  sample: Story[];
}

/** @param told called after each thousand articles */
export async function build(
  archive: Archive,
  options: StoriesOptions,
  told: (articles: number, ms: number) => void,
): Promise<Built> {
  const r = random(options.seed + 1);
  const voices = new Map<string, Voice>();
  const built: Built = { articles: 0, attributions: 0, textBytes: 0, seconds: 0, saveMs: [], sample: [] };
  const began = performance.now();
  let [seen, spent] = [0, 0];
  for (const { article, stories: first } of withCopies(stories(options), options.seed + 2)) {
    for (const story of first) {
      voices.set(story.speaker.name, story.speaker);
      // Each story has the same chance to be in the sample (reservoir sampling, Vitter 1985).
      const place = seen < SAMPLE ? seen : r.below(seen + 1);
      if (place < SAMPLE) built.sample[place] = story;
      seen++;
    }
    const reading = readingOf(article, voices, r);
    const started = performance.now();
    await archive.save({
      reading,
      model: "bench 1",
      origin: `bench/${article.outlet}`,
      inputKey: article.doc,
      at: article.published as string,
    });
    spent += performance.now() - started;
    built.articles++;
    built.attributions += reading.attributions.length;
    built.textBytes += Buffer.byteLength(reading.text);
    if (built.articles % EVERY === 0) {
      built.saveMs.push(spent / EVERY);
      told(built.articles, spent / EVERY);
      spent = 0;
    }
  }
  built.seconds = (performance.now() - began) / 1000;
  return built;
}
