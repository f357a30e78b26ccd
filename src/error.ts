/**
 * The few ways in which Hearsay refuses. Each carries the exit code of the command line; the message says what was
 * wrong, where, and what to do. Absence is `null`, never an error.
 */

/** Exit codes of the command line, documented in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** Something failed for one or more of several inputs; the others were read. */
  some: 1,
  /** The command itself was wrong (unknown flag, missing argument). */
  usage: 2,
  /** The input does not exist or cannot be opened or fetched. */
  unreadable: 3,
  empty: 4,
  binary: 5,
  notArticle: 6,
  paywall: 7,
  language: 8,
  /** A limit was exceeded (size, time, depth). */
  limit: 9,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Base class: an input or command that Hearsay refuses, with one clear line. */
export class HearsayError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}

/** The command line was wrong. */
export class UsageError extends HearsayError {
  constructor(message: string) {
    super(message, EXIT.usage);
  }
}

/** The input cannot be opened, fetched or decoded. */
export class UnreadableError extends HearsayError {
  constructor(message: string, exitCode: ExitCode = EXIT.unreadable) {
    super(message, exitCode);
  }
}

/** The input was opened, and is not an article that Hearsay reads; `--force` reads on. */
export class NotAnArticleError extends HearsayError {}
