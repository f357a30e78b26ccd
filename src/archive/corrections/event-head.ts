/** What every event of a log of decisions begins with, whatever is decided. */
import { z } from "zod";

/** Limits that no honest event reaches. */
export const LONGEST_NAME = 500;
const LONGEST_NOTE = 10_000;

export const name = z.string().min(1).max(LONGEST_NAME);

export const head = {
  /** Version of this format. */
  v: z.literal(1),
  /** Unique among all archives (a UUID, say): the same id is applied once. */
  id: name,
  author: name,
  /** ISO 8601 date-time with its zone. The order of the log counts, not the time. */
  time: z.iso.datetime({ offset: true }),
  note: z.string().max(LONGEST_NOTE).optional(),
};
