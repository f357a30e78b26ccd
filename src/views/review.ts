/** What a review shows: an article's statements with what was decided about each, and decisions that found no place. */
import type { Corrected } from "../archive/corrections/apply.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading, Review } from "../document.ts";
import { speakerName } from "./labels.ts";

export interface ReviewedStatement {
  id: string;
  review: Review;
  reviewedBy: string | null;
  speaker: string;
  cue: string;
  content: string;
}

/** A decision that the text has left behind. */
export interface LeftBehind {
  event: string;
  type: string;
  author: string;
  time: string;
  /** Why it cannot be put anywhere; for one that moved, how its words were found. */
  reason: string;
}

export interface ReviewView {
  doc: string;
  title: string | null;
  statements: ReviewedStatement[];
  rejected: ReviewedStatement[];
  /** Decisions whose words stand elsewhere now, or nearly so: to be looked at again. */
  moved: LeftBehind[];
  lost: LeftBehind[];
}

export function reviewView({ reading, rejected, placed, lost }: Corrected): ReviewView {
  const one = (a: Attribution): ReviewedStatement => reviewed(a, reading);
  return {
    doc: reading.doc,
    title: reading.article.title,
    statements: ownStatements(reading).map(one),
    rejected: rejected.map(one),
    moved: placed
      .filter(({ state }) => state === "changed")
      .map(({ event }) => ({ ...headOf(event), reason: "its words have changed a little; look at it again" })),
    lost: lost.map(({ event, reason }) => ({ ...headOf(event), reason })),
  };
}

const reviewed = (a: Attribution, { text }: Reading): ReviewedStatement => ({
  id: a.id,
  review: a.review ?? "suggested",
  reviewedBy: a.reviewedBy ?? null,
  speaker: speakerName(a, wordsAt(text, a.source)),
  cue: wordsAt(text, a.cue),
  content: wordsAt(text, a.content),
});

/** Who decided what when, of an event. */
export const headOf = ({
  id,
  type,
  author,
  time,
}: Corrected["placed"][number]["event"]): Omit<LeftBehind, "reason"> => ({
  event: id,
  type,
  author,
  time,
});
