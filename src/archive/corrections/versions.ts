/** What came of an article's statements, and of what humans decided about them, from one version to a later one. */
import { ownStatements, wordsAt } from "../../attribution/statements.ts";
import type { Attribution, Reading } from "../../document.ts";
import type { Corrected, PlacedEvent } from "./apply.ts";
import { matchAnchor, placeAnchor } from "./match.ts";
import { budgetOf } from "./near.ts";
import { anchorOf } from "./target.ts";
import type { Refused } from "./undo.ts";

/** What finding the statements of one version in another may cost: a second or so. */
const STEPS = 50_000_000;

/** A part or label of a statement that is not what it was; `null` where there is none. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export interface StatementChanges {
  came: Attribution[];
  went: Attribution[];
  changed: { before: Attribution; after: Attribution; fields: FieldChange[] }[];
}

/** Statements of two versions, each matched with one of the other at most. Those in furniture are left out. */
export function statementChanges(earlier: Reading, later: Reading): StatementChanges {
  const budget = budgetOf(STEPS);
  const open = new Map(ownStatements(later).map((a) => [a.id, { id: a.id, parts: a, a }]));
  const changes: StatementChanges = { came: [], went: [], changed: [] };
  for (const before of ownStatements(earlier)) {
    const anchor = anchorOf(earlier.text, before);
    const placed = placeAnchor(later.text, anchor, budget);
    const found = placed.state === "lost" ? null : matchAnchor(open.values(), placed, anchor.id);
    if (!found) {
      changes.went.push(before);
      continue;
    }
    open.delete(found.id);
    const fields = fieldChanges(labels(before, earlier.text), labels(found.a, later.text));
    if (fields.length > 0) changes.changed.push({ before, after: found.a, fields });
  }
  changes.came = [...open.values()].map(({ a }) => a);
  return changes;
}

const labels = (a: Attribution, text: string): Record<string, string | null> => {
  const words = (part: "source" | "cue" | "content" | "channel"): string | null => wordsAt(text, a[part]) || null;
  return {
    source: words("source"),
    cue: words("cue"),
    content: words("content"),
    channel: words("channel"),
    speaker: a.entity,
    role: a.role,
    kind: a.kind,
    naming: a.naming,
    form: a.form,
    act: a.act,
    framing: a.framing,
    negated: a.negated ? "yes" : "no",
    when: a.when?.value ?? null,
  };
};

const fieldChanges = (from: Record<string, string | null>, to: Record<string, string | null>): FieldChange[] =>
  Object.keys(from)
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }))
    .filter((one) => one.from !== one.to);

export interface DecisionChanges {
  /** Decisions whose words stand elsewhere in the later version, or have changed a little. */
  moved: PlacedEvent[];
  lost: Refused[];
}

/** Decisions that had their place in the earlier version and have another, or none, in the later one. */
export function decisionChanges(earlier: Corrected, later: Corrected): DecisionChanges {
  const had = new Set(earlier.placed.map(({ event }) => event.id));
  return {
    moved: later.placed.filter(({ event, state }) => state !== "same" && had.has(event.id)),
    lost: later.lost.filter(({ event }) => had.has(event.id)),
  };
}
