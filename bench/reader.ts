/** Reads the texts named in a JSON list on standard input in one process; prints time, memory and finds as JSON. */
import { attribute } from "../src/attribution/attribute.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import { readArticle } from "../src/reading/read.ts";

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const texts = JSON.parse(Buffer.concat(chunks).toString()) as string[];

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const started = cpu();
const tagger = await loadTagger();
const loaded = cpu();
let found = 0;
for (const [i, body] of texts.entries())
  found += (await attribute(await readArticle({ id: String(i), body, kind: "text" }), tagger)).attributions.length;
console.log(
  JSON.stringify({
    loadSeconds: loaded - started,
    readSeconds: cpu() - loaded,
    found,
    failed: 0,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
