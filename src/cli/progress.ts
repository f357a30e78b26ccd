import { Presets, SingleBar } from "cli-progress";

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
