/** Who reads for a shared archive. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { answersJson } from "../endpoint.ts";
import { WorkersSchema } from "../schemas/workers.ts";
import type { Served } from "../served.ts";

export function workerRoutes(app: OpenAPIHono, { queue }: Served): void {
  answersJson(
    app,
    {
      method: "get",
      path: "/api/workers",
      tag: "bring in",
      summary: "The queue of a shared archive: its workers, what waits, how fast it goes, the latest failures",
      answer: WorkersSchema,
    },
    async () => ({ queue: queue ? await queue() : null }),
  );
}
