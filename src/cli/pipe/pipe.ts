/**
 * `hearsay pipe`: one process of many that do a step of a large job. It says what it is, then answers each line of JSON with
 * one, in order: `{"ok":true,"answer":…}`, or `{"ok":false,"reason":…}`. Steps of the trace take a first line that holds for all.
 */
import { PER_KEY } from "../../archive/trace/candidates.ts";
import { HEAVIEST } from "../../archive/trace/lexicon.ts";
import { TRACE_STEPS, type TraceStep } from "../../archive/trace/steps/steps.ts";
import { modelName } from "../../attribution/tagger/load.ts";
import { EXIT, type ExitCode, UsageError } from "../../error.ts";
import { versionOf } from "../version.ts";
import { linesOf } from "./lines.ts";

interface Flags {
  name?: string;
  force?: boolean;
}

/** Answers one line; may throw, which is told as the reason. */
type Answer = (line: string) => unknown;

/** What every process says first; all of a job must say the same. */
export interface Hello {
  hearsay: string;
  model: string;
  /** Contents looked at behind one key (src/archive/trace/candidates.ts). */
  perKey: number;
  /** A sense in fewer than one of so many contents need not be counted (src/archive/trace/lexicon.ts). */
  heaviest: number;
}

export async function pipeCommand(step: string, flags: Flags): Promise<ExitCode> {
  const lines = linesOf(process.stdin);
  const answer = await answerOf(step, flags, lines);
  const hello: Hello = {
    hearsay: versionOf(),
    model: await modelName(),
    perKey: PER_KEY,
    heaviest: HEAVIEST,
  };
  say(hello);
  if (answer === null) {
    const { openAll } = await import("./open.ts");
    for await (const opened of openAll(process.stdin, flags.name as string)) say(opened);
    return EXIT.ok;
  }
  for await (const line of lines) say(await tell(answer, line));
  return EXIT.ok;
}

/** `null` for the step that takes bytes, and no lines. */
async function answerOf(step: string, flags: Flags, lines: AsyncGenerator<string>): Promise<Answer | null> {
  if (step === "open") {
    if (!flags.name) throw new UsageError("pipe open: needs --name, which tells what the bytes are called");
    return null;
  }
  if (step === "read") return (await import("./read.ts")).readStep(flags.force === true);
  if (step === "identity") return (await import("./identity.ts")).identityStep();
  if (!Object.hasOwn(TRACE_STEPS, step))
    throw new UsageError(
      `pipe ${step}: is no step; steps are open, read, identity, ${Object.keys(TRACE_STEPS).join(", ")}`,
    );
  const header = await lines.next();
  const make = TRACE_STEPS[step as TraceStep] as (header: unknown) => (line: unknown) => unknown;
  const answer = make(JSON.parse(header.value || "null"));
  return (line) => answer(JSON.parse(line));
}

async function tell(answer: Answer, line: string): Promise<unknown> {
  try {
    return { ok: true, answer: await answer(line) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

let held = false;

/** Answers to lines that came together go out together: a write for each would wake the other side each time. */
function say(what: unknown): void {
  if (!held) {
    held = true;
    process.stdout.cork();
    setImmediate(() => {
      held = false;
      process.stdout.uncork();
    });
  }
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
