/**
 * `node bench/kills.ts [--ingests 50] [--correctors 20] [--articles 120] [--seed 7] [--write]`: kills (SIGKILL) real programs at random times
 * while they write to an archive in a file, and looks at the archive after each kill. `--write` puts the result into docs/bench.md.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { random } from "../test/archive/trace/random.ts";
import {
  articlesIn,
  articleToCorrect,
  checkCorrected,
  checkIngested,
  isWriting,
  killWhen,
  startCorrector,
  startIngest,
  stateOf,
} from "../test/support/killed.ts";
import { command, machine, writePart } from "./write.ts";

/** Decisions that a corrector hands over at once, and how often. */
const EACH = 40;
const GOS = 12;
/** Kills of one archive before an ingest is let run to its end. */
const LONGEST_ROUND = 4;
/** From its first article on, an ingest is killed within this share of the time that a whole one takes. */
const REST = 0.4;
/** A corrector is killed up to so many times as long after its start as one needs. */
const BEYOND = 1.1;

const { values } = parseArgs({
  options: {
    ingests: { type: "string", default: "50" },
    correctors: { type: "string", default: "20" },
    articles: { type: "string", default: "120" },
    seed: { type: "string", default: "7" },
    write: { type: "boolean", default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), "hearsay-kills-"));
const draw = random(Number(values.seed));
const wrong: string[] = [];

function writeArticles(): string[] {
  mkdirSync(join(folder, "articles"));
  const names = Array.from({ length: Number(values.articles) }, (_, i) => `story-${String(i).padStart(4, "0")}`);
  for (const [i, name] of names.entries())
    writeFileSync(
      join(folder, "articles", `${name}.txt`),
      `Pier ${i} to close\n\n${`The council will close pier ${i} for the winter, mayor Ana Holt${i} said on Monday. `.repeat(6)}\n`,
    );
  return names;
}

/** What became of ingests. */
interface Ingests {
  /** Killed when they had kept more articles than there were, and before that. */
  writing: number;
  early: number;
  /** Done before their time came. */
  ended: number;
  rounds: number;
  /** Rounds after which every article was there, once. */
  whole: number;
}

/**
 * Kills ingests of one archive after the other, each at most `LONGEST_ROUND` times; then one is let run to its end. By turns at any time of
 * its run, and at any time after it has kept its first article.
 */
async function ingests(kills: number): Promise<Ingests> {
  const names = writeArticles();
  const many = join(folder, "articles");
  const found: Ingests = { writing: 0, early: 0, ended: 0, rounds: 0, whole: 0 };
  const timed = async (place: string): Promise<number> => {
    const began = performance.now();
    await startIngest(many, place).ended;
    return performance.now() - began;
  };
  let whole = await timed(join(folder, "warm.hearsay"));
  const killed = (): number => found.writing + found.early;
  while (killed() < kills) {
    const place = join(folder, `ingest-${found.rounds++}.hearsay`);
    let before = 0;
    for (let n = 0; n < LONGEST_ROUND && killed() < kills && before < names.length; n++) {
      const [began, share] = [performance.now(), draw.next()];
      let first = n % 2 === 0 ? began : Number.POSITIVE_INFINITY;
      const isTime = (): boolean => {
        if (first === Number.POSITIVE_INFINITY && articlesIn(place) > before) first = performance.now();
        return performance.now() >= first + share * (n % 2 === 0 ? whole : whole * REST);
      };
      const ended = !(await killWhen(startIngest(many, place), isTime, 5));
      const looked = await checkIngested(place, names);
      wrong.push(...looked.wrong.map((line) => `ingest ${killed()}: ${line}`));
      if (looked.articles < before) wrong.push(`ingest ${killed()}: of ${before} articles ${looked.articles} are left`);
      found[ended ? "ended" : looked.articles > before ? "writing" : "early"]++;
      before = looked.articles;
      process.stderr.write(`ingest ${killed()}: ${ended ? "ended" : "killed"} at ${before} of ${names.length}\n`);
    }
    const took = await timed(place);
    if (before === 0) whole = took;
    const { articles, wrong: left } = await checkIngested(place, names);
    wrong.push(...left.map((line) => `after round ${found.rounds}: ${line}`));
    if (articles === names.length) found.whole++;
    else wrong.push(`after round ${found.rounds}: ${articles} of ${names.length} articles`);
  }
  return found;
}

/** Kills correctors of one archive, and counts where each was: by turns at any time, and as soon as it is seen to hold the lock for writing. */
async function correctors(kills: number): Promise<Map<string, number>> {
  const place = join(folder, "corrected.hearsay");
  await articleToCorrect(place);
  const runs = new Map<string, readonly string[]>();
  const states = new Map<string, number>();
  const began = performance.now();
  await startCorrector(place, "warm", GOS, EACH).ended;
  const whole = performance.now() - began;
  for (let kill = 0; kill < kills; kill++) {
    const author = `author ${kill}`;
    const run = startCorrector(place, author, GOS, EACH, true);
    const until = performance.now() + draw.next() * whole * BEYOND;
    let locked = false;
    const isTime = (): boolean => {
      if (locked) return true;
      if (performance.now() < until) return false;
      if (kill % 2 === 0) return true;
      locked = run.lines.some((line) => line.startsWith("begun")) && isWriting(place);
      return locked || run.lines.includes(`done ${GOS - 1}`);
    };
    if (!(await killWhen(run, isTime, 1))) wrong.push(`corrector ${kill}: ended by itself`);
    const state = `${await stateOf(run.lines, author, GOS, place)}${locked ? ", holding the lock" : ""}`;
    states.set(state, (states.get(state) ?? 0) + 1);
    runs.set(author, run.lines);
    wrong.push(...(await checkCorrected(place, runs, EACH)).map((line) => `corrector ${kill}: ${line}`));
    process.stderr.write(`corrector ${kill + 1}: ${state}\n`);
  }
  return states;
}

const brought = await ingests(Number(values.ingests));
const states = await correctors(Number(values.correctors));
rmSync(folder, { recursive: true });

const lines = [
  `Machine: ${machine()}. Made by \`${command()}\`: programs that are killed (SIGKILL) at random times while they write to an archive in a file.`,
  "",
  `\`hearsay ingest\` of ${values.articles} articles, killed ${brought.writing + brought.early} times over ${brought.rounds} archives: ${brought.writing} times after it had kept more articles, ${brought.early} times before that`,
  `(${brought.ended} more were done before their time came). After each kill the archive was opened, checked (\`PRAGMA integrity_check\`) and counted; the last run of each archive, which nobody killed, brought in the rest: ${brought.whole} of ${brought.rounds} were whole.`,
  "",
  `A program that appends ${EACH} corrections at once, ${GOS} times, killed ${values.correctors} times; where it was then:`,
  "",
  "| it was | times |",
  "|---|---|",
  ...[...states].sort(([a], [b]) => (a < b ? -1 : 1)).map(([state, times]) => `| ${state} | ${times} |`),
  "",
  `What was wrong: ${wrong.length === 0 ? "nothing; no article and no correction was lost, doubled or kept in part" : wrong.join("; ")}.`,
];
console.log(lines.join("\n"));
if (values.write) writePart("## Killed while writing", lines);
if (wrong.length > 0) process.exitCode = 1;
