/** `hearsay show`: the archive's articles, one of them, or what failed; `hearsay export`: all or one in another format. */
import { EXIT, type ExitCode, UnreadableError, UsageError } from "../error.ts";
import { toJson } from "../exports/json.ts";
import { harmless, toTerminal } from "../exports/terminal.ts";
import { versionsToTerminal } from "../exports/versions-terminal.ts";
import { versionsView } from "../views/versions.ts";
import { withArchive } from "./archive.ts";

interface ShowFlags {
  archive?: string;
  json?: boolean;
  failed?: boolean;
  changes?: boolean;
  machine?: boolean;
  explain?: boolean;
  version?: string;
}

export async function showCommand(doc: string | undefined, flags: ShowFlags): Promise<ExitCode> {
  return withArchive(flags, async (archive) => {
    const print = (value: unknown): void => {
      process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
    };
    if (flags.failed) {
      const failures = await archive.failures();
      if (flags.json) print(failures);
      else for (const { reason } of failures) process.stdout.write(`${harmless(reason ?? "")}\n`);
      return EXIT.ok;
    }
    if (flags.changes && doc === undefined) throw new UsageError("--changes: name the article");
    if (flags.machine && doc === undefined) throw new UsageError("--machine: name the article");
    if (flags.machine && flags.changes)
      throw new UsageError("--machine: goes without --changes, which tells of decisions as well");
    if (doc === undefined) {
      const articles = await archive.articles();
      if (flags.json) print(articles);
      else
        for (const a of articles)
          process.stdout.write(
            `${harmless(`${(a.published ?? "no date").slice(0, 10).padEnd(10)}  ${a.doc}  ${a.outlet ?? "outlet not known"}: ${a.title ?? "untitled"}`)}  (${a.statements} statements${a.copies > 1 ? `, ${a.copies} copies` : ""}${a.version > 1 ? `, version ${a.version}` : ""})\n`,
          );
      return EXIT.ok;
    }
    const version = flags.version === undefined ? undefined : Number(flags.version);
    if (version !== undefined && !Number.isInteger(version))
      throw new UsageError(`--version ${flags.version}: write a number`);
    const notThere = new UnreadableError(
      `${doc}: is not in the archive${version === undefined ? "" : ` in version ${version}`}; list its articles with: hearsay show`,
    );
    if (flags.changes) {
      const view = await versionsView(archive, doc, version);
      if (!view) throw notThere;
      if (flags.json) print(view);
      else process.stdout.write(versionsToTerminal(view));
      return EXIT.ok;
    }
    const reading = flags.machine
      ? (await archive.corrected(doc, version))?.machine
      : await archive.reading(doc, version);
    if (!reading) throw notThere;
    const colour = !process.env.NO_COLOR && process.stdout.isTTY === true;
    process.stdout.write(
      flags.json
        ? toJson(reading)
        : toTerminal(reading, { width: process.stdout.columns ?? 80, colour, explain: flags.explain === true }),
    );
    return EXIT.ok;
  });
}
