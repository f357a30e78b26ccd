/** Everything that is brought in through the server: jobs, which can be watched, stopped and resumed. */
import { randomUUID } from "node:crypto";
import type { ArticleInput } from "../../document.ts";
import { Refused } from "../errors.ts";
import { type EventStream, openStream } from "../stream.ts";
import { type Job, type JobView, makeJob } from "./job.ts";
import type { Report, Work } from "./messages.ts";
import { makeReaderProcess } from "./reader.ts";
import { makeSpool } from "./spool.ts";

/** Ended jobs that are remembered. */
const REMEMBERED = 100;
/** Jobs that may wait or run at once. */
const MOST = 50;
/** A job of this many bytes or fewer does not queue behind large ones. */
const SMALL = 1 << 20;

/** What a user hands over. */
export interface Bringing {
  title: string;
  addresses: string[];
  files: { name: string; bytes: Uint8Array }[];
  given: NonNullable<ArticleInput["given"]>;
  force: boolean;
}

export interface Jobs {
  bring(bringing: Bringing): Promise<JobView>;
  list(): JobView[];
  get(id: string): JobView | null;
  /** Stops a job; what is being read is still kept. `null` when there is none. */
  stop(id: string): JobView | null;
  /** Goes on with a stopped job. `null` when there is none. @throws Refused when it is not stopped. */
  resume(id: string): JobView | null;
  /** A stream of what a job does until it ends; `null` when there is none. */
  watch(id: string): Response | null;
  /** Loads the model ahead of the first article. */
  warm(): void;
  close(): Promise<void>;
}

export interface JobsOptions {
  place: string;
  /** Folder of what is uploaded. */
  spool: string;
  allowPrivate: boolean;
  now: () => Date;
  /** An article has come in, or a new version of one. */
  kept: (doc: string) => void;
}

export async function openJobs({ place, spool: root, allowPrivate, now, kept }: JobsOptions): Promise<Jobs> {
  const spool = makeSpool(root);
  const jobs = new Map<string, { job: Job; work: Work }>();
  const streams = new Map<string, Set<EventStream>>();
  const tell = (id: string, event: string, data: unknown): void => {
    for (const stream of streams.get(id) ?? []) stream.send(event, data);
  };
  const progress = (job: Job): unknown => {
    const { items: _, ...rest } = job.view(now());
    return rest;
  };

  const ended = (id: string, stopped: boolean, reason: string | null): void => {
    const known = jobs.get(id);
    if (!known) return;
    known.job.end(stopped || reason !== null, reason, now());
    if (known.job.state === "ended") void spool.drop(id);
    tell(id, "end", progress(known.job));
    for (const stream of [...(streams.get(id) ?? [])]) stream.close();
    const over = [...jobs].filter(([, { job }]) => job.state === "ended");
    for (const [old] of over.slice(0, Math.max(0, over.length - REMEMBERED))) jobs.delete(old);
  };

  const heard = (report: Report): void => {
    if (report.type === "warm") return;
    const known = jobs.get(report.id);
    if (!known) return;
    if (report.type === "end") {
      ended(report.id, report.stopped, report.error);
      return;
    }
    if (report.type === "begun") known.job.begin(report.size, now());
    else {
      const { last } = report;
      known.job.step(report.counts, last, report.read);
      tell(report.id, "item", { ...last, state: last.reason === null ? "done" : "failed" });
      if (last.doc !== null && last.kept !== "same") kept(last.doc);
    }
    tell(report.id, "progress", progress(known.job));
  };
  const active = (): string[] =>
    [...jobs].filter(([, { job }]) => job.state !== "stopped" && job.state !== "ended").map(([id]) => id);
  const reader = makeReaderProcess({
    place,
    allowPrivate,
    heard,
    died: () => {
      for (const id of active()) ended(id, true, "the process that reads stopped; resume to go on");
    },
  });
  const start = (work: Work): void => reader.tell({ type: "start", work, folder: spool.folderOf(work.id) });

  for (const work of await spool.left())
    jobs.set(work.id, { work, job: makeJob(work.id, work.names.join(", "), now(), "stopped") });

  return {
    async bring({ title, addresses, files, given, force }) {
      if (active().length >= MOST)
        throw new Refused("busy", `${MOST} jobs are waiting already; try again when some have ended`);
      const id = randomUUID();
      const names = [...addresses];
      for (const [i, { name, bytes }] of files.entries()) names.push(await spool.keep(id, i + 1, name, bytes));
      const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
      const urgent = names.length <= 2 && size <= SMALL;
      const work: Work = { id, names, given, force, urgent };
      await spool.note(work);
      const job = makeJob(id, title, now());
      jobs.set(id, { job, work });
      start(work);
      return job.view(now());
    },
    list: () => [...jobs.values()].map(({ job }) => job.view(now())).reverse(),
    get: (id) => jobs.get(id)?.job.view(now()) ?? null,
    stop(id) {
      const known = jobs.get(id);
      if (!known) return null;
      if (active().includes(id)) {
        known.job.stopping();
        reader.tell({ type: "stop", id });
      }
      return known.job.view(now());
    },
    resume(id) {
      const known = jobs.get(id);
      if (!known) return null;
      if (known.job.state !== "stopped")
        throw new Refused("conflict", `this job is ${known.job.state}; only a stopped one can go on`);
      known.job.again();
      start(known.work);
      return known.job.view(now());
    },
    watch(id) {
      const known = jobs.get(id);
      if (!known) return null;
      const own = streams.get(id) ?? new Set();
      streams.set(id, own);
      const stream = openStream(() => {
        own.delete(stream);
        if (own.size === 0) streams.delete(id);
      });
      own.add(stream);
      const over = !active().includes(id);
      stream.send(over ? "end" : "progress", progress(known.job));
      if (over) stream.close();
      return stream.response;
    },
    warm: () => reader.tell({ type: "warm" }),
    async close() {
      await reader.close();
      for (const set of streams.values()) for (const stream of [...set]) stream.close();
    },
  };
}
