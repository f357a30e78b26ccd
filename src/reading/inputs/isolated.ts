/** Runs a parser of other people's files in a thread of its own, which can be stopped: a hostile file may keep it busy for ever. */
import { Worker } from "node:worker_threads";

export interface Bounds {
  ms: number;
  /** Memory of the thread, in MB. */
  memory: number;
}

/**
 * What the thread of `module` answers to `task`; `slow` or `memory` where it went over a bound, `failed` where it answered
 * nothing. `module` is an address without its extension: sources run as they are in a checkout, the package has what was
 * built from them.
 */
export function isolated<Answer extends object>(
  module: URL,
  task: object,
  { ms, memory }: Bounds,
): Promise<Answer | "slow" | "memory" | "failed"> {
  const script = new URL(`${module.href}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`);
  const worker = new Worker(script, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Parsers print warnings; they are not for our user.
    stdout: true,
    stderr: true,
  });
  return new Promise<Answer | "slow" | "memory" | "failed">((resolve) => {
    const timer = setTimeout(() => resolve("slow"), ms);
    worker.once("message", (answer: Answer) => resolve(answer));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "failed"),
    );
    worker.once("exit", () => {
      clearTimeout(timer);
      resolve("failed");
    });
  }).finally(() => worker.terminate());
}
