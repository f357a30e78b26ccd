/** Errors over HTTP: one shape, one status for each code. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { QueryError } from "../archive/query/query-error.ts";
import { EXIT, HearsayError, UsageError } from "../error.ts";
import type { ErrorBody, ErrorCode } from "./schemas/common.ts";

const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  "bad-request": 400,
  "bad-query": 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "too-slow": 408,
  conflict: 409,
  "too-large": 413,
  "wrong-type": 415,
  "not-readable": 422,
  internal: 500,
  busy: 503,
};

/** A request that is refused, with one clear line. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly at: number | undefined;
  constructor(code: ErrorCode, message: string, at?: number) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.at = at;
  }
}

/** The answer to a refused request. */
export function refusal(c: Context, { code, message, at }: Pick<Refused, "code" | "message" | "at">): Response {
  // What was asked for may stand in it, with line breaks of its own.
  const line = message.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  const body: ErrorBody = { error: { code, message: line, ...(at === undefined ? {} : { at }) } };
  return c.json(body, STATUS[code]);
}

/** What went wrong, as a refusal; `internal` for what is a fault of ours. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof QueryError) {
    const line = error.message.split("\n")[0] ?? error.message;
    return new Refused("bad-query", line, error.position);
  }
  if (error instanceof UsageError) return new Refused("bad-request", error.message);
  if (error instanceof HearsayError)
    return new Refused(error.exitCode === EXIT.limit ? "too-large" : "not-readable", error.message);
  if (error instanceof HTTPException && error.status < 500)
    return new Refused(codeOf(error.status), error.message || "the request could not be read");
  return new Refused("internal", "something went wrong here; the server’s log tells what");
}

const codeOf = (status: number): ErrorCode =>
  (Object.entries(STATUS).find(([, s]) => s === status)?.[0] as ErrorCode | undefined) ?? "bad-request";

/** The error for an article that is not in the archive. */
export const notThere = (doc: string, version = 0): Refused =>
  new Refused("not-found", `${doc}: is not in the archive${version > 0 ? ` in version ${version}` : ""}`);
