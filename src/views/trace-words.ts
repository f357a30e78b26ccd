/** The answers and changes of a trace in words. */
import type { TraceView } from "./trace.ts";

const CHANGE: Readonly<Record<string, string>> = {
  exact: "the same words",
  trimmed: "words left out",
  reworded: "in other words",
  changed: "MEANING CHANGED",
  number: "another number",
  negation: "a negation lost or added",
  name: "another name",
  modality: "more or less certain",
  meaning: "another sense",
  "attribution-lost": "nobody named as saying it",
  "speaker-changed": "another speaker",
  "hedge-dropped": "“reportedly” dropped",
  "hedge-added": "“reportedly” added",
  "marks-moved": "a paraphrase in quotation marks",
};
const ANSWER = {
  found: "Found.",
  "found changed": "Found, but with another meaning.",
  "found by another speaker": "Found, but said by somebody else.",
  "not found": "Not found in the archive.",
} as const;

/** "number" → "another number". */
export const changeWords = (change: string): string => CHANGE[change] ?? change;

/** The answer as a sentence; what was not found as a statement may stand in articles all the same. */
export const answerWords = ({ answer, mentions }: Pick<TraceView, "answer" | "mentions">): string =>
  answer === "not found" && mentions.length > 0
    ? "Not found as anybody’s statement. These articles have the words:"
    : ANSWER[answer];
