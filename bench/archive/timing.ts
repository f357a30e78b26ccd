/** Times of something done many times. */

export interface Timing {
  what: string;
  runs: number;
  /** Milliseconds by the clock. */
  p50: number;
  p95: number;
  /** Milliseconds of processor time, which neighbours on the machine do not lengthen as much. */
  cpu95: number;
}

/** Calls `run` for each input, once, and times it. */
export async function timed<T>(what: string, inputs: readonly T[], run: (input: T) => Promise<unknown>) {
  const clock: number[] = [];
  const processor: number[] = [];
  for (const input of inputs) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    await run(input);
    clock.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    processor.push((user + system) / 1000);
  }
  return timingOf(what, clock, processor);
}

/** Several timings as one. */
export interface Timed {
  timing: Timing;
  clock: number[];
  processor: number[];
}

export function timingOf(what: string, clock: number[], processor: number[]): Timed {
  const timing = {
    what,
    runs: clock.length,
    p50: percentile(clock, 0.5),
    p95: percentile(clock, 0.95),
    cpu95: percentile(processor, 0.95),
  };
  return { timing, clock, processor };
}

/** The nearest-rank percentile; 0 of nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
