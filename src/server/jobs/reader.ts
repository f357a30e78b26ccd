/** The server's hold on the process that reads: started when it is needed, and again when it has died. */
import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Order, Report } from "./messages.ts";

/** Below what answers requests; 0 is normal, 19 the least. */
const NICE = 10;
/** Milliseconds that it is given to finish what is being kept. */
const PATIENCE = 20_000;

export interface ReaderProcess {
  tell(order: Order): void;
  /** Ends it after what is being read has been kept. */
  close(): Promise<void>;
}

export interface ReaderProcessOptions {
  place: string;
  allowPrivate: boolean;
  heard: (report: Report) => void;
  /** It ended by itself; what it was doing is left undone. */
  died: () => void;
}

export function makeReaderProcess({ place, allowPrivate, heard, died }: ReaderProcessOptions): ReaderProcess {
  const script = new URL(`./ingest-process${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
  let child: ChildProcess | null = null;
  let closing = false;
  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(script), [place, allowPrivate ? "allow-private" : "public-only"], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    try {
      if (started.pid !== undefined) setPriority(started.pid, NICE);
    } catch {
      // Where priorities may not be set it still reads, only less politely.
    }
    started.on("message", (report: Report) => heard(report));
    started.once("error", () => undefined);
    started.once("exit", () => {
      child = null;
      if (!closing) died();
    });
    return started;
  };
  return {
    tell(order) {
      if (closing) return;
      child ??= start();
      child.send(order, () => undefined);
    },
    async close() {
      closing = true;
      const own = child;
      if (!own) return;
      const ended = new Promise((done) => own.once("exit", done));
      own.send({ type: "close" } satisfies Order, () => undefined);
      const timer = setTimeout(() => own.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
  };
}
