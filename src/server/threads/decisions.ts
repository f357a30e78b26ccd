/** Decisions about statements, made where the archive is: an article need not be carried from thread to thread for them. */
import type { Archive } from "../../archive/archive.ts";
import type { Corrected } from "../../archive/corrections/apply.ts";
import { type Decision, type Deciding, eventOf, undoOf } from "../../archive/corrections/decide.ts";
import type { CorrectionEvent } from "../../archive/corrections/events.ts";
import type { Whose } from "../../archive/corrections/undo.ts";
import type { Review } from "../../document.ts";
import { notThere, Refused } from "../errors.ts";

export interface Decided {
  event: CorrectionEvent;
  /** Where the review of each statement stands now, rejected ones too. */
  statements: { id: string; review: Review }[];
}

/** Appends a decision about an article. @throws Refused when there is no such article, UsageError when there is no such statement */
export async function decideOn(
  archive: Archive,
  doc: string,
  decision: Decision,
  deciding: Deciding,
): Promise<Decided> {
  const event = eventOf(decision, await correctedOf(archive, doc), deciding);
  await append(archive, event);
  const { reading, rejected } = await correctedOf(archive, doc);
  const statements = [...reading.attributions, ...rejected].map(({ id, review }) => ({
    id,
    review: review ?? ("suggested" as const),
  }));
  return { event, statements };
}

/** Takes the last decision back, or that undo; `null` when there is none. @throws Refused */
export async function takeBack(
  archive: Archive,
  whose: Whose,
  deciding: Deciding,
  which: "undo" | "redo",
): Promise<CorrectionEvent | null> {
  const log = await archive.corrections(whose.doc === undefined ? {} : { doc: whose.doc });
  const event = undoOf(log, whose, deciding, which);
  if (event) await append(archive, event);
  return event;
}

async function correctedOf(archive: Archive, doc: string): Promise<Corrected> {
  const corrected = await archive.corrected(doc);
  if (!corrected) throw notThere(doc);
  return corrected;
}

async function append(archive: Archive, event: CorrectionEvent): Promise<void> {
  const { refused } = await archive.correct([event]);
  if (refused[0]) throw new Refused("conflict", refused[0].reason);
}
