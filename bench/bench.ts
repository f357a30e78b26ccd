/**
 * `npm run bench [-- --shared FOLDER] [-- --write]`: words a second on one core, command to first result, peak memory, growth with
 * length, beside a peer (textacy's direct_quotations on spaCy) on the same articles in the same run. `--write` puts the result
 * into docs/bench.md.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { machine, writePart } from "./write.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const args = process.argv.slice(2);
const shared = args.includes("--shared") ? (args[args.indexOf("--shared") + 1] as string) : "../shared";
const VENV = here("./.venv");
const LENGTHS = [2_000, 20_000, 200_000];
const RUNS = 5;

interface Run {
  loadSeconds: number;
  readSeconds: number;
  found: number;
  failed: number;
  peakMegabytes: number;
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** PolNeAR dev where it is at hand, else the golden articles. */
function articles(): string[] {
  const polnear = join(shared, "data/polnear/dev/text");
  const folder = existsSync(polnear) ? polnear : here("../test/articles");
  return readdirSync(folder)
    .filter((f) => f.endsWith(".txt"))
    .sort()
    .map((f) => readFileSync(join(folder, f), "utf8"));
}

function ofLength(texts: readonly string[], words: number): string {
  const out: string[] = [];
  for (let n = 0, i = 0; n < words; i++) {
    const text = texts[i % texts.length] as string;
    out.push(text);
    n += wordsIn(text);
  }
  return out
    .join("\n\n")
    .split(/(?<=\s)/)
    .slice(0, words)
    .join("");
}

const ours = (texts: readonly string[]): Run =>
  JSON.parse(
    execFileSync(process.execPath, [here("./reader.ts")], {
      input: JSON.stringify(texts),
      encoding: "utf8",
      maxBuffer: 1 << 28,
    }),
  ) as Run;

/** Installs the peer once; `null` when it cannot be had. */
function peer(texts: readonly string[]): Run | null {
  const python = join(VENV, "bin/python");
  if (!existsSync(python)) {
    console.error("installing the peer (textacy on spaCy) into bench/.venv …");
    const made = spawnSync("python3", ["-m", "venv", VENV]).status === 0;
    const got =
      made &&
      spawnSync(join(VENV, "bin/pip"), ["install", "-q", "-r", here("./requirements.txt")], { stdio: "inherit" })
        .status === 0;
    if (!got) return null;
  }
  const run = spawnSync(python, [here("./peer.py")], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  return run.status === 0 ? (JSON.parse(run.stdout) as Run) : null;
}

function firstResult(text: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  const file = join(folder, "article.txt");
  writeFileSync(file, text);
  const times = Array.from({ length: RUNS + 1 }, () => {
    const started = performance.now();
    execFileSync(process.execPath, [here("../bin/hearsay.js"), "read", file, "--json"], { stdio: "ignore" });
    return (performance.now() - started) / 1000;
  });
  rmSync(folder, { recursive: true });
  return times.slice(1).sort((a, b) => a - b);
}

const texts = articles();
const total = texts.reduce((n, t) => n + wordsIn(t), 0);
const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};
const round = (x: number, digits = 0): string => x.toFixed(digits);

say(
  `Machine: ${machine()}. Made by \`npm run bench -- --write\`. ${texts.length} articles, ${total} words. CPU seconds of one process, model loading apart.`,
);
say("");
say("| system | words a CPU second | loading, s | peak memory, MB | found |");
say("|---|---|---|---|---|");
const own = ours(texts);
say(
  `| Hearsay (everything on) | ${round(total / own.readSeconds)} | ${round(own.loadSeconds, 2)} | ${round(own.peakMegabytes)} | ${own.found} statements |`,
);
const other = peer(texts);
if (other) {
  say(
    `| textacy direct_quotations on spaCy (en_core_web_sm) | ${round(total / other.readSeconds)} | ${round(other.loadSeconds, 2)} | ${round(other.peakMegabytes)} | ${other.found} direct quotations; ${other.failed} articles refused |`,
  );
  say("");
  say(`Ratio of words a second, Hearsay to textacy: ${round(other.readSeconds / own.readSeconds, 2)}.`);
} else say("| textacy on spaCy | could not be installed here | | | |");
say("");
const first = firstResult(ofLength(texts, 700));
say(
  `Command to result of a 700-word article, ${RUNS} runs: median ${round(first[RUNS >> 1] as number, 2)} s (${round(first[0] as number, 2)}–${round(first.at(-1) as number, 2)}).`,
);
say("");
say("| words in one text | words a CPU second | peak memory, MB |");
say("|---|---|---|");
for (const length of LENGTHS) {
  const run = ours([ofLength(texts, length)]);
  say(`| ${length} | ${round(length / run.readSeconds)} | ${round(run.peakMegabytes)} |`);
}
if (args.includes("--write")) writePart("## Reading", lines);
