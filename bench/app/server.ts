/** The real server, started for a measurement on a copy of an archive. */
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Client, connect } from "../../src/client/index.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));

export interface Served {
  url: string;
  api: Client;
  /** Processor time of the server itself so far, all its threads, ms; not that of the process that reads articles. */
  cpu(): number;
  /** Memory of the server and of what it started, MB. */
  memory(): number;
  close(): Promise<void>;
}

/** Serves a copy, so that what is corrected and brought in leaves the archive as it was. */
export async function serveCopy(archive: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-app-"));
  const copy = join(folder, "archive.hearsay");
  for (const name of readdirSync(dirname(archive)))
    if (name === basename(archive) || name === `${basename(archive)}-wal`)
      copyFileSync(join(dirname(archive), name), copy + name.slice(basename(archive).length));
  const server = spawn(process.execPath, [PROGRAM, "serve", "--archive", copy, "--port", "0", "--log", "error"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(server);
  return {
    url,
    api: connect({ base: url }),
    cpu: () => cpuOf(server.pid ?? 0),
    memory: () => memoryOf(server.pid ?? 0),
    async close() {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
    server.stdout?.on("data", (bytes: Buffer) => {
      const url = /http:\/\/[\d.]+:\d+/.exec(String(bytes));
      if (url) found(url[0]);
    });
  });

/** Ticks of Linux's accounts in a second. */
const TICKS = 100;

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Memory that a process and its children have for themselves, MB (Linux): without pages of files, which the system takes back when it wants them. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), own);
}
