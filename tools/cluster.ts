/** What the tests of cluster/ need and make where it is missing: a Java runtime (apt), and PySpark in an environment of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The environment, which git ignores; inside it a file tells which packages it was made for. */
const FOLDER = "cluster/.venv";
const MADE_FOR = "made-for.txt";

export interface Cluster {
  /** The Python to run the tests with. */
  python: string;
  /** Why there is none, and what to do; `null` where there is. */
  problem: string | null;
}

/** Makes what is missing; takes a minute the first time. */
export function ensureCluster(root: string): Cluster {
  const folder = join(root, FOLDER);
  const python = join(folder, "bin/python");
  const requirements = readFileSync(join(root, "cluster/requirements.txt"), "utf8");
  const mark = join(folder, MADE_FOR);
  const made = existsSync(mark) && readFileSync(mark, "utf8") === requirements;
  const problem = (made ? null : makeEnvironment(root, folder, python)) ?? ensureJava();
  if (problem === null && !made) writeFileSync(mark, requirements);
  return { python, problem };
}

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

const apt = (name: string): boolean =>
  run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);

function makeEnvironment(root: string, folder: string, python: string): string | null {
  console.log("\n== PySpark is missing: installing it into cluster/.venv");
  rmSync(folder, { recursive: true, force: true });
  // Debian keeps what makes environments in a package of its own.
  const environment = (): boolean => run("python3", ["-m", "venv", folder]);
  if (!environment() && !(apt("python3-venv") && environment()))
    return "python3 makes no environment; install python3 and python3-venv";
  const installed = run(python, ["-m", "pip", "install", "-q", "-r", join(root, "cluster/requirements.txt")]);
  return installed ? null : "pip could not install cluster/requirements.txt";
}

function ensureJava(): string | null {
  if (spawnSync("java", ["-version"]).status === 0) return null;
  console.log("\n== Java is missing: installing it with apt");
  return apt("default-jre-headless")
    ? null
    : "apt could not install default-jre-headless; install a Java runtime (17 or newer) yourself";
}
