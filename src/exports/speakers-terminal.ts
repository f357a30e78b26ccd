/** Speakers for a terminal. */
import type { SpeakerList } from "../archive/speakers/found.ts";
import { type Speaker, speakerLabel } from "../archive/speakers/profile.ts";
import type { SpeakerDecided } from "../views/speakers.ts";
import { harmless } from "./terminal.ts";

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** "12 statements: 9 confirmed, 3 suggested": what humans decided is never mixed with what only seems so. */
export const standingWords = ({
  statements,
  confirmed,
  suggested,
}: Pick<Speaker, "statements" | "confirmed" | "suggested">): string =>
  `${plural(statements, "statement")}: ${confirmed} confirmed as theirs, ${suggested} suggested`;

/** A list of speakers, each with names and offices and why they are taken for one. */
export function speakersToTerminal({ total, items }: SpeakerList, offset: number): string {
  if (total === 0) return "Nobody of this name is quoted in the archive.\n";
  const head = `${plural(total, "speaker")}${items.length < total ? `, ${offset + 1} to ${offset + items.length}` : ""}`;
  return `${[head, ...items.flatMap((speaker) => ["", ...speakerLines(speaker)])].join("\n")}\n`;
}

/** What was decided, and how the speakers stand now. */
export function decidedToTerminal({ event, speakers }: SpeakerDecided): string {
  const done = event ? `Kept (${event.type}); take it back with: hearsay speakers undo` : "Nothing to take back.";
  return `${[done, ...speakers.flatMap((speaker) => ["", ...speakerLines(speaker)])].join("\n")}\n`;
}

function speakerLines(speaker: Speaker): string[] {
  const { aliases, wikidata, kind, namesakes, profiles } = speaker;
  return [
    `${speakerLabel(speaker)}, ${kind}${wikidata ? `, Wikidata ${wikidata}` : ""}`,
    `  ${standingWords(speaker)}${aliases.length > 0 ? `; also ${aliases.join(", ")}` : ""}`,
    ...(profiles.length > 1 || profiles[0]?.role
      ? profiles.map(
          (p) =>
            `  ${String(p.statements).padStart(5)}  ${p.role ?? "no office told"}${p.name === speaker.name ? "" : ` (as ${p.name})`}: ${p.standing}, ${p.reason}`,
        )
      : []),
    ...namesakes.map((other) => `  not ${other.name} (${other.role ?? "no office told"}): ${other.reason}`),
  ].map(harmless);
}
