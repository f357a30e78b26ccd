/** A review for a terminal: a line a statement, with its id for `hearsay correct`. */
import type { LeftBehind, ReviewedStatement, ReviewView } from "../views/review.ts";
import { harmless } from "./terminal.ts";

const CONTENT = 160;

export function reviewToTerminal({ doc, title, statements, rejected, moved, lost }: ReviewView): string {
  const decided = statements.filter((s) => s.review !== "suggested").length;
  const lines = [
    `${title ?? doc}`,
    `${decided} of ${statements.length} statements looked at${rejected.length > 0 ? `, ${rejected.length} rejected` : ""}.`,
    "",
    ...statements.map(line),
    ...(rejected.length > 0 ? ["", "Rejected:", ...rejected.map(line)] : []),
    ...(moved.length > 0 ? ["", "To be looked at again:", ...moved.map(left)] : []),
    ...(lost.length > 0 ? ["", "No longer found in the text:", ...lost.map(left)] : []),
  ];
  return `${lines.map(harmless).join("\n")}\n`;
}

function line({ id, review, reviewedBy, speaker, cue, content }: ReviewedStatement): string {
  const state = reviewedBy ? `${review} by ${reviewedBy}` : review;
  const short = content.length > CONTENT ? `${content.slice(0, CONTENT)}…` : content;
  return `${id.padEnd(4)} [${state}] ${speaker}${cue ? ` (${cue})` : ""}: ${short}`;
}

const left = ({ type, author, time, reason }: LeftBehind): string =>
  `${type} by ${author}, ${time.slice(0, 10)}: ${reason}`;
