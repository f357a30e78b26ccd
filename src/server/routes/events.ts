/** The stream by which open browsers see each other's changes. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { answersFile } from "../endpoint.ts";
import { Refused } from "../errors.ts";
import type { Served } from "../served.ts";

/** Browsers that may listen at once. */
const MOST = 500;

export function eventRoutes(app: OpenAPIHono, { hub }: Served): void {
  answersFile(
    app,
    {
      method: "get",
      path: "/api/events",
      tag: "events",
      summary: "A stream of changes: article {doc}, correction {doc, event}, speakers {event}, outlets {event}",
      mediaTypes: ["text/event-stream"],
      errors: [503],
    },
    async () => {
      if (hub.size >= MOST) throw new Refused("busy", `${MOST} browsers listen already; close some`);
      return hub.open();
    },
  );
}
