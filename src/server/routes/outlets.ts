/** Who published the articles, and what humans decide about which names are one outlet. */
import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { decideOutlet, type OutletAsk } from "../../views/outlets.ts";
import { answersJson } from "../endpoint.ts";
import { OutletDecidedSchema, OutletDecisionSchema, OutletsQuery, OutletsSchema } from "../schemas/outlets.ts";
import type { Served } from "../served.ts";

export function outletRoutes(app: OpenAPIHono, { archive, hub, now }: Served): void {
  answersJson(
    app,
    {
      method: "get",
      path: "/api/outlets",
      tag: "outlets",
      summary: "Who published the articles, those with most articles first, with what seems to be the same told beside",
      query: OutletsQuery,
      answer: OutletsSchema,
    },
    async ({ query: { q, limit, page } }) =>
      archive.outlets({ ...(q === undefined ? {} : { like: q }), limit, offset: (page - 1) * limit }),
  );
  answersJson(
    app,
    {
      method: "post",
      path: "/api/outlets/decisions",
      tag: "outlets",
      summary: "Joins, splits or names outlets, or takes the author’s last such decision back",
      body: OutletDecisionSchema,
      status: 201,
      answer: OutletDecidedSchema,
      errors: [422],
    },
    async ({ body: { author, note, ...ask } }) => {
      const deciding = { id: randomUUID(), author, time: now().toISOString(), ...(note ? { note } : {}) };
      const decided = await decideOutlet(archive, ask as OutletAsk, deciding);
      if (decided.event) hub.tell("outlets", { event: decided.event });
      return decided;
    },
  );
}
