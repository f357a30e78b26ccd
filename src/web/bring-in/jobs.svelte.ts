/** The jobs of bringing in, as they go on: each running one tells its progress by a stream of its own. */
import type { ApiError } from "../../client/api-error.ts";
import type { Answer, Gets, Posts } from "../../client/routes.ts";
import { api, errorOf } from "../api/api.ts";

export type JobView = Answer<"/api/ingest/{job}", Gets>;

/** Items kept of a job on this page; the server has more. */
const MOST_ITEMS = 500;
/** Milliseconds after which jobs are looked at again when a stream broke off. */
const RETRY = 2000;
const GOING = /^(?:waiting|running|stopping)$/;

export const isGoing = (job: JobView): boolean => GOING.test(job.state);

export function followJobs() {
  let jobs = $state.raw<JobView[]>([]);
  let error = $state.raw<ApiError | null>(null);
  const streams = new Map<string, AbortController>();

  const failed = (thrown: unknown): void => {
    error = errorOf(thrown);
  };

  function put(job: JobView): void {
    jobs = jobs.some((j) => j.id === job.id) ? jobs.map((j) => (j.id === job.id ? job : j)) : [job, ...jobs];
    if (isGoing(job)) listen(job.id);
  }

  function listen(job: string): void {
    if (streams.has(job)) return;
    const control = new AbortController();
    streams.set(job, control);
    void follow(job, control.signal).catch(() => {
      // A stream that breaks off is not asked for again and again: the state is read once.
      if (!control.signal.aborted) setTimeout(refresh, RETRY);
      leave(job);
    });
  }

  async function follow(id: string, signal: AbortSignal): Promise<void> {
    for await (const { event, data } of api.listen("/api/ingest/{job}/events", { job: id }, { signal })) {
      const known = jobs.find((j) => j.id === id);
      // Progress comes without the items, which come one by one.
      if (event !== "item") put({ items: [], omitted: 0, ...known, ...data });
      else if (known) put({ ...known, items: [...known.items, data].slice(-MOST_ITEMS) });
      if (event !== "end") continue;
      leave(id);
      put(await api.get("/api/ingest/{job}", { job: id }));
      return;
    }
    throw new Error("the stream ended before the job did");
  }

  function leave(id: string): void {
    streams.get(id)?.abort();
    streams.delete(id);
  }

  async function refresh(): Promise<void> {
    try {
      const answer = await api.get("/api/ingest");
      error = null;
      jobs = answer.jobs;
      for (const job of jobs) if (isGoing(job)) listen(job.id);
    } catch (thrown) {
      failed(thrown);
    }
  }

  $effect(() => {
    void refresh();
    return () => {
      for (const id of [...streams.keys()]) leave(id);
    };
  });

  return {
    get jobs() {
      return jobs;
    },
    get error() {
      return error;
    },
    refresh,
    /** Brings something in. @throws ApiError */
    async bring(body: Posts["/api/ingest"]["body"]): Promise<void> {
      put((await api.post("/api/ingest", {}, body)).job);
    },
    stop: (id: string): Promise<void> => api.delete("/api/ingest/{job}", { job: id }).then(refresh, failed),
    resume: (id: string): Promise<void> =>
      api.post("/api/ingest/{job}/resume", { job: id }, undefined).then(refresh, failed),
  };
}
