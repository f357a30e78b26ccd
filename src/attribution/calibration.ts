/** Confidences that mean what they say: of labels that are 80 % sure, four in five were right on the articles they were fitted on. */
import type { Attribution, Field, Why } from "../document.ts";
import { CALIBRATION, type Calibrated, type Knots } from "./calibration-table.ts";

/** The value at a confidence on the straight lines between knots, flat outside them; without knots the confidence itself. */
export function between(knots: Knots, confidence: number): number {
  const above = knots.find(([from]) => from >= confidence) ?? knots.at(-1);
  const below = knots.findLast(([from]) => from <= confidence) ?? knots[0];
  if (!above || !below) return confidence;
  const part = above[0] > below[0] ? (confidence - below[0]) / (above[0] - below[0]) : 0;
  return thousandths(below[1] + part * (above[1] - below[1]));
}

/** More digits than a confidence tells anything by would only take room. */
export const thousandths = (confidence: number): number => Math.round(confidence * 1000) / 1000;

/** The attribution with the confidences of all its labels as `CALIBRATION` maps them. */
export function calibrated(a: Attribution): Attribution {
  const why: Attribution["why"] = { ...a.why };
  for (const [field, told] of Object.entries(a.why) as [Field, Why][])
    why[field] = {
      ...told,
      confidence:
        field in CALIBRATION
          ? between(CALIBRATION[field as Calibrated], told.confidence)
          : thousandths(told.confidence),
    };
  return { ...a, confidence: between(CALIBRATION.statement, a.confidence), why };
}
