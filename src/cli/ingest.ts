/** `hearsay ingest`: brings articles into the archive. */
import { availableParallelism } from "node:os";
import type { Archive } from "../archive/archive.ts";
import { keepElsewhere } from "../archive/ingest/elsewhere.ts";
import { type Counts, ingest } from "../archive/ingest/ingest.ts";
import { makePool } from "../archive/ingest/pool.ts";
import { openArchive } from "../archive/open.ts";
import { kindOfPlace } from "../archive/place.ts";
import { modelName } from "../attribution/tagger/load.ts";
import { EXIT, type ExitCode, NotAnArticleError, UsageError } from "../error.ts";
import { harmless } from "../exports/terminal.ts";
import { type OpenOptions, openInputs, totalSize } from "../reading/inputs/open.ts";
import { placeOf } from "./archive.ts";
import type { Bringing, Brought } from "./bringing.ts";
import { readElsewhere, splitNames } from "./elsewhere.ts";
import { type GivenFlags, givenBy } from "./given.ts";
import { ingestProgress } from "./progress.ts";
import { stopOnSignals } from "./stop.ts";
import { MOST_THREADS, whole } from "./whole.ts";

interface Flags extends GivenFlags {
  archive?: string;
  workers?: string;
  retry?: boolean;
  wait?: boolean;
  allowPrivate?: boolean;
  force?: boolean;
  linked?: boolean;
}

export async function ingestCommand(names: readonly string[], flags: Flags): Promise<ExitCode> {
  const place = placeOf(flags);
  const shared = kindOfPlace(place) === "shared";
  const threads = threadsOf(flags, shared);
  const given = givenBy(flags);
  const archive = await openArchive(place, { create: !flags.retry });
  const stop = stopOnSignals("stopping after what is being read; press Ctrl-C again to stop at once");
  try {
    const again = flags.retry && !shared ? await failedOrigins(archive) : [];
    const all = [...names, ...again.filter((name) => !names.includes(name))];
    if (all.length === 0 && !flags.retry) throw new UsageError("ingest: name files, folders or addresses to bring in");
    const meter = { read: 0 };
    const share = { done: null };
    const { tables, others } = await splitNames(all);
    const total = await totalSize(others, { folders: true });
    const progress = ingestProgress(() => share.done ?? (total === 0 ? null : Math.min(1, meter.read / total)));
    const force = flags.force === true;
    const options: OpenOptions = {
      given,
      allowPrivate: flags.allowPrivate === true,
      force,
      stdin: process.stdin,
      folders: true,
      linked: flags.linked === true,
      meter,
    };
    const common: Bringing["common"] = {
      archive,
      now: () => new Date().toISOString(),
      step: (soFar, { reason }) => progress.step(soFar, reason && harmless(reason)),
      signal: stop,
    };
    const read = await keepElsewhere(readElsewhere(tables), common);
    const bringing: Bringing = { place, archive, names: others, options, common, share, force };
    const { ingestShared } = shared ? await import("./ingest-shared.ts") : { ingestShared: null };
    const own = ingestShared ? await ingestShared(bringing, flags) : await ingestHere(bringing, threads);
    const counts = sumOf(read, own.counts);
    progress.stop();
    if (sizeOf(counts) + own.left === 0 && !stop.aborted && !flags.retry)
      throw new NotAnArticleError(`${all.join(", ")}: holds no files; name files, or a folder with files`, EXIT.empty);
    const { articles, statements } = await archive.totals();
    process.stdout.write(
      `${stop.aborted ? own.stopped : ""}${counts.new} new, ${counts.version} changed, ${counts.same} known already, ${counts.failed} failed${own.left > 0 ? `, ${own.left} in the queue` : ""}.\n` +
        `The archive ${archive.location} holds ${articles} articles with ${statements} statements.\n` +
        (counts.failed > 0 ? "Try the failed ones again with: hearsay ingest --retry\n" : ""),
    );
    if (stop.aborted) return EXIT.some;
    return counts.failed > 0 ? EXIT.some : EXIT.ok;
  } finally {
    await archive.close();
  }
}

async function ingestHere({ names, options, common, force }: Bringing, threads: number): Promise<Brought> {
  const pool = makePool(threads);
  try {
    await pool.ready();
    const counts = await ingest(openInputs(names, options), { ...common, pool, model: await modelName(), force });
    return { counts, left: 0, stopped: "Stopped: run the same command again to go on.\n" };
  } finally {
    await pool.close();
  }
}

function threadsOf({ workers }: Flags, shared: boolean): number {
  if (workers === undefined) return availableParallelism();
  if (shared)
    throw new UsageError("--workers: articles of a shared archive are read by hearsay work; give --threads to that");
  return whole("workers", workers, MOST_THREADS);
}

/** Files and addresses of which something failed. */
const failedOrigins = async (archive: Archive): Promise<string[]> => [
  ...new Set((await archive.failures()).map(({ origin }) => origin).filter((origin) => origin !== "-")),
];

const sizeOf = (counts: Counts): number => counts.new + counts.version + counts.same + counts.failed;

const sumOf = (a: Counts, b: Counts): Counts => ({
  new: a.new + b.new,
  version: a.version + b.version,
  same: a.same + b.same,
  failed: a.failed + b.failed,
});
