/** Threads that read articles, one for each core; one that dies or hangs fails its article only. */
import { Worker } from "node:worker_threads";
import { UnreadableError } from "../../error.ts";
import type { Answer, Task } from "./read-one.ts";

/** An article may take this long, in milliseconds: a text of 200,000 words takes about two minutes. */
const SLOWEST = 10 * 60_000;
/** Memory of a thread for JavaScript, in MB. */
const MEMORY = 1024;

export interface Pool {
  readonly size: number;
  /**
   * Starts a thread and waits until it can read, so that what is wrong with all of them is not told of every article.
   * @throws UnreadableError when the reading model cannot be loaded
   */
  ready(): Promise<void>;
  /** Reads one article as soon as a thread is free, an urgent one before all that wait; never rejects. */
  read(task: Task, urgent?: boolean): Promise<Answer>;
  close(): Promise<void>;
}

/** What a thread is asked for, and what it answers. */
export type Asked = Task | "ready";
export type Answered = Answer | "ready";

interface Waiting {
  task: Asked;
  done: (answer: Answered) => void;
}

export function makePool(size: number): Pool {
  const script = new URL(`./reader-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, (answer: Answered) => void>();
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
    worker.on("message", (answer: Answered) => {
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

  const ask = (task: Asked, urgent: boolean): Promise<Answered> =>
    new Promise((done) => {
      if (urgent) waiting.unshift({ task, done });
      else waiting.push({ task, done });
      next();
    });

  return {
    size,
    async ready() {
      const answer = await ask("ready", true);
      if (answer !== "ready" && !answer.ok) throw new UnreadableError(answer.reason);
    },
    // A thread answers what it was asked.
    read: (task, urgent = false) => ask(task, urgent) as Promise<Answer>,
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
