/** The state of one job, as pages show it. */
import type { Counts, Step } from "../../archive/ingest/ingest.ts";

export const JOB_STATES = ["waiting", "running", "stopping", "stopped", "ended"] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobItem extends Step {
  state: "done" | "failed";
}

export interface JobView {
  id: string;
  /** What is brought in, in words. */
  title: string;
  state: JobState;
  /** ISO 8601. */
  created: string;
  ended: string | null;
  /** Why it ended before everything was read; `null` where it did not. */
  reason: string | null;
  counts: Counts;
  /** Items a second so far; `null` before the first. */
  rate: number | null;
  /** Share of the bytes that has been read, 0 to 1; `null` where it cannot be told (addresses). */
  done: number | null;
  /** Seconds left at this pace; `null` where it cannot be told. */
  eta: number | null;
  items: JobItem[];
  /** Items that are not listed: the latest ones and the failed ones are. */
  omitted: number;
}

export interface Job {
  view(now: Date): JobView;
  readonly state: JobState;
  begin(size: number, now: Date): void;
  step(counts: Counts, last: Step, read: number): void;
  stopping(): void;
  again(): void;
  end(stopped: boolean, reason: string | null, now: Date): void;
}

/** Items listed of a job, failed ones and others. */
const LISTED = 500;
/** No time left is told before this share was read: it would only be a guess. */
const TELLING = 0.01;

export function makeJob(id: string, title: string, created: Date, first: JobState = "waiting"): Job {
  let state = first;
  let reason: string | null = null;
  let ended: Date | null = null;
  let begun: Date | null = null;
  let size = 0;
  let read = 0;
  let counts: Counts = { new: 0, version: 0, same: 0, failed: 0 };
  let good: JobItem[] = [];
  let failed: JobItem[] = [];
  const all = (): number => counts.new + counts.version + counts.same + counts.failed;
  return {
    get state() {
      return state;
    },
    begin(bytes, now) {
      if (state === "waiting") state = "running";
      [size, begun] = [bytes, now];
    },
    step(sofar, last, bytes) {
      [counts, read] = [sofar, bytes];
      const list = last.reason === null ? good : failed;
      list.push({ ...last, state: last.reason === null ? "done" : "failed" });
      if (list.length > 2 * LISTED) list.splice(0, list.length - LISTED);
    },
    stopping() {
      state = "stopping";
    },
    again() {
      [state, reason, ended, begun, read] = ["waiting", null, null, null, 0];
      [good, failed] = [[], []];
      counts = { new: 0, version: 0, same: 0, failed: 0 };
    },
    end(stopped, why, now) {
      [state, reason, ended] = [stopped ? "stopped" : "ended", why, now];
    },
    view(now) {
      const seconds = begun ? Math.max(0.001, ((ended ?? now).getTime() - begun.getTime()) / 1000) : 0;
      const share = state === "ended" && reason === null ? 1 : size > 0 ? Math.min(1, read / size) : null;
      const items = [...failed.slice(-LISTED), ...good.slice(-LISTED)];
      return {
        id,
        title,
        state,
        created: created.toISOString(),
        ended: ended?.toISOString() ?? null,
        reason,
        counts: { ...counts },
        rate: begun && all() > 0 ? all() / seconds : null,
        done: share,
        eta: state === "running" && share !== null && share >= TELLING ? (seconds * (1 - share)) / share : null,
        items,
        omitted: all() - items.length,
      };
    },
  };
}
