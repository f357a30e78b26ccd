/** What the server and its reading threads say to each other, and how errors cross. */
import { QueryError } from "../../archive/query/query-error.ts";
import { type ExitCode, HearsayError, NotAnArticleError, UnreadableError, UsageError } from "../../error.ts";
import { Refused } from "../errors.ts";
import type { ErrorCode } from "../schemas/common.ts";

/** A method of the archive, or a task of `tasks.ts`. */
export interface Call {
  kind: "method" | "task";
  name: string;
  args: readonly unknown[];
}

export type Answer = { ok: true; value: unknown } | { ok: false; error: PlainError };

interface PlainError {
  name: string;
  message: string;
  stack: string | undefined;
  exitCode: ExitCode | null;
  query: { text: string; position: number; problem: string; remedy: string } | null;
  refused: ErrorCode | null;
}

/** An error as plain data. */
export function plainError(error: unknown): PlainError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const exitCode = error instanceof HearsayError ? error.exitCode : null;
  const query =
    error instanceof QueryError
      ? { text: error.query, position: error.position, problem: error.problem, remedy: error.remedy }
      : null;
  return { name, message, stack, exitCode, query, refused: error instanceof Refused ? error.code : null };
}

/** The error that it was. */
export function realError({ name, message, stack, exitCode, query, refused }: PlainError): Error {
  if (refused) return new Refused(refused, message);
  if (query) return new QueryError(query.text, query.position, query.problem, query.remedy);
  if (exitCode === null) return Object.assign(new Error(message), { name, ...(stack === undefined ? {} : { stack }) });
  if (name === "UsageError") return new UsageError(message);
  if (name === "NotAnArticleError") return new NotAnArticleError(message, exitCode);
  return new UnreadableError(message, exitCode);
}
