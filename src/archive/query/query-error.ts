/** How a query is refused: what is wrong, at which character, what to write instead, and a line that points at it. */
import { UsageError } from "../../error.ts";

/** Characters of the query shown on either side of the mistake. */
const SHOWN = 40;

export class QueryError extends UsageError {
  /** The query as it was given. */
  readonly query: string;
  /** Where in the query the mistake stands: offset in UTF-16 units. */
  readonly position: number;
  /** What is wrong, in one line without place. */
  readonly problem: string;
  /** What to write instead. */
  readonly remedy: string;

  constructor(query: string, position: number, problem: string, remedy: string, pointing = true) {
    const nth = [...query.slice(0, position)].length + 1;
    const line = `${problem} at character ${nth} of the query; ${remedy}`;
    super(pointing ? `${line}\n${pointAt(query, position)}` : line);
    this.query = query;
    this.position = position;
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** The part of the query around the mistake, and below it a caret under the character. */
function pointAt(query: string, position: number): string {
  const before = [...query.slice(0, position)];
  const after = [...query.slice(position)];
  const cut = before.length > SHOWN;
  const left = `${cut ? "…" : ""}${before.slice(-SHOWN).join("")}`;
  const right = `${after.slice(0, SHOWN).join("")}${after.length > SHOWN ? "…" : ""}`;
  const line = `${left}${right}`.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  return `  ${line}\n  ${" ".repeat([...left].length)}^`;
}
