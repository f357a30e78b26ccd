/** The log as JSON Lines, and one archive's log on top of another's. */
import type { z } from "zod";
import { UnreadableError } from "../../error.ts";
import { type CorrectionEvent, EventSchema } from "./events.ts";
import { once, type Refused } from "./undo.ts";

/** Longest line that is read, in UTF-16 units. */
const LONGEST_LINE = 4_000_000;
/** How much of a wrong value is shown. */
const SHOWN = 40;

/** The log, an event a line. */
export function* logLines(log: Iterable<CorrectionEvent>): Generator<string> {
  for (const event of log) yield `${JSON.stringify(event)}\n`;
}

/** The log as one JSON Lines text. */
export const toLog = (log: Iterable<CorrectionEvent>): string => [...logLines(log)].join("");

/** One line of a log. Throws `UnreadableError` with the number of a line that is no correction, and what is wrong with it. */
export const readLogLine = (line: string, number: number): CorrectionEvent => parseLine(line, number, EventSchema);

/** A line of JSON that holds a decision of some schema. Throws `UnreadableError` with its number and what is wrong with it. */
export function parseLine<T>(line: string, number: number, schema: z.ZodType<T>): T {
  if (line.length > LONGEST_LINE)
    throw new UnreadableError(`Line ${number} is longer than ${LONGEST_LINE} characters, too long for a correction`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UnreadableError(`Line ${number} is no JSON; each must be a correction as the export writes it`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path.length ? `${clip(issue.path.join("."))}: ` : "";
  throw new UnreadableError(
    `Line ${number} is no correction: ${at}${clip(issue?.message ?? "")}; see docs/corrections.md`,
  );
}

/** One line, without control characters, since it may come from a hostile log and goes to a terminal. */
const clip = (words: string): string => {
  const clean = words.replace(/[\p{C}\u2028\u2029]/gu, "\ufffd");
  return clean.length > 4 * SHOWN ? `${clean.slice(0, 4 * SHOWN)}…` : clean;
};

export interface ReadLog {
  events: CorrectionEvent[];
  /** Lines that are no correction, each with one line that says why; the others are read. */
  bad: { line: number; message: string }[];
}

/** Reads a log back; blank lines are skipped. */
export function fromLog(jsonl: string): ReadLog {
  const read: ReadLog = { events: [], bad: [] };
  jsonl.split("\n").forEach((line, i) => {
    if (line.trim() === "") return;
    try {
      read.events.push(readLogLine(line, i + 1));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      read.bad.push({ line: i + 1, message: error.message });
    }
  });
  return read;
}

export interface Replayed {
  /** What to append to the own log, in this order. */
  append: CorrectionEvent[];
  /** Ids that the own log held already. */
  known: string[];
  /** What was left out, with the reason: its article is not here, its id is another correction's, what it undoes is missing. */
  refused: Refused[];
}

/**
 * What another archive's log adds to the own one. `docOf` gives the id that the event's article has here (by `doc` or `url`), `null`
 * when it is not here; left out, ids are taken as they are. Nothing is applied twice: replaying again appends nothing.
 */
export function replay(
  own: Iterable<CorrectionEvent>,
  incoming: Iterable<CorrectionEvent>,
  docOf: (event: CorrectionEvent) => string | null = (event) => event.doc,
): Replayed {
  const held = new Map(once(own).map((event) => [event.id, event]));
  const replayed: Replayed = { append: [], known: [], refused: [] };
  const refuse = (event: CorrectionEvent, reason: string): void => {
    replayed.refused.push({ event, reason });
  };
  for (const event of incoming) {
    const same = held.get(event.id);
    if (same) {
      if (alike(same, event)) replayed.known.push(event.id);
      else refuse(event, "another correction here has the same id");
      continue;
    }
    // An undo goes where the correction went that it undoes.
    const doc = event.type === "undo" ? (held.get(event.event)?.doc ?? null) : docOf(event);
    if (doc === null) {
      refuse(event, event.type === "undo" ? "what it undoes is not in this archive" : "its article is not here");
      continue;
    }
    const kept = { ...event, doc };
    held.set(kept.id, kept);
    replayed.append.push(kept);
  }
  return replayed;
}

/** The same event, wherever its article lives. */
function alike(a: CorrectionEvent, b: CorrectionEvent): boolean {
  const plain = (event: CorrectionEvent): string => JSON.stringify(sorted({ ...event, doc: "", url: "" }));
  return plain(a) === plain(b);
}

/** Keys in one order, since a database may give them back in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
