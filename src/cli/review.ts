/** `hearsay review`: an article's statements with what was decided; `hearsay corrections`: all decisions, out and in. */
import { decisionLines, readDecisions, takeOver } from "../archive/decisions.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { reviewToTerminal } from "../exports/review-terminal.ts";
import { harmless } from "../exports/terminal.ts";
import { fileSource } from "../reading/inputs/source.ts";
import { reviewView } from "../views/review.ts";
import { withArchive } from "./archive.ts";
import { correctedOf } from "./correct.ts";
import { writeWhole } from "./output.ts";

/** No log of corrections is larger, in bytes. */
const LARGEST_LOG = 256 * 1024 * 1024;

export async function reviewCommand(doc: string, flags: { archive?: string; json?: boolean }): Promise<ExitCode> {
  return withArchive(flags, async (archive) => {
    const view = reviewView(await correctedOf(archive, doc));
    process.stdout.write(flags.json ? `${JSON.stringify(view, null, 1)}\n` : reviewToTerminal(view));
    return EXIT.ok;
  });
}

export async function correctionsCommand(
  what: string,
  file: string | undefined,
  flags: { archive?: string; output?: string },
): Promise<ExitCode> {
  if (what === "export") {
    if (file !== undefined) throw new UsageError("corrections export: name the file with --output");
    return withArchive(flags, async (archive) => {
      const lines: string[] = [];
      for await (const line of decisionLines(archive)) lines.push(line);
      const log = lines.join("");
      if (flags.output) await writeWhole(flags.output, log);
      else process.stdout.write(log);
      return EXIT.ok;
    });
  }
  if (what !== "import") throw new UsageError(`corrections ${what}: write export or import`);
  if (file === undefined) throw new UsageError("corrections import: name the file that an export wrote");
  const bytes = await (await fileSource(file, file)).bytes(LARGEST_LOG);
  const { bad, ...decisions } = readDecisions(Buffer.from(bytes).toString("utf8"));
  return withArchive(flags, async (archive) => {
    const { appended, known, refused } = await takeOver(archive, decisions);
    for (const { message } of bad) process.stderr.write(`hearsay: ${file}: ${harmless(message)}\n`);
    for (const { id, reason } of refused) process.stderr.write(`hearsay: ${harmless(id)}: left out, ${reason}\n`);
    process.stdout.write(
      `${appended.length} taken over, ${known.length} known already, ${refused.length} left out, ${bad.length} lines that are no corrections.\n`,
    );
    return refused.length + bad.length > 0 ? EXIT.some : EXIT.ok;
  });
}
