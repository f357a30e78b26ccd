/** `hearsay audit`: whom an outlet, a byline or a period quotes. */
import type { AuditFilter } from "../archive/audit.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { auditToTerminal } from "../exports/audit-terminal.ts";
import { auditView } from "../views/audit.ts";
import { withArchive } from "./archive.ts";

interface Flags {
  archive?: string;
  outlet?: string;
  byline?: string;
  since?: string;
  until?: string;
  by?: string;
  json?: boolean;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

export async function auditCommand(flags: Flags): Promise<ExitCode> {
  const by = flags.by ?? "month";
  if (by !== "month" && by !== "year") throw new UsageError(`--by ${by}: write month or year`);
  for (const name of ["since", "until"] as const) {
    const value = flags[name];
    if (value !== undefined && !DATE.test(value))
      throw new UsageError(`--${name} ${value}: is no date; write it as 2024, 2024-03 or 2024-03-14`);
  }
  const filter: AuditFilter = {
    outlet: flags.outlet ?? null,
    byline: flags.byline ?? null,
    since: flags.since ?? null,
    until: flags.until ?? null,
  };
  return withArchive(flags, async (archive) => {
    const audit = auditView(await archive.audit(filter, by), filter);
    process.stdout.write(flags.json ? `${JSON.stringify(audit, null, 1)}\n` : auditToTerminal(audit));
    return EXIT.ok;
  });
}
