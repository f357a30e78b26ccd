import type { Reading } from "../document.ts";
import { UnreadableError } from "../error.ts";
import { provenanceOf } from "../views/provenance.ts";
import { ReadingSchema } from "./schema.ts";

/** The fields of a reading in the documented order. */
export function toPlain({ doc, text, blocks, article, furniture, credits, attributions, trace }: Reading): Reading {
  return { doc, text, blocks, article, furniture, credits, attributions, ...(trace ? { trace } : {}) };
}

/** One reading as indented JSON, with where its statements come from and a final line break. */
export const toJson = (reading: Reading): string =>
  `${JSON.stringify({ ...toPlain(reading), provenance: provenanceOf(reading) }, null, 1)}\n`;

/** One reading as a line of JSON Lines. */
export const toJsonLine = (reading: Reading): string => `${JSON.stringify(toPlain(reading))}\n`;

/** Readings from JSON Lines, as `--jsonl` writes them. Throws `UnreadableError` with the number of a line that is no reading. */
export function* fromJsonLines(jsonl: string): Generator<Reading> {
  let number = 0;
  for (const line of jsonl.split("\n")) {
    number++;
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UnreadableError(`Line ${number} is no JSON; each must be a reading as --jsonl writes it`);
    }
    const parsed = ReadingSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new UnreadableError(
        `Line ${number} is no reading: ${issue?.path.join(".")}: ${issue?.message}; see docs/reading.schema.json`,
      );
    }
    yield parsed.data as Reading;
  }
}
