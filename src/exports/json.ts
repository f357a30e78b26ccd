import type { Reading } from "../document.ts";

/** The fields of a reading in the documented order. */
export function toPlain({ doc, text, blocks, article, furniture, credits, attributions, trace }: Reading): Reading {
  return { doc, text, blocks, article, furniture, credits, attributions, ...(trace ? { trace } : {}) };
}

/** One reading as indented JSON, with a final line break. */
export const toJson = (reading: Reading): string => `${JSON.stringify(toPlain(reading), null, 1)}\n`;

/** One reading as a line of JSON Lines. */
export const toJsonLine = (reading: Reading): string => `${JSON.stringify(toPlain(reading))}\n`;
