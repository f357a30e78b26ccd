/** `--since` and `--until` of several commands. */
import { UsageError } from "../error.ts";

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** @throws UsageError for what is no year, month or day. */
export function dateFlags(flags: { since?: string; until?: string }): { since: string | null; until: string | null } {
  for (const name of ["since", "until"] as const) {
    const value = flags[name];
    if (value !== undefined && !DATE.test(value))
      throw new UsageError(`--${name} ${value}: is no date; write it as 2024, 2024-03 or 2024-03-14`);
  }
  return { since: flags.since ?? null, until: flags.until ?? null };
}
