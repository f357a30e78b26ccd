/** Who reads for a shared archive, and how its queue stands. */
import { z } from "@hono/zod-openapi";
import type { QueueState } from "../../archive/queue/workers.ts";

const WorkerSchema = z.object({
  name: z.string().openapi({ description: "machine and process" }),
  version: z.string(),
  model: z.string(),
  threads: z.int(),
  since: z.string(),
  reading: z.int().openapi({ description: "articles at hand" }),
  kept: z.int(),
  failed: z.int(),
  rate: z.number().openapi({ description: "articles a second over the last minute" }),
});

const QueueSchema = z.object({
  workers: z.array(WorkerSchema),
  waiting: z.int().openapi({ description: "articles that are not kept yet; 100001 stands for more" }),
  reading: z.int(),
  failed: z.int().openapi({ description: "articles that can be tried again; 100001 stands for more" }),
  rate: z.number().openapi({ description: "articles a second, of all workers" }),
  errors: z.array(z.object({ name: z.string(), reason: z.string(), at: z.string() })),
}) satisfies z.ZodType<QueueState>;

export const WorkersSchema = z
  .object({ queue: QueueSchema.nullable().openapi({ description: "null where the archive is a file" }) })
  .openapi("Workers", { example: { queue: null } });
