/** What the server says of itself: whether it works, how much it does, and what it can be asked. */
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { answersFile, answersJson } from "../endpoint.ts";
import { JOB_STATES } from "../jobs/job.ts";
import type { Served } from "../served.ts";

const Health = z
  .object({
    status: z.literal("ok"),
    version: z.string(),
    model: z.string(),
    articles: z.int(),
  })
  .openapi("Health", { example: { status: "ok", version: "0.1.0", model: "attribution-en 1", articles: 16 } });

export function serverRoutes(app: OpenAPIHono, served: Served): void {
  const { archive, metrics, jobs, hub, version, model } = served;
  answersJson(
    app,
    {
      method: "get",
      path: "/healthz",
      tag: "server",
      summary: "Whether the server and its archive work",
      answer: Health,
    },
    async () => ({ status: "ok" as const, version, model, articles: await archive.countArticles() }),
  );
  answersFile(
    app,
    {
      method: "get",
      path: "/metrics",
      tag: "server",
      summary: "Counts in Prometheus’ text format: requests, latency, archive, jobs",
      mediaTypes: ["text/plain"],
    },
    async () => {
      const totals = await archive.totals();
      const states = jobs.list().map((job) => job.state);
      const text = metrics.text([
        {
          name: "hearsay_archive",
          help: "what the archive holds",
          values: Object.entries(totals).map(([what, value]) => ({ labels: { what }, value })),
        },
        {
          name: "hearsay_jobs",
          help: "jobs that bring articles in, by state",
          values: JOB_STATES.map((state) => ({ labels: { state }, value: states.filter((s) => s === state).length })),
        },
        { name: "hearsay_event_streams", help: "browsers that listen", values: [{ value: hub.size }] },
      ]);
      return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
    },
  );
}
