/** An archive with its queue for one measurement, what is put into it, and who works on it. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Totals } from "../../src/archive/archive.ts";
import { openPostgres, type PostgresArchive } from "../../src/archive/postgres/postgres.ts";
import { enqueue } from "../../src/archive/queue/enqueue.ts";
import { inSchema, openQueue, type Queue } from "../../src/archive/queue/queue.ts";
import type { ArticleInput } from "../../src/document.ts";

const READY = fileURLToPath(new URL("worker.ts", import.meta.url));
const HEARSAY = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));
/** Milliseconds between two looks for locks that somebody waits for. */
const LOOK = 25;

export interface BenchPlace {
  archive: PostgresArchive;
  queue: Queue;
  /** Puts articles in and returns the seconds that it took. */
  put(inputs: Iterable<ArticleInput>, model?: string): Promise<number>;
  /** A worker whose articles are read already, or one that reads. */
  start(kind: { pause: number } | "reads"): ChildProcess;
  close(): Promise<void>;
}

/** Runs SQL on the server. */
async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export async function benchPlace(url: string): Promise<BenchPlace> {
  const schema = `b_${randomUUID().replaceAll("-", "")}`;
  await onServer(url, `CREATE SCHEMA ${schema}`);
  const place = inSchema(url, schema);
  const archive = await openPostgres(place);
  const queue = await openQueue(place, archive, { create: true });
  return {
    archive,
    queue,
    async put(inputs, model = "bench") {
      const started = performance.now();
      const now = (): string => new Date().toISOString();
      const all = (async function* () {
        for (const input of inputs) yield { ok: true, origin: "bench", input } as const;
      })();
      const batch = randomUUID();
      await enqueue(all, { archive, queue, model, force: true, batch, urgent: false, now });
      return (performance.now() - started) / 1000;
    },
    start(kind) {
      const args =
        kind === "reads" ? [HEARSAY, "work", "--threads", "1", "--until-empty"] : [READY, String(kind.pause)];
      return spawn(process.execPath, args, {
        env: { ...process.env, HEARSAY_ARCHIVE: place },
        stdio: ["ignore", "ignore", "inherit"],
      });
    },
    async close() {
      await queue.close();
      await archive.close();
      await onServer(url, `DROP SCHEMA ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_queue CASCADE`);
    },
  };
}

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) =>
    child.exitCode !== null || child.signalCode !== null ? done() : child.once("exit", () => done()),
  );

/** Articles kept a second, from the first to the last. */
export async function rateOf({ archive }: BenchPlace): Promise<number> {
  const [row] = await archive.db.rows<{ n: number; seconds: number }>(
    "SELECT count(*) AS n, extract(epoch FROM max(at::timestamptz) - min(at::timestamptz))::float8 AS seconds FROM items WHERE state = 'done'",
  );
  return row ? (row.n - 1) / row.seconds : 0;
}

/** What must be the same however many worked. */
export const sizeOf = ({ articles, earlier, statements, failed }: Totals): string =>
  `${articles} articles, ${earlier} earlier versions, ${statements} statements, ${failed} failed`;

export interface Watch {
  /** The longest waits for locks, in words, and how often somebody waited. */
  stop(): Promise<string>;
}

/** Looks for locks that somebody waits for, on the whole server. */
export async function watchLocks(url: string): Promise<Watch> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const longest: Record<string, number> = {};
  let [looks, waited, on] = [0, 0, true];
  const watching = (async () => {
    while (on) {
      const { rows } = await client.query(
        `SELECT l.locktype || ' ' || substring(a.query from '(?i)pg_advisory_xact_lock\\S*|insert into \\w+|update \\S+|delete from \\S+|\\w+') AS kind,
           extract(epoch FROM clock_timestamp() - l.waitstart)::float8 AS seconds
         FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND l.waitstart IS NOT NULL`,
      );
      looks++;
      if (rows.length > 0) waited++;
      for (const { kind, seconds } of rows) longest[kind] = Math.max(longest[kind] ?? 0, seconds);
      await new Promise((done) => setTimeout(done, LOOK));
    }
  })();
  return {
    async stop() {
      on = false;
      await watching;
      await client.end();
      const kinds = Object.entries(longest).map(([kind, seconds]) => `${kind} ${Math.round(1000 * seconds)} ms`);
      return `longest waits for a lock: ${kinds.join(", ") || "none"} (somebody waited at ${waited} of ${looks} looks)`;
    },
  };
}
