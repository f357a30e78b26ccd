/** pg-boss as the queue uses it: over our connections, in the queue's own schema, with its two queues. */
import { PgBoss } from "pg-boss";
import type { Connected } from "../postgres/connect.ts";

/** Version of pg-boss' tables that the pinned package works with (its package.json says so; a test holds it). */
export const BOSS_TABLES = 46;
/** Articles to be read, and those whose tries are used up. */
export const ARTICLES = "articles";
export const DEAD = "dead";

/** Seconds after which an article goes back into the queue when its worker is heard no more; a worker tells every five that it lives. */
export const LEASE = 20;
/** An article may take this long in all, in seconds: longer than a thread may read, and wait before it. */
const LONGEST = 3600;
/** Tries after the first, seconds before the second (doubled for each later one), and before any. */
const TRIES = 4;
const PAUSE = 2;
const LONGEST_PAUSE = 300;
/** Seconds for which jobs are kept: waiting ones as good as for ever, done ones to be looked at. */
const FOR_EVER = 10 * 365 * 86_400;
const DONE = 600;
/** Seconds between looks for workers that are heard no more, and between removals of what is done. */
const LOOK = 5;
const REMOVE = 300;
/** pg-boss' own timers that nothing here needs, as rarely as it allows (seconds). */
const RARELY = 86_400;

export type Run = Connected["execute"];

/** @param supervise look after workers that are heard no more, and remove what is done */
export function makeBoss(execute: Run, schema: string, supervise: boolean): PgBoss {
  return new PgBoss({
    db: { executeSql: async (text, values) => execute(text, values) },
    schema,
    createSchema: false,
    // Never under way: whoever gets here holds the lock, and the tables are of this version.
    migrate: supervise,
    supervise,
    schedule: false,
    registerInstance: false,
    reindex: supervise,
    superviseIntervalSeconds: LOOK,
    monitorIntervalSeconds: LOOK,
    maintenanceIntervalSeconds: REMOVE,
    flowIntervalSeconds: RARELY,
    // A long queue is what it is for.
    warningQueueSize: Number.MAX_SAFE_INTEGER,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  });
}

/** Makes pg-boss' tables, or brings them to this version, and the queues; under the lock that nobody shares. */
export async function makeBossTables(execute: Run, schema: string): Promise<void> {
  const boss = makeBoss(execute, schema, true);
  await boss.start();
  try {
    await boss.createQueue(DEAD, { retryLimit: TRIES, retryBackoff: true, retentionSeconds: FOR_EVER });
    await boss.createQueue(ARTICLES, {
      // Of one key only one is read at a time, so that versions of a page are kept in their order.
      policy: "singleton",
      deadLetter: DEAD,
      heartbeatSeconds: LEASE,
      expireInSeconds: LONGEST,
      retryLimit: TRIES,
      retryDelay: PAUSE,
      retryBackoff: true,
      retryDelayMax: LONGEST_PAUSE,
      retentionSeconds: FOR_EVER,
      deleteAfterSeconds: DONE,
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}
