/** What the server says of itself, on standard error: one line each, never an article's text or what was asked for. */

export const LEVELS = ["debug", "info", "error"] as const;
export type Level = (typeof LEVELS)[number];

export interface Log {
  debug(line: string): void;
  info(line: string): void;
  error(line: string): void;
}

/** A log of lines of `level` or above. */
export function makeLog(level: Level, write: (line: string) => void): Log {
  const least = LEVELS.indexOf(level);
  const at =
    (own: Level) =>
    (line: string): void => {
      if (LEVELS.indexOf(own) >= least) write(`hearsay: ${line.replace(/[\p{Cc}\u2028\u2029]/gu, " ")}\n`);
    };
  return { debug: at("debug"), info: at("info"), error: at("error") };
}
