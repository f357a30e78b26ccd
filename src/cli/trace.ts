/** `hearsay trace`: follows a quotation or claim from outlet to outlet. */
import { followAll } from "../archive/follow.ts";
import type { Statement } from "../archive/trace/types.ts";
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { traceToTerminal } from "../exports/trace-terminal.ts";
import { traceOfWords } from "../views/trace.ts";
import { withArchive } from "./archive.ts";
import { print } from "./output.ts";

interface Flags {
  archive?: string;
  all?: boolean;
  jsonl?: boolean;
  json?: boolean;
  speaker?: string;
}

export async function traceCommand(words: readonly string[], flags: Flags): Promise<ExitCode> {
  const asked = words.join(" ").trim();
  if (flags.all === true && asked) throw new UsageError("trace: name words to follow, or --all, not both");
  if (!flags.all && !asked)
    throw new UsageError('trace: name the words to follow, as in: hearsay trace "firm support"');
  if (flags.all && !flags.jsonl) throw new UsageError("trace --all: prints a line a statement; add --jsonl");
  if (flags.jsonl && !flags.all) throw new UsageError("trace --jsonl: goes with --all; use --json for one question");
  return withArchive(flags, async (archive) => {
    if (flags.all) {
      await print(lines(followAll(archive)));
      return EXIT.ok;
    }
    const view = await traceOfWords(archive, asked, flags.speaker);
    process.stdout.write(flags.json ? `${JSON.stringify(view, null, 1)}\n` : traceToTerminal(view));
    return EXIT.ok;
  });
}

async function* lines(statements: AsyncIterable<Statement>): AsyncGenerator<string> {
  for await (const statement of statements) yield `${JSON.stringify(statement)}\n`;
}
