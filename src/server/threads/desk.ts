/** The archive as the server uses it: the database driver blocks whoever calls it, so threads do. */
import { Worker } from "node:worker_threads";
import type { Archive } from "../../archive/archive.ts";
import { openArchive } from "../../archive/open.ts";
import { kindOfPlace } from "../../archive/place.ts";
import type { PostgresArchive } from "../../archive/postgres/postgres.ts";
import type { QueueState } from "../../archive/queue/workers.ts";
import type { Reading } from "../../document.ts";
import { Refused } from "../errors.ts";
import { asker } from "./asking.ts";
import { type Answer, type Call, realError } from "./messages.ts";
import { HEAVY, TASKS, type TaskArguments, type TaskName, type TaskResult } from "./tasks.ts";

/** Threads for what is quick, and for what may take a second or more: these run below the others in priority. */
const QUICK = 2;
const SLOW = 2;
/** Calls that may wait; more are refused at once, which is kinder than answering them too late. */
const MOST_WAITING = 1000;
/** Articles of a page when all are gone through. */
const PAGE = 500;

export interface Desk {
  /** The contract; each call is done by a thread. */
  archive: Archive;
  run<K extends TaskName>(name: K, ...args: TaskArguments<K>): Promise<TaskResult<K>>;
  /** How the queue of a shared archive stands; `null` for a file. */
  queue: (() => Promise<QueueState>) | null;
  close(): Promise<void>;
}

/** Opens the archive at a place, which is made where there is none. A shared database is asked directly: its driver does not block. */
export async function openDesk(place: string): Promise<Desk> {
  const first = await openArchive(place, { create: true });
  if (kindOfPlace(place) === "shared") {
    const { lazyQueue } = await import("../../archive/queue/lazy.ts");
    const { NO_QUEUE, queueState } = await import("../../archive/queue/workers.ts");
    const queue = lazyQueue(place, first as PostgresArchive);
    return {
      archive: first,
      run: async (name, ...args) =>
        (TASKS[name] as unknown as (archive: Archive, ...rest: typeof args) => Promise<never>)(first, ...args),
      async queue() {
        const there = await queue.get();
        return there ? queueState(there) : NO_QUEUE;
      },
      async close() {
        await queue.close();
        await first.close();
      },
    };
  }
  await first.close();
  const threads = makeThreads(place);
  return {
    archive: archiveOver(place, threads.call),
    run: (name, ...args) => threads.call({ kind: "task", name, args }) as Promise<TaskResult<typeof name>>,
    queue: null,
    close: threads.close,
  };
}

/** Every method of the contract becomes a call; what yields articles one by one asks for them one by one. */
function archiveOver(location: string, call: (call: Call) => Promise<unknown>): Archive {
  async function* readings({ outlet }: { outlet?: string } = {}): AsyncGenerator<Reading> {
    for (let offset = 0; ; offset += PAGE) {
      const heads = await archive.articles({ limit: PAGE, offset, ...(outlet ? { outlet } : {}) });
      for (const { doc } of heads) {
        const reading = await archive.reading(doc);
        if (reading) yield reading;
      }
      if (heads.length < PAGE) return;
    }
  }
  const own: Record<string, unknown> = { location, readings, close: async () => undefined };
  const archive = new Proxy(own, {
    // Whoever awaits the archive itself must not find a method "then".
    get: (_, name) =>
      typeof name !== "string" || name === "then"
        ? undefined
        : (own[name] ?? ((...args: unknown[]) => call({ kind: "method", name, args }))),
  }) as unknown as Archive;
  return archive;
}

interface Waiting {
  call: Call;
  /** Ends when nobody waits for the answer any more. */
  asker: AbortSignal | undefined;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

function makeThreads(place: string): { call(call: Call): Promise<unknown>; close(): Promise<void> } {
  const script = new URL(`./archive-thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
  const waiting: Waiting[] = [];
  const busy = new Map<Worker, Waiting>();
  /** Whether each is for what takes long. */
  const threads = new Map<Worker, boolean>();
  let closing = false;

  const start = (slow: boolean): void => {
    const thread = new Worker(script, { workerData: { place, slow } });
    threads.set(thread, slow);
    thread.on("message", (answer: Answer) => {
      const done = busy.get(thread);
      busy.delete(thread);
      if (answer.ok) done?.resolve(answer.value);
      else done?.reject(realError(answer.error));
      next();
    });
    thread.once("error", (error) => {
      busy.get(thread)?.reject(error);
      lose();
    });
    thread.once("exit", () => {
      busy.get(thread)?.reject(new Error("the thread that reads the archive ended"));
      lose();
    });
    const lose = (): void => {
      busy.delete(thread);
      if (threads.delete(thread) && !closing) start(slow);
      next();
    };
  };

  /** Whoever goes through statements by key asks for much that is not looked at in the end. */
  const forget = (): void => {
    for (let i = waiting.length - 1; i >= 0; i--)
      if (waiting[i]?.asker?.aborted)
        for (const { reject } of waiting.splice(i, 1)) reject(new Refused("busy", "nobody waits for the answer"));
  };

  const next = (): void => {
    forget();
    for (const [thread, slow] of threads) {
      if (busy.has(thread)) continue;
      const at = waiting.findIndex(({ call }) => HEAVY.has(call.name) === slow);
      const [one] = at < 0 ? [] : waiting.splice(at, 1);
      if (!one) continue;
      busy.set(thread, one);
      thread.postMessage(one.call);
    }
  };

  for (let i = 0; i < QUICK + SLOW; i++) start(i >= QUICK);
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        if (closing || waiting.length >= MOST_WAITING)
          reject(new Refused("busy", "too much is asked at once; try again in a moment"));
        else {
          waiting.push({ call, asker: asker(), resolve, reject });
          next();
        }
      }),
    async close() {
      while (busy.size > 0 || waiting.length > 0) await new Promise((done) => setTimeout(done, 10));
      closing = true;
      await Promise.all(
        [...threads.keys()].map(
          (thread) =>
            new Promise((done) => {
              thread.once("exit", done);
              thread.postMessage("close");
            }),
        ),
      );
    },
  };
}
