/**
 * A private PostgreSQL for tests: on this machine only, on a port that is free, its data in a folder that goes with it.
 * `npm test` starts one for all tests and names it in HEARSAY_TEST_POSTGRES; a test that is run alone starts its own.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Where Debian and others put the server's programs. */
const FOLDERS = ["/usr/local/bin", "/usr/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin"];
const DEBIAN = "/usr/lib/postgresql";
/** Milliseconds for the server to start. */
const PATIENCE = 60_000;
export const PASSWORD = "only-for-tests";

export interface TestServer {
  /** With user, password and an empty database. */
  url: string;
  stop(): Promise<void>;
}

/** The folder with initdb and postgres, the newest version; `null` where there is none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, "bin")), ...FOLDERS];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** The server refuses to be root: a user of the system that may be taken instead. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const { status, stdout } = spawnSync("id", ["-u", name], { encoding: "utf8" });
    if (status === 0)
      return { uid: Number(stdout), gid: Number(execFileSync("id", ["-g", name], { encoding: "utf8" })) };
  }
  throw new Error("PostgreSQL does not run as root, and this system has neither a user postgres nor nobody");
}

/**
 * @param more further settings, which win over those that make a server for tests quick
 * @throws Error where there are no programs, or they do not start
 */
export async function startPostgres(more: readonly string[] = []): Promise<TestServer> {
  const programs = postgresPrograms();
  if (programs === null)
    throw new Error("PostgreSQL is not installed (apt-get install postgresql); the tests of a shared archive need it");
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), "hearsay-postgres-"));
  const data = join(folder, "data");
  const password = join(folder, "password");
  writeFileSync(password, PASSWORD);
  for (const path of [folder, password]) if (user) chownSync(path, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const run = { ...user, cwd: folder, env: { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" } };
  execFileSync(
    join(programs, "initdb"),
    [
      "-D",
      data,
      "-U",
      "hearsay",
      "-A",
      "scram-sha-256",
      "--pwfile",
      password,
      "-E",
      "UTF8",
      "--no-locale",
      "--no-sync",
    ],
    { ...run, stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  const settings = [
    ...["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off", "max_connections=200"],
    ...["synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "log_min_messages=fatal"],
    ...more,
  ];
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((each) => ["-c", each])], {
    ...run,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr?.on("data", (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const url = `postgres://hearsay:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const stop = () => stopServer(server, folder);
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${(error as Error).message} ${said}`);
  }
  return { url, stop };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  // "Fast": whoever is connected is cut off.
  if (server.exitCode === null) {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGINT");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
