/** Threads that read articles, one for each core; one that dies or hangs fails its article only. */
import { Worker } from "node:worker_threads";
import type { Answer, Task } from "./read-one.ts";

/** An article may take this long, in milliseconds: a text of 200,000 words takes about two minutes. */
const SLOWEST = 10 * 60_000;
/** Memory of a thread for JavaScript, in MB. */
const MEMORY = 1024;

export interface Pool {
  readonly size: number;
  /** Reads one article as soon as a thread is free, an urgent one before all that wait; never rejects. */
  read(task: Task, urgent?: boolean): Promise<Answer>;
  close(): Promise<void>;
}

interface Waiting {
  task: Task;
  done: (answer: Answer) => void;
}

export function makePool(size: number): Pool {
  const script = new URL(`./reader-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, (answer: Answer) => void>();
  let started = 0;

  const start = (): Worker => {
    started++;
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    const lost = (why: string): void => {
      const done = busy.get(worker);
      busy.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      started--;
      void worker.terminate();
      done?.({ ok: false, reason: why, lost: true });
      next();
    };
    worker.on("message", (answer: Answer) => {
      const done = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      done?.(answer);
      next();
    });
    worker.once("error", (error: NodeJS.ErrnoException) =>
      lost(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? "needs too much memory to read; split it"
          : `the thread that read it stopped (${error.message})`,
      ),
    );
    return worker;
  };

  const next = (): void => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (started < size ? start() : undefined);
      if (!worker) return;
      const { task, done } = waiting.shift() as Waiting;
      const timer = setTimeout(
        () => worker.emit("error", new Error(`took longer than ${SLOWEST / 60_000} minutes`)),
        SLOWEST,
      );
      busy.set(worker, (answer) => {
        clearTimeout(timer);
        done(answer);
      });
      worker.postMessage(task);
    }
  };

  return {
    size,
    read: (task, urgent = false) =>
      new Promise((done) => {
        if (urgent) waiting.unshift({ task, done });
        else waiting.push({ task, done });
        next();
      }),
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
