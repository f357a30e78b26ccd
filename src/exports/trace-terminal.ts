/** A trace for a terminal. */
import type { StatementView, TellingView, TraceView } from "../views/trace.ts";
import { harmless } from "./terminal.ts";

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

/** The answer, then statement by statement its tellings; words left out in [-…-], added in {+…+}. */
export function traceToTerminal(view: TraceView): string {
  const mentions = view.mentions.map(
    (m) =>
      `  ${(m.published ?? "no date").slice(0, 10)}  ${harmless(`${m.outlet ?? "outlet not known"} (${m.doc})`)}: ${m.fragments.map((f) => f.pieces.map((p) => harmless(p.text)).join("")).join(" … ")}`,
  );
  return `${[
    view.answer === "not found" && mentions.length > 0
      ? "Not found as anybody’s statement. These articles have the words:"
      : ANSWER[view.answer],
    ...mentions,
    ...view.statements.map((s) => `\n${statementLines(s)}`),
  ].join("\n")}\n`;
}

function statementLines(statement: StatementView): string {
  const { tellings, independent } = statement;
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
  return [
    `${harmless(statement.speaker ?? "Nobody named")}: ${harmless(statement.content)}`,
    `${statement.kind === "quotation" ? "Quotation" : "Claim"}, ${count(tellings.length, "telling")} from ${count(independent, "independent source")}; first in ${harmless(statement.first)}`,
    ...tellings.map((t, i) => tellingLines(t, i, statement)),
  ].join("\n");
}

function tellingLines(t: TellingView, i: number, { speaker }: StatementView): string {
  const when = (t.published ?? "no date").replace("T", " ").slice(0, 16).padEnd(16);
  const how = i === 0 ? "first here" : [t.change, ...t.changes].map((c) => CHANGE[c] ?? c).join(", ");
  const who = t.speaker === speaker ? "" : `, said by ${harmless(t.speaker ?? "nobody named")}`;
  const from = t.relay ? `, from ${harmless(t.relay)}` : "";
  const lines = [`  ${when}  ${harmless(`${t.outlet ?? "outlet not known"} (${t.doc})`)}: ${how}${who}${from}`];
  if (t.diff.length > 0)
    lines.push(
      `                      ${t.diff
        .map(({ kind, text }) => {
          const [words, blank] = [harmless(text.trimEnd()), /\s*$/.exec(text)?.[0] ?? ""];
          return (kind === "same" ? words : kind === "removed" ? `[-${words}-]` : `{+${words}+}`) + blank;
        })
        .join("")}`,
    );
  return lines.join("\n");
}
