/** For a migration: readings as this version packs them, in less room. */
import type { Database } from "better-sqlite3";
import { thousandths } from "../../attribution/calibration.ts";
import type { Attribution, Field, Reading, Why } from "../../document.ts";
import { packReading, unpackReading } from "../save/pack.ts";

export const REPACKED = "UPDATE articles SET reading = packed_anew(reading, text);";
/** For a later one: those that an earlier version packed. */
export const REPACKED_WITH_TEXT =
  "UPDATE articles SET reading = packed_anew(reading, text) WHERE substr(reading, 1, 1) <> x'04';";

/** Lets SQL pack a reading anew. */
export function registerRepacking(db: Database): void {
  db.function("packed_anew", { deterministic: true }, (reading: unknown, text: unknown) => {
    try {
      return packReading(rounded(unpackReading(reading as Uint8Array, text as string)), text as string);
    } catch {
      // What cannot be read is no reason to keep the whole archive shut.
      return reading;
    }
  });
}

/** Earlier versions kept confidences with all their digits. */
const rounded = (reading: Reading): Reading => ({ ...reading, attributions: reading.attributions.map(roundedIn) });

function roundedIn(a: Attribution): Attribution {
  const why = (Object.entries(a.why) as [Field, Why][]).map(([field, told]) => [
    field,
    { ...told, confidence: thousandths(told.confidence) },
  ]);
  return { ...a, confidence: thousandths(a.confidence), why: Object.fromEntries(why) };
}
