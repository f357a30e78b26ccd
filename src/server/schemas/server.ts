/** What the server says of itself. */
import { z } from "@hono/zod-openapi";

export const HealthSchema = z
  .object({
    status: z.literal("ok"),
    version: z.string(),
    model: z.string(),
    articles: z.int(),
  })
  .openapi("Health", { example: { status: "ok", version: "0.1.0", model: "attribution-en 1", articles: 16 } });
