/** How each label of a statement is known, in words; labels known by the same step for the same reason are told once. */
import type { Attribution, Field, Why } from "../document.ts";

const FIELD: Readonly<Record<Field, string>> = {
  source: "source",
  cue: "cue",
  content: "words",
  form: "form",
  act: "act",
  negated: "negation",
  framing: "framing",
  kind: "kind",
  naming: "naming",
  entity: "who it is",
  role: "office",
  channel: "channel",
  within: "place",
  when: "date",
  anonymity: "held-back name",
  hedges: "doubt of the source",
  ownVoice: "the article’s own voice",
};

const HOW: Readonly<Record<Why["how"], string>> = {
  stated: "seen in the text",
  inferred: "concluded",
  unknown: "unsure",
};

/** One account: which labels it is about, why they are so, and how sure that is. */
export interface WhyLine {
  about: string;
  reason: string;
  /** "concluded, 85 % sure". */
  sure: string;
}

/** Labels known by the same step for the same reason, in the order in which they were set; as sure as the least sure of them. */
export function whyGroups(a: Attribution): { fields: Field[]; why: Why }[] {
  const groups = new Map<string, { fields: Field[]; why: Why }>();
  for (const [field, why] of Object.entries(a.why) as [Field, Why][]) {
    const key = [why.by, why.reason, why.how].join("\n");
    const group = groups.get(key) ?? { fields: [], why };
    group.fields.push(field);
    if (why.confidence < group.why.confidence) group.why = why;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The accounts of a statement in words. */
export const whyLines = (a: Attribution): WhyLine[] =>
  whyGroups(a).map(({ fields, why }) => ({
    about: fields.map((field) => FIELD[field]).join(", "),
    reason: why.reason,
    sure: `${HOW[why.how]}, ${percent(why.confidence)} sure`,
  }));

/** "85 %", with a blank at which no line breaks; never "100 %", since no step is beyond doubt. */
export const percent = (share: number): string =>
  share > 0.99 ? "over 99\u00a0%" : `${Math.round(share * 100)}\u00a0%`;
