/** `hearsay work`: reads what waits in the queue of a shared archive, one of any number of workers. */
import { randomUUID } from "node:crypto";
import { availableParallelism, hostname } from "node:os";
import { makePool } from "../archive/ingest/pool.ts";
import { kindOfPlace } from "../archive/place.ts";
import { modelName } from "../attribution/tagger/load.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { harmless } from "../exports/terminal.ts";
import { placeOf } from "./archive.ts";
import { ingestProgress } from "./progress.ts";
import { stopOnSignals } from "./stop.ts";
import { versionOf } from "./version.ts";
import { MOST_THREADS, whole } from "./whole.ts";

/** What its connections are called in the server's lists, and by whoever must wait for it to stop. */
const PROGRAM = "hearsay work";
/** Milliseconds in which the same trouble is told once. */
const TOLD = 60_000;

interface Flags {
  archive?: string;
  threads?: string;
  untilEmpty?: boolean;
}

export async function workCommand(flags: Flags): Promise<ExitCode> {
  const place = placeOf(flags);
  if (kindOfPlace(place) !== "shared")
    throw new UsageError(
      "work: workers share an archive in PostgreSQL (--archive postgres://user@host/database); into a file, hearsay ingest reads by itself",
    );
  const threads = flags.threads === undefined ? availableParallelism() : whole("threads", flags.threads, MOST_THREADS);
  const { openPostgres } = await import("../archive/postgres/postgres.ts");
  const { openQueue } = await import("../archive/queue/queue.ts");
  const { work } = await import("../archive/queue/work.ts");
  const untilEmpty = flags.untilEmpty === true;
  const signal = stopOnSignals("stopping after the articles at hand; press Ctrl-C again to stop at once");
  const archive = await openPostgres(place, { create: true, program: PROGRAM });
  const trouble = makeTrouble();
  const pool = makePool(threads);
  const progress = ingestProgress(() => null);
  try {
    await pool.ready();
    const queue = await openQueue(place, archive, { create: true, supervise: true, program: PROGRAM, trouble });
    try {
      process.stderr.write(
        `hearsay: working for ${archive.location} with ${threads} ${threads === 1 ? "thread" : "threads"}; Ctrl-C stops after the articles at hand\n`,
      );
      const counts = await work({
        queue,
        archive,
        pool,
        facts: {
          id: randomUUID(),
          name: `${hostname()}:${process.pid}`,
          version: versionOf(),
          model: await modelName(),
          threads,
        },
        now: () => new Date().toISOString(),
        step: (soFar, { reason }) => progress.step(soFar, reason && harmless(reason)),
        trouble,
        untilEmpty,
        signal,
      });
      progress.stop();
      process.stdout.write(
        `${counts.new} new, ${counts.version} changed, ${counts.same} known already, ${counts.failed} failed.\n`,
      );
      return untilEmpty && counts.failed > 0 ? EXIT.some : EXIT.ok;
    } finally {
      await queue.close();
    }
  } finally {
    await pool.close();
    await archive.close();
  }
}

/** Says what went wrong with the database, the same not again and again. */
function makeTrouble(): (error: Error) => void {
  const told = new Map<string, number>();
  return ({ message }) => {
    const now = Date.now();
    if (now - (told.get(message) ?? -TOLD) < TOLD) return;
    told.set(message, now);
    process.stderr.write(`hearsay: ${harmless(message)}; going on as soon as it can be\n`);
  };
}
