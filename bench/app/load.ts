/** Requests that come whether or not the earlier ones have been answered, as those of many users do. */

export interface Load {
  /** Milliseconds from when a request was due until it was answered. */
  ms: number[];
  /** What went wrong, each once. */
  failed: string[];
}

/** `ask(i)` is called `rate` times a second for `seconds`. */
export async function openLoop(rate: number, seconds: number, ask: (i: number) => Promise<unknown>): Promise<Load> {
  const load: Load = { ms: [], failed: [] };
  const begun = performance.now();
  const asked: Promise<void>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = begun + (i * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    asked.push(
      ask(i).then(
        () => void load.ms.push(performance.now() - due),
        (error: Error) => void load.failed.push(error.message),
      ),
    );
  }
  await Promise.all(asked);
  return load;
}
