/** Ctrl-C and whoever stops a service: the first signal asks to stop, the second stops at once. */

/** Exit code of a program that was stopped by Ctrl-C. */
const STOPPED = 130;

/** @param what what is told at the first signal */
export function stopOnSignals(what: string): AbortSignal {
  const stop = new AbortController();
  const on = (): void => {
    if (stop.signal.aborted) process.exit(STOPPED);
    process.stderr.write(`\nhearsay: ${what}\n`);
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, on);
  }
  return stop.signal;
}
