/** What a statement is taken for until something else is known of it. */
import type { Attribution } from "../document.ts";

/** The labels of a claim that is paraphrased and told neutrally, its source not known yet, and no words at all. */
export const plain = (): Omit<Attribution, "id" | "confidence" | "why"> => ({
  source: [],
  cue: [],
  content: [],
  form: "indirect",
  act: "claim",
  negated: false,
  framing: "neutral",
  kind: "none",
  naming: "none",
  entity: null,
  role: null,
  channel: [],
  within: null,
  when: null,
});
