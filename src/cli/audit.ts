/** `hearsay audit`: whom an outlet, a byline or a period quotes. */
import { join } from "node:path";
import type { AuditFilter } from "../archive/audit.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { auditToCsv } from "../exports/audit-csv.ts";
import { auditToTerminal } from "../exports/audit-terminal.ts";
import { auditView } from "../views/audit.ts";
import { withArchive } from "./archive.ts";
import { dateFlags } from "./date-flags.ts";
import { makeFolder, writeWhole } from "./output.ts";

interface Flags {
  archive?: string;
  outlet?: string;
  byline?: string;
  since?: string;
  until?: string;
  by?: string;
  csv?: string;
  json?: boolean;
}

export async function auditCommand(flags: Flags): Promise<ExitCode> {
  const by = flags.by ?? "month";
  if (by !== "month" && by !== "year") throw new UsageError(`--by ${by}: write month or year`);
  const filter: AuditFilter = {
    outlet: flags.outlet ?? null,
    byline: flags.byline ?? null,
    ...dateFlags(flags),
  };
  return withArchive(flags, async (archive) => {
    const audit = auditView(await archive.audit(filter, by), filter);
    if (flags.csv !== undefined) {
      const files = Object.entries(auditToCsv(audit));
      await makeFolder(flags.csv);
      for (const [name, text] of files) await writeWhole(join(flags.csv, name), text);
      process.stdout.write(`${files.length} tables written to ${flags.csv}\n`);
      return EXIT.ok;
    }
    process.stdout.write(flags.json ? `${JSON.stringify(audit, null, 1)}\n` : auditToTerminal(audit));
    return EXIT.ok;
  });
}
