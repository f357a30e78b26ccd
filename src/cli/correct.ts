/** `hearsay correct`, `hearsay undo`: a human's decisions about statements of the archive. */
import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { Archive } from "../archive/archive.ts";
import type { Corrected } from "../archive/corrections/apply.ts";
import { type Deciding, type Decision, eventOf, undoOf } from "../archive/corrections/decide.ts";
import type { CorrectionEvent } from "../archive/corrections/events.ts";
import { EXIT, type ExitCode, UnreadableError, UsageError } from "../error.ts";
import { harmless } from "../exports/terminal.ts";
import { withArchive } from "./archive.ts";
import { additionBy, type CorrectFlags, decisionBy } from "./correct-flags.ts";

interface AuthorFlags {
  author?: string;
}

export async function correctCommand(
  doc: string,
  statement: string | undefined,
  flags: CorrectFlags & AuthorFlags & { archive?: string; note?: string },
): Promise<ExitCode> {
  if (!statement && !flags.add)
    throw new UsageError("correct: name a statement (hearsay review lists them), or --add one");
  if (statement && flags.add)
    throw new UsageError("correct: --add makes a new statement; leave the other's number out");
  return withArchive(flags, async (archive) => {
    const corrected = await correctedOf(archive, doc);
    const decision: Decision = statement ? decisionBy(statement, flags, corrected) : additionBy(flags, corrected);
    await append(archive, eventOf(decision, corrected, deciding(flags)));
    process.stdout.write(
      `${statement ?? "The new statement"}: ${DONE[decision.type]}. Take it back with: hearsay undo\n`,
    );
    return EXIT.ok;
  });
}

const DONE: Record<Decision["type"], string> = {
  accept: "accepted",
  reject: "rejected",
  edit: "changed",
  "reassign-speaker": "said by somebody else now",
  add: "added",
  "mark-furniture": "marked",
  "unmark-furniture": "unmarked",
};

export async function undoCommand(
  doc: string | undefined,
  flags: AuthorFlags & { archive?: string; redo?: boolean },
): Promise<ExitCode> {
  return withArchive(flags, async (archive) => {
    const who = deciding(flags);
    const which = flags.redo ? "redo" : "undo";
    if (doc !== undefined) await correctedOf(archive, doc);
    const whose = { author: who.author, ...(doc === undefined ? {} : { doc }) };
    const event = undoOf(await archive.corrections(), whose, who, which);
    if (!event)
      throw new UsageError(
        `undo: there is no decision by ${who.author}${doc ? ` on ${doc}` : ""} to ${which === "redo" ? "bring back" : "take back"}`,
      );
    await append(archive, event);
    process.stdout.write(
      `The last ${which === "redo" ? "undo" : "decision"} on ${harmless(event.doc)} is taken back.\n`,
    );
    return EXIT.ok;
  });
}

/** The article with its corrections. @throws UnreadableError when it is not there */
export async function correctedOf(archive: Archive, doc: string): Promise<Corrected> {
  const corrected = await archive.corrected(doc);
  if (!corrected) throw new UnreadableError(`${doc}: is not in the archive; list its articles with: hearsay show`);
  return corrected;
}

async function append(archive: Archive, event: CorrectionEvent): Promise<void> {
  const { refused } = await archive.correct([event]);
  if (refused[0]) throw new UsageError(`correct: ${refused[0].reason}`);
}

/** Who decides: `--author`, else `HEARSAY_AUTHOR`, else the name the system knows the user by. */
export function deciding(flags: AuthorFlags & { note?: string }): Deciding {
  return {
    id: randomUUID(),
    author: (flags.author ?? process.env.HEARSAY_AUTHOR ?? userInfo().username).slice(0, 500) || "unknown",
    time: new Date().toISOString(),
    ...(flags.note ? { note: flags.note } : {}),
  };
}
