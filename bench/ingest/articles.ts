/** Articles for bringing in: paragraphs of the golden articles in ever other company, so that each is read as one that is new. */
import { readdirSync, readFileSync } from "node:fs";
import { random } from "../../test/archive/trace/random.ts";

const GOLDEN = new URL("../../test/articles/", import.meta.url);
const OUTLETS = ["Example Courier", "The Daily Example", "Norravia Today", "Morning Lantern"];
/** A line of fewer words is a heading or a label. */
const SHORT = 8;

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** So many lines of JSON, an article of about so many words each; the same for the same seed. */
export function* articleLines(count: number, words: number, seed: number): Generator<string> {
  const paragraphs = readdirSync(GOLDEN)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, GOLDEN), "utf8").split(/\n\s*\n/))
    .map((text) => text.trim())
    .filter((text) => wordsIn(text) >= SHORT);
  const r = random(seed);
  for (let i = 0; i < count; i++) {
    const parts: string[] = [];
    for (let n = 0; n < words; n += wordsIn(parts.at(-1) as string)) parts.push(r.pick(paragraphs));
    const title = `Report ${i + 1}: ${(parts[0] as string).split(/\s+/).slice(0, 7).join(" ")}`;
    const published = new Date(Date.UTC(2024, 0, 1) + i * 600_000).toISOString();
    yield `${JSON.stringify({ id: `report-${seed}-${i + 1}`, title, outlet: r.pick(OUTLETS), published, text: `${title}\n\n${parts.join("\n\n")}` })}\n`;
  }
}
