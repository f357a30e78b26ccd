/** The app: guards in order, then routes. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { asRefused, Refused, refusal } from "./errors.ts";
import { securityHeaders } from "./guards/headers.ts";
import { hostGuard, originGuard } from "./guards/origin.ts";
import { tokenGuard } from "./guards/token.ts";
import type { Routed } from "./endpoint.ts";
import { describe } from "./openapi.ts";
import { articleRoutes } from "./routes/articles.ts";
import { correctionRoutes } from "./routes/corrections.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { ingestRoutes } from "./routes/ingest.ts";
import { outletRoutes } from "./routes/outlets.ts";
import { pageRoutes } from "./routes/pages.ts";
import { searchRoutes } from "./routes/search.ts";
import { serverRoutes } from "./routes/server.ts";
import { speakerRoutes } from "./routes/speakers.ts";
import { workerRoutes } from "./routes/workers.ts";
import type { Served } from "./served.ts";
import { asked } from "./threads/asking.ts";

/** Bytes of a body: files, a pasted article as JSON, anything else. */
export const LARGEST_UPLOAD = 100 * 1024 * 1024;
const LARGEST_TEXT = 24 * 1024 * 1024;
const LARGEST_OTHER = 1024 * 1024;

export interface Access {
  /** Further names of the server in Host headers, in small letters. */
  names: readonly string[];
  /** `null` where only this machine can reach it. */
  token: string | null;
}

export function makeApp(served: Served, access: Access): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(securityHeaders);
  app.use(measured(served));
  app.use(hostGuard(access.names));
  app.use(originGuard);
  if (access.token !== null) app.use(tokenGuard(access.token));
  app.use(limited);
  app.use(asked);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        return refusal(c, new Refused("method-not-allowed", `${c.req.path}: takes ${methods.join(", ")} only`));
      },
    }),
  );
  articleRoutes(app, served);
  searchRoutes(app, served);
  ingestRoutes(app, served);
  workerRoutes(app, served);
  correctionRoutes(app, served);
  speakerRoutes(app, served);
  outletRoutes(app, served);
  exportRoutes(app, served);
  eventRoutes(app, served);
  serverRoutes(app, served);
  app.get("/openapi.json", (c) => c.json(describe(app, served.version)));
  pageRoutes(app, served);
  app.notFound((c) => refusal(c, new Refused("not-found", `${c.req.path}: there is no such route; see /openapi.json`)));
  app.onError((error, c) => {
    const refused = asRefused(error);
    if (refused.code === "internal")
      served.log.error(`${c.req.method} ${(c as Context<Routed>).get("route") ?? ""} failed: ${error.stack ?? error}`);
    return refusal(c, refused);
  });
  return app;
}

const limited: MiddlewareHandler = (c, next) => {
  const type = c.req.header("content-type") ?? "";
  const ingest = c.req.path === "/api/ingest";
  const maxSize = !ingest ? LARGEST_OTHER : type.startsWith("multipart/") ? LARGEST_UPLOAD : LARGEST_TEXT;
  return bodyLimit({
    maxSize,
    onError: (context) =>
      refusal(
        context,
        new Refused(
          "too-large",
          `the body is larger than ${maxSize / 1024 / 1024} MB; bring large files in with hearsay ingest`,
        ),
      ),
  })(c, next);
};

/** Counts each request under the pattern of its route, never under what was asked for. */
const measured =
  ({ metrics, log }: Served): MiddlewareHandler<Routed> =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const route = c.get("route") ?? "other";
    metrics.request(c.req.method, route, c.res.status, ms / 1000);
    log.debug(`${c.req.method} ${route} ${c.res.status} ${ms.toFixed(1)} ms`);
  };
