/** `hearsay ingest`: brings articles into the archive. */
import { availableParallelism } from "node:os";
import { ingest } from "../archive/ingest/ingest.ts";
import { makePool } from "../archive/ingest/pool.ts";
import { openArchive } from "../archive/open.ts";
import { modelName } from "../attribution/tagger/load.ts";
import { EXIT, type ExitCode, NotAnArticleError, UsageError } from "../error.ts";
import { harmless } from "../exports/terminal.ts";
import { openInputs, totalSize } from "../reading/inputs/open.ts";
import { placeOf } from "./archive.ts";
import { type GivenFlags, givenBy } from "./given.ts";
import { ingestProgress } from "./progress.ts";

interface Flags extends GivenFlags {
  archive?: string;
  workers?: string;
  retry?: boolean;
  allowPrivate?: boolean;
  force?: boolean;
  linked?: boolean;
}

export async function ingestCommand(names: readonly string[], flags: Flags): Promise<ExitCode> {
  const workers = flags.workers === undefined ? availableParallelism() : Number(flags.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > 256)
    throw new UsageError(`--workers ${flags.workers}: write a number from 1 to 256`);
  const given = givenBy(flags);
  const place = placeOf(flags);
  const archive = await openArchive(place, { create: !flags.retry });
  const pool = makePool(workers);
  const stop = new AbortController();
  process.removeAllListeners("SIGINT");
  process.on("SIGINT", () => {
    if (stop.signal.aborted) process.exit(130);
    process.stderr.write("\nhearsay: stopping after what is being read; press Ctrl-C again to stop at once\n");
    stop.abort();
  });
  try {
    const again = flags.retry ? [...new Set((await archive.failures()).map((item) => item.origin))] : [];
    const all = [...names, ...again.filter((name) => name !== "-" && !names.includes(name))];
    if (all.length === 0 && !flags.retry) throw new UsageError("ingest: name files, folders or addresses to bring in");
    const meter = { read: 0 };
    const total = await totalSize(all, { folders: true });
    const progress = ingestProgress(() => (total === 0 ? null : Math.min(1, meter.read / total)));
    const options = {
      given,
      allowPrivate: flags.allowPrivate === true,
      force: flags.force === true,
      stdin: process.stdin,
      folders: true,
      linked: flags.linked === true,
      meter,
    };
    const counts = await ingest(openInputs(all, options), {
      archive,
      pool,
      model: await modelName(),
      force: options.force,
      now: () => new Date().toISOString(),
      step: (soFar, { reason }) => progress.step(soFar, reason && harmless(reason)),
      signal: stop.signal,
    });
    progress.stop();
    if (counts.new + counts.version + counts.same + counts.failed === 0 && !stop.signal.aborted && !flags.retry)
      throw new NotAnArticleError(`${all.join(", ")}: holds no files; name files, or a folder with files`, EXIT.empty);
    const { articles, statements } = await archive.totals();
    process.stdout.write(
      `${stop.signal.aborted ? "Stopped: run the same command again to go on.\n" : ""}${counts.new} new, ${counts.version} changed, ${counts.same} known already, ${counts.failed} failed.\n` +
        `The archive ${place} holds ${articles} articles with ${statements} statements.\n` +
        (counts.failed > 0 ? "Try the failed ones again with: hearsay ingest --retry\n" : ""),
    );
    if (stop.signal.aborted) return EXIT.some;
    return counts.failed > 0 ? EXIT.some : EXIT.ok;
  } finally {
    await pool.close();
    await archive.close();
  }
}
