/** One route with its documentation: what it takes is checked against its schema before the handler sees it. */
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ZodType } from "zod";
import { Refused } from "./errors.ts";
import { ErrorSchema } from "./schemas/common.ts";

/** The document's parts in which routes are listed. */
export type Tag =
  | "articles"
  | "search"
  | "bring in"
  | "corrections"
  | "speakers"
  | "outlets"
  | "events"
  | "export"
  | "server";

export interface Endpoint<Q, P, B> {
  method: "get" | "post" | "delete";
  /** With `{name}` for parameters. */
  path: string;
  tag: Tag;
  /** What it does, in one line. */
  summary: string;
  description?: string;
  query?: ZodType<Q>;
  params?: ZodType<P>;
  body?: ZodType<B>;
  /** Further kinds of body, which the handler reads itself. */
  otherBodies?: Readonly<Record<string, ZodType>>;
  /** Status of the answer where it is not 200. */
  status?: 201 | 202;
  /** HTTP statuses of errors beside 400. */
  errors?: readonly number[];
}

/** The pattern of the path that was asked for, by which requests are counted. */
export interface Routed {
  Variables: { route?: string };
}

/** What a handler returns: the same shape, which nobody changes any more. */
type Shown<A> = A extends object ? { readonly [K in keyof A]: Shown<A[K]> } : A;

interface Given<Q, P, B> {
  c: Context;
  query: Q;
  params: P;
  body: B;
}

const WHAT: Readonly<Record<number, string>> = {
  400: "the request is wrong",
  404: "there is none",
  409: "it cannot be done now",
  413: "the body is too large",
  415: "the body is of another type",
  422: "it cannot be read",
};

/** A route whose answer is JSON. */
export function answersJson<A, Q, P, B>(
  app: OpenAPIHono,
  endpoint: Endpoint<Q, P, B> & { answer: ZodType<A> },
  handler: (given: Given<Q, P, B>) => Promise<Shown<A>>,
): void {
  const status = endpoint.status ?? 200;
  add(app, endpoint, { "application/json": { schema: endpoint.answer } }, async (given) =>
    given.c.json((await handler(given)) as object, status),
  );
}

/** A route whose answer is a file or a stream, of these media types. */
export function answersFile<Q, P, B>(
  app: OpenAPIHono,
  endpoint: Endpoint<Q, P, B> & { mediaTypes: readonly string[] },
  handler: (given: Given<Q, P, B>) => Promise<Response>,
): void {
  const content = Object.fromEntries(
    endpoint.mediaTypes.map((type) => [type, { schema: { type: "string" as const } }]),
  );
  add(app, endpoint, content, handler);
}

function add<Q, P, B>(
  app: OpenAPIHono,
  endpoint: Endpoint<Q, P, B>,
  content: Record<string, { schema: ZodType | { type: "string" } }>,
  handler: (given: Given<Q, P, B>) => Promise<Response>,
): void {
  const { method, path, tag, summary, description, query, params, body, otherBodies } = endpoint;
  const errors = [400, ...(params ? [404] : []), ...(body ? [413, 415] : []), ...(endpoint.errors ?? [])];
  app.openAPIRegistry.registerPath({
    method,
    path,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    request: {
      ...(query ? { query: query as unknown as z.ZodObject } : {}),
      ...(params ? { params: params as unknown as z.ZodObject } : {}),
      ...(body
        ? {
            body: {
              content: {
                "application/json": { schema: body },
                ...Object.fromEntries(Object.entries(otherBodies ?? {}).map(([type, schema]) => [type, { schema }])),
              },
            },
          }
        : {}),
    },
    responses: {
      [endpoint.status ?? 200]: { description: "what was asked for", content },
      ...Object.fromEntries(
        [...new Set(errors)].map((status) => [
          status,
          { description: WHAT[status] ?? "refused", content: { "application/json": { schema: ErrorSchema } } },
        ]),
      ),
    },
  });
  app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ":$1"), async (c: Context<Routed>) => {
    c.set("route", path);
    const json = body !== undefined && !ownBody(c, otherBodies);
    return handler({
      c,
      query: parsed(query, c.req.query()),
      params: parsed(params, c.req.param()),
      body: json ? parsed(body, await jsonOf(c)) : (undefined as B),
    });
  });
}

const ownBody = (c: Context, kinds: Endpoint<never, never, never>["otherBodies"]): boolean =>
  Object.keys(kinds ?? {}).some((type) => c.req.header("content-type")?.toLowerCase().startsWith(type));

async function jsonOf(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    throw new Refused("wrong-type", "the body must be JSON; send content-type: application/json");
  try {
    return JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused("bad-request", "the body is no valid JSON");
    throw error;
  }
}

/** @throws Refused naming the field and what to write. */
function parsed<T>(schema: ZodType<T> | undefined, value: unknown): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".");
  throw new Refused("bad-request", `${field || "the request"}: ${lower(issue?.message ?? "is wrong")}`);
}

const lower = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
