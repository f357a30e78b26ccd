/**
 * How keys and candidates grow with the number of tellings (docs/scale.md): `node bench/growth.ts TELLINGS …`. The steps of a
 * trace as a cluster takes them, on articles of the generator; CPU time, so that neighbours do not count.
 */
import type { Reading } from "../src/document.ts";
import { newKeyIndex } from "../src/archive/trace/candidates.ts";
import { HEAVIEST } from "../src/archive/trace/lexicon.ts";
import { keysStep } from "../src/archive/trace/steps/keys.ts";
import { tellingsStep } from "../src/archive/trace/steps/tellings.ts";
import type { ToldLine } from "../src/archive/trace/steps/wire.ts";
import { readingOf } from "./reading-of.ts";
import { made } from "./readings-made.ts";

function measure(size: number): string {
  const readings: Reading[] = made(size).articles.map(readingOf);
  const before = process.cpuUsage();
  const tellings = tellingsStep({ names: [], houses: [] });
  const parts = readings.map((reading, article) => tellings({ article, reading }));
  const seen = new Map<string, number>();
  for (const { senses } of parts) for (const sense of senses.flat()) seen.set(sense, (seen.get(sense) ?? 0) + 1);
  const contents = parts.reduce((n, { told }) => n + told.length, 0);
  const kept = [...seen].filter(([, n]) => n >= contents / HEAVIEST - 1);
  const keys = keysStep({ contents, seen: kept });
  const index = newKeyIndex();
  const behind = new Map<number, number>();
  let [id, all, pairs, bytes] = [0, 0, 0, 0];
  for (const { told } of parts) {
    const lines = told.map((line) => JSON.parse(line) as ToldLine);
    bytes += told.reduce((n, line) => n + line.length, 0);
    for (const own of keys({ told: lines, free: [] }).told) {
      pairs += index.find(own, 0).length;
      index.add(id++, own);
      all += own.length;
      for (const key of own) behind.set(key, (behind.get(key) ?? 0) + 1);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const hottest = [...behind.values()].reduce((most, n) => Math.max(most, n), 0);
  return (
    `${contents} tellings in ${readings.length} articles: ${(all / contents).toFixed(1)} keys and ${(pairs / contents).toFixed(1)} candidates each, ` +
    `${behind.size} different keys, hottest key ${hottest}, ${kept.length} senses counted, ${Math.round(bytes / contents)} bytes each, ` +
    `${((user + system) / 1e6).toFixed(1)} s CPU`
  );
}

for (const size of process.argv.slice(2).map(Number)) console.log(measure(size));
