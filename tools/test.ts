/**
 * Everything that CI runs, in order, with its closing line `N passed, N failed`. Each check counts as one, and so does
 * each test of vitest and of training's Python tests.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { postgresPrograms, startPostgres } from "../test/support/postgres.ts";
import { ensureCluster } from "./cluster.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const BIN = join(ROOT, "node_modules/.bin");
const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` };
let passed = 0;
let failed = 0;

function run(name: string, command: string, args: readonly string[]): boolean {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env });
  console.log(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

function check(name: string, command: string, args: readonly string[]): void {
  if (run(name, command, args)) passed++;
  else failed++;
}

/** A check beside others: what it says is shown when it is over, so that their lines do not mix. */
function checkBeside(name: string, command: string, args: readonly string[]): Promise<void> {
  const started = Date.now();
  console.log(`\n== ${name}: begun`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (status) => {
      console.log(`\n== ${name}\n${Buffer.concat(said).toString().trimEnd()}`);
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
      if (status === 0) passed++;
      else failed++;
      resolve();
    });
  });
}

/** What the tests need beside npm's packages, from Debian where it is not here; a clear line where it cannot be had. */
function ensure(what: string, name: string, there: boolean): void {
  if (there) return;
  console.log(`\n== ${what} is missing: installing it with apt`);
  const update = spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  const install = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: "inherit" });
  if (update.status === 0 && install.status === 0) return;
  console.log(
    `== ${what}: FAILED, apt could not install it; install it yourself (apt-get install ${name}) and run this again`,
  );
  failed++;
}

/** One server of PostgreSQL for all tests, stopped when they are over. */
async function withPostgres(tests: () => void): Promise<void> {
  const server = await startPostgres().catch((error: Error) => {
    console.log(`\n== PostgreSQL: FAILED, ${error.message}`);
    failed++;
    return null;
  });
  if (server) env.HEARSAY_TEST_POSTGRES = server.url;
  try {
    tests();
  } finally {
    await server?.stop();
  }
}

function unitTests(): void {
  const scratch = mkdtempSync(join(tmpdir(), "hearsay-test-"));
  const report = join(scratch, "vitest.json");
  const ok = run("tests", "vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  if (!existsSync(report)) {
    failed++;
    return;
  }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  passed += numPassedTests;
  // A file that cannot be loaded fails the run without a failed test.
  failed += numFailedTests || (ok ? 0 : 1);
  rmSync(scratch, { recursive: true });
}

async function trainingTests(): Promise<void> {
  const probe = spawnSync("python3", ["--version"]);
  if (probe.status !== 0) {
    console.log("\n== training tests: skipped, there is no python3");
    return;
  }
  await checkBeside("training tests", "python3", [
    "-m",
    "unittest",
    "discover",
    "-s",
    "training/tests",
    "-t",
    "training",
  ]);
}

/** Spark needs Python's packages and Java: where they cannot be had, that is a failure with its reason. */
async function clusterTests(): Promise<void> {
  const { python, problem } = ensureCluster(ROOT);
  if (problem !== null) {
    console.log(`\n== cluster tests: FAILED, ${problem}`);
    failed++;
    return;
  }
  await checkBeside("cluster tests", python, ["-m", "unittest", "discover", "-s", "cluster/tests", "-t", "cluster"]);
}

/** A user has no scoring data: what is not run is neither passed nor failed. */
async function score(): Promise<void> {
  if (existsSync(join(ROOT, "../shared/score/score.mjs"))) await checkBeside("score", "node", ["tools/score.ts"]);
  else console.log("\n== score: skipped, the scoring data is not here");
}

check("format", "biome", ["format", "."]);
check("lint", "biome", ["lint", "--error-on-warnings", "."]);
check("imports", "depcruise", ["src", "--config", ".dependency-cruiser.cjs"]);
check("types", "tsc", ["-p", "tsconfig.json"]);
check("types of the page", "svelte-check", ["--tsconfig", "src/web/tsconfig.json"]);
// Before the tests, which look at it and pack it at the same time.
check("page", "node", ["tools/build-web.ts"]);
ensure(
  "Chromium",
  "chromium",
  ["chromium", "chromium-browser", "google-chrome"].some((name) => existsSync(join("/usr/bin", name))),
);
ensure("PostgreSQL", "postgresql", postgresPrograms() !== null);
await withPostgres(unitTests);
// Each of these keeps one core busy.
await Promise.all([score(), trainingTests(), clusterTests()]);

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
