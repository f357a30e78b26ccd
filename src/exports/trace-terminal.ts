/** A trace for a terminal. */
import { answerWords, changeWords } from "../views/trace-words.ts";
import type { StatementView, TellingView, TraceView } from "../views/trace.ts";
import { flat, harmless } from "./terminal.ts";

/** The answer, then statement by statement its tellings; words left out in [-…-], added in {+…+}. */
export function traceToTerminal(view: TraceView): string {
  const mentions = view.mentions.map(
    (m) =>
      `  ${(m.published ?? "no date").slice(0, 10)}  ${harmless(`${m.outlet ?? "outlet not known"} (${m.doc})`)}: ${m.fragments.map((f) => f.pieces.map((p) => harmless(flat(p.text))).join("")).join(" … ")}`,
  );
  return `${[answerWords(view), ...mentions, ...view.statements.map((s) => `\n${statementLines(s)}`)].join("\n")}\n`;
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
  const how = i === 0 ? "first here" : [t.change, ...t.changes].map(changeWords).join(", ");
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
