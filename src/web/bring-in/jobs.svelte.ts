/** The jobs of bringing in, as they go on: each running one tells its progress by a stream of its own. */
import { ApiError, get, send } from "../api/client.ts";
import type { JobView } from "../../server/jobs/job.ts";

export type { JobView } from "../../server/jobs/job.ts";

/** Items kept of a job on this page; the server has more. */
const MOST_ITEMS = 500;
const GOING = /^(?:waiting|running|stopping)$/;

export const isGoing = (job: JobView): boolean => GOING.test(job.state);

export function followJobs() {
  let jobs = $state.raw<JobView[]>([]);
  let error = $state.raw<ApiError | null>(null);
  const streams = new Map<string, EventSource>();

  const failed = (thrown: unknown): void => {
    error = thrown instanceof ApiError ? thrown : new ApiError(String(thrown), "internal");
  };

  function put(job: JobView): void {
    jobs = jobs.some((j) => j.id === job.id) ? jobs.map((j) => (j.id === job.id ? job : j)) : [job, ...jobs];
    if (isGoing(job)) listen(job.id);
  }

  function listen(id: string): void {
    if (streams.has(id)) return;
    const stream = new EventSource(`/api/ingest/${encodeURIComponent(id)}/events`);
    streams.set(id, stream);
    const known = (): JobView | undefined => jobs.find((j) => j.id === id);
    // Progress comes without the items, which come one by one.
    const take = (event: MessageEvent<string>): void =>
      put({ items: [], omitted: 0, ...known(), ...JSON.parse(event.data) });
    stream.addEventListener("progress", take);
    stream.addEventListener("item", (event: MessageEvent<string>) => {
      const job = known();
      if (job) put({ ...job, items: [...job.items, JSON.parse(event.data)].slice(-MOST_ITEMS) });
    });
    stream.addEventListener("end", (event: MessageEvent<string>) => {
      leave(id);
      take(event);
      void get<{ job: JobView } | JobView>(`/api/ingest/${encodeURIComponent(id)}`).then(
        (answer) => put("job" in answer ? answer.job : answer),
        failed,
      );
    });
    // A stream that breaks off is not asked for again and again: the state is read once.
    stream.addEventListener("error", () => {
      leave(id);
      setTimeout(refresh, 2000);
    });
  }

  function leave(id: string): void {
    streams.get(id)?.close();
    streams.delete(id);
  }

  async function refresh(): Promise<void> {
    try {
      const answer = await get<{ jobs: JobView[] }>("/api/ingest");
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
    async bring(body: unknown): Promise<void> {
      put((await send<{ job: JobView }>("POST", "/api/ingest", body)).job);
    },
    stop: (id: string): Promise<void> => send("DELETE", `/api/ingest/${encodeURIComponent(id)}`).then(refresh, failed),
    resume: (id: string): Promise<void> =>
      send("POST", `/api/ingest/${encodeURIComponent(id)}/resume`).then(refresh, failed),
  };
}
