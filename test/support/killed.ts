/** Real processes that are killed while they write to an archive, and what must hold of the archive afterwards. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { eventOf } from "../../src/archive/corrections/decide.ts";
import type { CorrectionEvent } from "../../src/archive/corrections/events.ts";
import type { Corrected } from "../../src/archive/corrections/apply.ts";
import { openArchive } from "../../src/archive/open.ts";
import { makeReading } from "../archive/readings.ts";
import { BIN } from "../cli/run.ts";

const CORRECTOR = fileURLToPath(new URL("./corrector.ts", import.meta.url));
/** The article that correctors correct. */
export const CORRECTED = "pier";

/** A program that runs. */
export interface Run {
  child: ChildProcess;
  /** What it has said so far. */
  lines: string[];
  /** Settles when it has ended: whether it was killed. */
  ended: Promise<boolean>;
}

function start(args: readonly string[]): Run {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines: string[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const all = (rest + chunk).split("\n");
    rest = all.pop() ?? "";
    lines.push(...all);
  });
  return { child, lines, ended: new Promise((done) => child.once("close", (_, signal) => done(signal === "SIGKILL"))) };
}

export const startIngest = (folder: string, place: string): Run => start([BIN, "ingest", folder, "--archive", place]);

/** @param each decisions that are handed over at once; with `linger` it waits to be killed when it is done */
export const startCorrector = (place: string, author: string, count: number, each = 1, linger = false): Run =>
  start([CORRECTOR, place, author, String(count), String(each), ...(linger ? ["linger"] : [])]);

/** Looks every so many ms; kills as soon as it is so. Whether it was killed and had not ended before. */
export async function killWhen({ child, ended }: Run, isSo: () => boolean, every = 2): Promise<boolean> {
  const timer = setInterval(() => isSo() && child.kill("SIGKILL"), every);
  const killed = await ended;
  clearInterval(timer);
  return killed;
}

/** Articles that a file holds right now; 0 where there is no archive yet. */
export function articlesIn(place: string): number {
  if (!existsSync(place)) return 0;
  const db = new Database(place, { readonly: true });
  try {
    return db.prepare("SELECT count(*) FROM articles").pluck().get() as number;
  } catch {
    return 0;
  } finally {
    db.close();
  }
}

/** Whether somebody holds the file's lock for writing right now: a transaction is under way. */
export function isWriting(place: string): boolean {
  const db = new Database(place, { timeout: 0 });
  try {
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch {
    return true;
  } finally {
    db.close();
  }
}

/** Opens a file after a kill: how many of these articles it holds, and what is wrong with it, a line each. */
export async function checkIngested(
  place: string,
  names: readonly string[],
): Promise<{ articles: number; wrong: string[] }> {
  if (!existsSync(place)) return { articles: 0, wrong: [] };
  const wrong = damage(place);
  const archive = await openArchive(place);
  const docs = (await archive.articles()).map(({ doc }) => doc);
  const { articles, earlier, failed } = await archive.totals();
  for (const doc of docs) {
    if (!names.includes(doc)) wrong.push(`${doc} was never brought in`);
    if ((await archive.reading(doc))?.attributions.length === 0) wrong.push(`${doc} has lost its statements`);
    if ((await archive.versions(doc)).length !== 1) wrong.push(`${doc} is there more than once`);
  }
  if (new Set(docs).size !== articles || earlier > 0 || failed > 0)
    wrong.push(`${docs.length} listed, ${articles} counted, ${earlier} earlier, ${failed} failed`);
  await archive.close();
  return { articles: docs.length, wrong };
}

function damage(place: string): string[] {
  const db = new Database(place);
  const found = db.pragma("integrity_check", { simple: true }) as string;
  db.close();
  return found === "ok" ? [] : [found];
}

/** Makes an archive with the article that correctors correct. */
export async function articleToCorrect(place: string): Promise<void> {
  const archive = await openArchive(place);
  const reading = makeReading(CORRECTED, "Ana Holt said the pier is shut.", { outlet: "Harbour Wire" });
  await archive.save({ reading, model: "m", origin: CORRECTED, inputKey: CORRECTED, at: "2025-03-12T10:00:00Z" });
  await archive.close();
}

/** What an author decides in one go: the last of each go accepts or rejects in turn. */
export const eventsOf = (corrected: Corrected, author: string, go: number, each: number): CorrectionEvent[] =>
  Array.from({ length: each }, (_, k) =>
    eventOf({ type: (go + k) % 2 === 0 ? "reject" : "accept", statement: "a1" }, corrected, {
      id: `${author}/${go}/${k}`,
      author,
      time: "2025-03-12T10:00:00Z",
    }),
  );

/** Where a corrector was when it was killed. */
export type State = "before" | "within, not yet in the log" | "within, in the log" | "between" | "after";

/** By what it had said and what the log holds. */
export async function stateOf(lines: readonly string[], author: string, count: number, place: string): Promise<State> {
  const last = lines.at(-1) ?? "";
  if (!/^(?:begun|done) /.test(last)) return "before";
  const [said, go] = last.split(" ");
  if (said === "done") return Number(go) === count - 1 ? "after" : "between";
  const archive = await openArchive(place, { create: false });
  const held = (await archive.corrections()).some(({ id }) => id.startsWith(`${author}/${go}/`));
  await archive.close();
  return held ? "within, in the log" : "within, not yet in the log";
}

/** What is wrong with an archive that these have corrected, by author: nothing done is lost, nothing is there twice, in part, or out of order. */
export async function checkCorrected(
  place: string,
  runs: ReadonlyMap<string, readonly string[]>,
  each = 1,
): Promise<string[]> {
  const wrong = place.includes("://") ? [] : damage(place);
  const archive = await openArchive(place, { create: false });
  const log = await archive.corrections();
  const statements = (await archive.totals()).statements;
  const listed = (await archive.reading(CORRECTED))?.attributions.length;
  await archive.close();
  if (new Set(log.map(({ id }) => id)).size !== log.length) wrong.push("a decision is there twice");
  for (const [author, lines] of runs) {
    const gos = (said: string): number => lines.filter((line) => line.startsWith(said)).length;
    const held = log.flatMap(({ id }) => (id.startsWith(`${author}/`) ? [id.slice(author.length + 1)] : []));
    const whole = held.length / each;
    const right = Array.from({ length: held.length }, (_, i) => `${Math.floor(i / each)}/${i % each}`);
    if (held.join() !== right.join()) wrong.push(`${author}: out of order: ${held.join()}`);
    if (!Number.isInteger(whole) || whole < gos("done ") || whole > gos("begun "))
      wrong.push(`${author}: ${held.length} kept, ${gos("done ")} done and ${gos("begun ")} begun`);
  }
  const left = log.at(-1)?.type === "reject" ? 0 : 1;
  if (statements !== left || listed !== left)
    wrong.push(`${statements} statements counted and ${listed} read where the log leaves ${left}`);
  return wrong;
}
