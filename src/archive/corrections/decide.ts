/** From what a user decided about a statement they see to an event of the log. */
import { z } from "zod";
import { UsageError } from "../../error.ts";
import { type Corrected, targetFor } from "./apply.ts";
import { type CorrectionEvent, EVENT_BODIES, type Target } from "./events.ts";
import { nextRedo, nextUndo, type Whose } from "./undo.ts";

const { accept, reject, edit, reassign, add, markFurniture, unmarkFurniture } = EVENT_BODIES;
const statement = z.string().min(1).max(500);

/** A decision on a statement as it stands in the reader's article: `statement` is its id there. */
export const DecisionSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...accept, statement }).omit({ target: true }),
  z.strictObject({ ...reject, statement }).omit({ target: true }),
  z.strictObject({ ...edit, statement }).omit({ target: true }),
  z.strictObject({ ...reassign, statement }).omit({ target: true }),
  z.strictObject(add),
  z.strictObject(markFurniture),
  z.strictObject(unmarkFurniture),
]);
export type Decision = z.infer<typeof DecisionSchema>;

/** Who decides, when, and the id that the event will have in every archive. */
export interface Deciding {
  id: string;
  author: string;
  /** ISO 8601 with zone. */
  time: string;
  note?: string;
}

/** @throws UsageError when the article has no such statement */
export function eventOf(decision: Decision, corrected: Corrected, deciding: Deciding): CorrectionEvent {
  const { doc, article } = corrected.reading;
  const head = { v: 1 as const, ...deciding, doc, ...(article.url ? { url: article.url } : {}) };
  if (!("statement" in decision)) return { ...head, ...decision };
  const { statement: id, ...body } = decision;
  return { ...head, ...body, target: targetOfStatement(corrected, id) };
}

function targetOfStatement(corrected: Corrected, id: string): Target {
  const target = targetFor(corrected, id);
  if (!target)
    throw new UsageError(`${id}: ${corrected.reading.doc} has no such statement; list them with: hearsay review`);
  return target;
}

/** The event that takes back the last decision (of an author, on an article), or takes that undo back; `null` when there is none. */
export function undoOf(
  log: readonly CorrectionEvent[],
  whose: Whose,
  deciding: Deciding,
  which: "undo" | "redo" = "undo",
): CorrectionEvent | null {
  const id = which === "undo" ? nextUndo(log, whose) : nextRedo(log, whose);
  const undone = log.find((event) => event.id === id);
  if (!undone) return null;
  return {
    v: 1,
    ...deciding,
    doc: undone.doc,
    ...(undone.url ? { url: undone.url } : {}),
    type: "undo",
    event: undone.id,
  };
}
