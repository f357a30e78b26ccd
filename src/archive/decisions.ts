/**
 * All that humans decided in an archive as JSON Lines: corrections of statements, who is who, which outlets are one. With the articles
 * it is all that is needed to build the archive again.
 */
import { z } from "zod";
import { UnreadableError } from "../error.ts";
import type { Archive } from "./archive.ts";
import type { Answered } from "./corrections/added.ts";
import type { CorrectionEvent } from "./corrections/events.ts";
import { logLines, parseLine, readLogLine } from "./corrections/exchange.ts";
import { type OutletEvent, OutletEventSchema } from "./outlets/events.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "./speakers/events.ts";

/** Decisions read back, each kind in its order. */
export interface Decisions {
  corrections: CorrectionEvent[];
  speakers: SpeakerEvent[];
  outlets: OutletEvent[];
  /** Lines that are no decision, each with one line that says why; the others are read. */
  bad: { line: number; message: string }[];
}

/** A line about speakers or outlets has a word for it before the event; a correction has none. */
const Of = z.object({ of: z.enum(["speakers", "outlets"]) });

/** Every decision, a line each: corrections, then speakers, then outlets. */
export async function* decisionLines(
  archive: Pick<Archive, "corrections" | "speakerDecisions" | "outletDecisions">,
): AsyncGenerator<string> {
  yield* logLines(await archive.corrections());
  for (const event of await archive.speakerDecisions()) yield `${JSON.stringify({ of: "speakers", ...event })}\n`;
  for (const event of await archive.outletDecisions()) yield `${JSON.stringify({ of: "outlets", ...event })}\n`;
}

/** Reads such lines; blank ones are skipped. */
export function readDecisions(jsonl: string): Decisions {
  const read: Decisions = { corrections: [], speakers: [], outlets: [], bad: [] };
  jsonl.split("\n").forEach((line, i) => {
    if (line.trim() === "") return;
    try {
      const about = /^\s*\{\s*"of"/.test(line) ? parseLine(line, i + 1, Of) : null;
      if (about === null) read.corrections.push(readLogLine(line, i + 1));
      else if (about.of === "speakers") read.speakers.push(parseLine(line, i + 1, withoutOf(SpeakerEventSchema)));
      else read.outlets.push(parseLine(line, i + 1, withoutOf(OutletEventSchema)));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      read.bad.push({ line: i + 1, message: error.message });
    }
  });
  return read;
}

/** The event of a line that says what it is of. */
const withoutOf = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
  z.preprocess((line) => {
    if (typeof line !== "object" || line === null) return line;
    const { of: _, ...event } = line as Record<string, unknown>;
    return event;
  }, schema) as z.ZodType<T>;

/** Takes over what another archive's humans decided; each decision is kept once, by its id. */
export async function takeOver(
  archive: Pick<Archive, "correct" | "decideSpeakers" | "decideOutlets">,
  { corrections, speakers, outlets }: Omit<Decisions, "bad">,
): Promise<Answered> {
  const answers = [
    await archive.correct(corrections),
    await archive.decideSpeakers(speakers),
    await archive.decideOutlets(outlets),
  ];
  return {
    appended: answers.flatMap((answer) => answer.appended),
    known: answers.flatMap((answer) => answer.known),
    refused: answers.flatMap((answer) => answer.refused),
  };
}
