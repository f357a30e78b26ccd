/** Starts and stops the server. */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { modelName } from "../attribution/tagger/load.ts";
import { UnreadableError } from "../error.ts";
import { makeApp } from "./app.ts";
import { newToken } from "./guards/token.ts";
import { makeHub } from "./hub.ts";
import { type Bringing, openJobs } from "./jobs/jobs.ts";
import { type Level, makeLog } from "./log.ts";
import { makeMetrics } from "./metrics.ts";
import type { Served } from "./served.ts";
import { openDesk } from "./threads/desk.ts";

/** Milliseconds for the head of a request, and for all of it. */
const HEAD_TIME = 10_000;
const REQUEST_TIME = 120_000;
/** Milliseconds that requests are given to end when the server stops. */
const PATIENCE = 5000;

const ROOT = new URL("../../", import.meta.url);

export interface ServerOptions {
  /** Where the archive is; made where there is none. */
  place: string;
  /** Folder of what is uploaded, until it has been brought in. */
  spool: string;
  /** Bring in the example articles where the archive is empty. */
  example?: boolean;
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Further names of the server in Host headers. */
  names: readonly string[];
  allowPrivate: boolean;
  level: Level;
  /** Load the model at once. */
  warm: boolean;
  /** Milliseconds for all of a request; two minutes when not given. */
  requestTime?: number;
  write: (line: string) => void;
}

export interface Running {
  /** Address of the page. */
  url: string;
  /** `null` where only this machine can reach the server. */
  token: string | null;
  /** Ends streams and jobs, lets requests end, closes the archive. */
  close(): Promise<void>;
}

/** Whether a host is this machine only. */
export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);

/** @throws UnreadableError when the port is taken or the archive cannot be opened. */
export async function startServer(options: ServerOptions): Promise<Running> {
  const { place, spool, example, host, port, names, allowPrivate, level, warm, write } = options;
  const desk = await openDesk(place);
  const hub = makeHub();
  const now = (): Date => new Date();
  const jobs = await openJobs({
    place,
    spool,
    allowPrivate,
    now,
    kept: (doc) => hub.tell("article", { doc }),
  });
  const { version } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as { version: string };
  const served: Served = {
    archive: desk.archive,
    run: desk.run,
    queue: desk.queue,
    jobs,
    hub,
    metrics: makeMetrics(),
    log: makeLog(level, write),
    model: await modelName(),
    version,
    pages: fileURLToPath(new URL("dist/web", ROOT)),
    now,
  };
  const token = isLoopback(host) ? null : newToken();
  const app = makeApp(served, { token, names: [hostname().toLowerCase(), ...names.map((n) => n.toLowerCase())] });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: HEAD_TIME,
      requestTimeout: options.requestTime ?? REQUEST_TIME,
      connectionsCheckingInterval: 1000,
    },
  }) as Server;
  await listening(server, host, port).catch(async (error: unknown) => {
    await jobs.close();
    await desk.close();
    throw error;
  });
  if (example && (await served.archive.totals()).articles === 0) await jobs.bring(await exampleArticles());
  else if (warm) jobs.warm();
  const at = (server.address() as AddressInfo).port;
  return {
    url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${at}/`,
    token,
    async close() {
      const closed = new Promise((done) => server.close(done));
      hub.close();
      await jobs.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
      await closed;
      clearTimeout(timer);
      await desk.close();
    },
  };
}

async function exampleArticles(): Promise<Bringing> {
  const folder = new URL("examples/archive/", ROOT);
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })));
  return { title: "Example articles", addresses: [], files, given: {}, force: false };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "is taken; choose another with --port, or 0 for any"
          : `cannot be used (${error.code})`;
      reject(new UnreadableError(`${host}:${port}: ${why}`));
    });
    server.listen(port, host, resolve);
  });
}
