/** What differs between versions, for a terminal: words left out as [-so-], words put in as {+so+}, then statements and decisions. */
import type { LeftBehind } from "../views/review.ts";
import type { Passage, VersionChange, VersionStatement, VersionsView } from "../views/versions.ts";
import { flat, harmless } from "./terminal.ts";

/** Longer words are cut, in UTF-16 units. */
const LONGEST = 400;

export function versionsToTerminal({ doc, versions, changes }: VersionsView): string {
  const lines =
    changes.length > 0
      ? changes.flatMap((change, i) => [...(i > 0 ? [""] : []), ...changeLines(change)])
      : [
          versions.length > 1
            ? `${doc}: version ${versions[0]} is the oldest that is kept; nothing to compare it with.`
            : `${doc}: one version is kept; nothing to compare.`,
        ];
  return `${lines.map(harmless).join("\n")}\n`;
}

function changeLines({ from, to, passages, more, came, went, changed, moved, lost }: VersionChange): string[] {
  const part = (title: string, lines: string[]): string[] =>
    lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${line}`)] : [];
  const lines = [
    ...part("Words", [...passages.map(passage), ...(more > 0 ? [`and ${more} more passages`] : [])]),
    ...part("Statements that came", came.map(statement)),
    ...part("Statements that went", went.map(statement)),
    ...part(
      "Statements that changed",
      changed.flatMap((one) => [
        statement(one),
        ...one.fields.map(
          ({ field, from: old, to: now }) => `  ${field}: ${short(old ?? "none")} → ${short(now ?? "none")}`,
        ),
      ]),
    ),
    ...part("Decisions to be looked at again", moved.map(decision)),
    ...part("Decisions that found no place", lost.map(decision)),
  ];
  return [
    `Version ${from} to ${to}`,
    ...(lines.length > 0 ? lines : ["Nothing differs in words, statements or decisions."]),
  ];
}

const short = (text: string): string => (text.length > LONGEST ? `${flat(text.slice(0, LONGEST))}…` : flat(text));

const passage = ({ before, removed, added, after }: Passage): string =>
  [
    flat(before),
    removed === "" ? "" : `[-${short(removed).trim()}-] `,
    added === "" ? "" : `{+${short(added).trim()}+} `,
    flat(after),
  ]
    .join("")
    .trim();

const statement = ({ id, speaker, content }: VersionStatement): string =>
  `${id.padEnd(4)} ${speaker}: ${short(content)}`;

const decision = ({ type, author, time, reason }: LeftBehind): string =>
  `${type} by ${author}, ${time.slice(0, 10)}: ${reason}`;
