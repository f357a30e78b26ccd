import { Presets, SingleBar } from "cli-progress";
import type { Counts } from "../archive/ingest/ingest.ts";

export interface Progress {
  step(): void;
  stop(): void;
}

/** A bar on standard error when it is a terminal and there is more than one thing to do; silent otherwise. */
export function progressBar(total: number): Progress {
  if (total < 2 || !process.stderr.isTTY) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: "reading {bar} {value}/{total} · {eta_formatted} left", stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}

export interface IngestProgress {
  /** `reason` of the item's failure, `null` where it was kept. */
  step(counts: Readonly<Counts>, reason: string | null): void;
  stop(): void;
}

/** Milliseconds between two lines where standard error is no terminal. */
const LINE_EVERY = 10_000;

/** No time left is told before this much was done: it would only be a guess. */
const TELLING = 0.01;

/**
 * A line that counts on a terminal, a line every ten seconds elsewhere; failures are told as they happen.
 * @param done how much of the input has been read, 0 to 1; `null` where that is not known
 */
export function ingestProgress(done: () => number | null, stream: NodeJS.WriteStream = process.stderr): IngestProgress {
  const started = Date.now();
  let shown = started;
  const line = (counts: Readonly<Counts>): string => {
    const items = counts.new + counts.version + counts.same + counts.failed;
    const seconds = Math.max(0.001, (Date.now() - started) / 1000);
    const share = done();
    const left = share !== null && share >= TELLING ? ` · ${percent(share)}, ${timeLeft(seconds, share)} left` : "";
    return `reading: ${items} items (${counts.new} new, ${counts.version} changed, ${counts.same} known, ${counts.failed} failed) · ${(items / seconds).toFixed(1)} a second${left}`;
  };
  const clear = (): void => {
    if (stream.isTTY) stream.write("\r\u001b[K");
  };
  return {
    step(counts, reason) {
      if (reason !== null) {
        clear();
        stream.write(`hearsay: ${reason}\n`);
      }
      const now = Date.now();
      if (now - shown < (stream.isTTY ? 100 : LINE_EVERY)) return;
      shown = now;
      clear();
      stream.write(stream.isTTY ? line(counts) : `${line(counts)}\n`);
    },
    stop: clear,
  };
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** What is left at the pace so far, in words: "40 s", "12 min", "3 h 5 min". */
export function timeLeft(seconds: number, share: number): string {
  const left = (seconds * (1 - share)) / share;
  if (left < 60) return `${Math.ceil(left)} s`;
  const minutes = Math.round(left / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
