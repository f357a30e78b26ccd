/** Many workers, one archive, by the real programs: what two workers made, one of them killed, is what a file has. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import { openArchive } from "../../src/archive/open.ts";
import { openPostgres, type PostgresArchive } from "../../src/archive/postgres/postgres.ts";
import { openQueue, type Queue } from "../../src/archive/queue/queue.ts";
import { queueState } from "../../src/archive/queue/workers.ts";
import { EXIT } from "../../src/error.ts";
import { newPlace, type Place } from "../archive/stores.ts";
import { PASSWORD } from "../support/postgres.ts";
import { BIN, hearsay } from "./run.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/archive/", import.meta.url));
const ARTICLES = ["norravia-today-0313.txt", "norravia-today-0319.txt"];
let folder = "";
let file = "";
let shared: Place;
let archive: PostgresArchive;
let queue: Queue;

/** Articles, one page in three versions, a list of both in lines, and what is no article. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-work-"));
  for (const name of ARTICLES) cpSync(join(EXAMPLES, name), join(folder, "in", name));
  const line = (id: string, text: string, url: string) => JSON.stringify({ id, text, url });
  const page = (n: number) =>
    line(
      `page-${n}`,
      `The pier is safe, Ada Quill, the harbour master, said on Monday. She said the tide would turn at noon and that no boat would leave before ${n} o'clock. Otto Brandt said the gulls stay.`,
      "https://wire.example/pier",
    );
  writeFileSync(join(folder, "in", "pages.jsonl"), [page(1), page(2), page(3)].join("\n"));
  writeFileSync(join(folder, "in", "spanish.txt"), "El puerto está cerrado, dijo la directora. ".repeat(20));
  file = join(folder, "a.hearsay");
  shared = await newPlace("postgres");
  archive = await openPostgres(shared.place);
  queue = await openQueue(shared.place, archive, { create: true });
  // The shortest lease there is, so that the test need not wait longer.
  await queue.db.rows("UPDATE queue SET heartbeat_seconds = 10");
}, 60_000);
afterAll(async () => {
  await queue.close();
  await archive.close();
  await shared.drop();
  rmSync(folder, { recursive: true });
});

/** All that an archive holds, in an order that does not tell who came first. */
async function allOf(from: Archive): Promise<unknown> {
  const readings = [];
  for await (const reading of from.readings()) readings.push(reading);
  const versions = await Promise.all(readings.map(({ doc }) => from.versions(doc)));
  const failures = (await from.failures()).map(({ origin, name, reason }) => [origin, name, reason]).sort();
  const byDoc = <T extends { doc: string }>(a: T, b: T): number => (a.doc < b.doc ? -1 : 1);
  return {
    readings: readings.sort(byDoc),
    versions: versions.flat().sort(byDoc),
    failures,
    totals: await from.totals(),
  };
}

const worker = (...more: string[]): ChildProcess =>
  spawn(process.execPath, [BIN, "work", "--archive", shared.place, "--threads", "1", ...more], { stdio: "ignore" });
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once("exit", (code) => done(code)));
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600 && !(await what()); i++) await new Promise((done) => setTimeout(done, 50));
}

it("makes the archive that a file would be, though a worker is killed over an article", {
  timeout: 240_000,
}, async () => {
  const here = await hearsay(["ingest", join(folder, "in"), "--archive", file, "--workers", "1"]);
  const put = await hearsay(["ingest", join(folder, "in"), "--archive", shared.place]);
  expect([put.code, put.out]).toEqual([EXIT.ok, expect.stringMatching(/^0 new, .* 0 failed, 6 in the queue\.\n/)]);
  expect(put.err).toMatch(
    /^hearsay: 6 put into the queue\nhearsay: no worker is connected; start one with: hearsay work --archive postgres:\/\/hearsay@127/,
  );
  const killed = worker();
  const atHand = () => queue.db.rows("SELECT 1 FROM job WHERE name = 'articles' AND state = 'active'");
  await until(async () => (await atHand()).length > 0);
  const gone = ended(killed);
  killed.kill("SIGKILL");
  await gone;
  expect((await atHand()).length).toBeGreaterThan(0);
  const [one, two] = [worker("--until-empty"), worker("--until-empty")];
  const codes = await Promise.all([ended(one), ended(two)]);
  expect(codes.sort()).toEqual([EXIT.ok, EXIT.some]);
  const inFile = await openArchive(file);
  expect(await allOf(archive)).toEqual(await allOf(inFile));
  await inFile.close();
  const failed = await Promise.all([file, shared.place].map((at) => hearsay(["show", "--failed", "--archive", at])));
  expect(failed[1]).toEqual(failed[0]);
  expect(failed[0]?.out).toContain("spanish");
  expect(here.out + put.out + put.err).not.toContain(PASSWORD);
});

it("waits for a worker that is there, and one that is asked to stop ends after the article at hand", {
  timeout: 120_000,
}, async () => {
  const child = worker();
  await until(async () => (await queueState(queue)).workers.length > 0);
  const again = await hearsay(["ingest", "--retry", "--archive", shared.place]);
  expect([again.code, again.out]).toEqual([
    EXIT.some,
    expect.stringMatching(/^0 new, 0 changed, 0 known already, 1 failed\.\n/),
  ]);
  expect(again.err).toMatch(/^hearsay: 1 put into the queue of 1 worker\n/);
  const gone = ended(child);
  child.kill("SIGTERM");
  expect(await gone).toBe(EXIT.ok);
  expect((await queueState(queue)).workers).toEqual([]);
});

it("says in one line what is wrong", { timeout: 60_000 }, async () => {
  for (const [args, message] of [
    [
      ["work", "--archive", file],
      /workers share an archive in PostgreSQL .*; into a file, hearsay ingest reads by itself/,
    ],
    [["work", "--archive", shared.place, "--threads", "none"], /--threads none: write a number from 1 to 256/],
    [
      ["ingest", folder, "--archive", shared.place, "--workers", "2"],
      /--workers: .* read by hearsay work; give --threads/,
    ],
  ] as const) {
    const { code, err } = await hearsay([...args]);
    expect([code, err]).toEqual([EXIT.usage, expect.stringMatching(message)]);
    expect(err.trim().split("\n")).toHaveLength(1);
  }
});
