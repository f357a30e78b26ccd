/** What a running process has taken of the machine, by Linux's accounts. */
import { readFileSync } from "node:fs";

/** Ticks of these accounts in a second. */
const TICKS = 100;
/** Milliseconds between two looks. */
const PAUSE = 200;

export interface Taken {
  /** When it was looked, ms since 1970. */
  at: number;
  /** Processor time of all threads so far, ms. */
  cpu: number;
}

export interface Watched {
  taken: Taken[];
  /** The most memory that it had, MB. */
  peak: number;
}

/** Looks at a process until `over` is done. */
export async function watch(pid: number, over: Promise<unknown>): Promise<Watched> {
  const watched: Watched = { taken: [], peak: 0 };
  let going = true;
  void over.then(() => {
    going = false;
  });
  while (going) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      watched.taken.push({ at: Date.now(), cpu: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS });
      watched.peak = Math.max(watched.peak, Number(peak ?? 0) / 1024);
    } catch {
      // It ended between two looks.
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return watched;
}

/** Processor time up to a moment, ms. */
export const cpuAt = ({ taken }: Watched, at: number): number =>
  taken.findLast((look) => look.at <= at)?.cpu ?? taken[0]?.cpu ?? 0;
