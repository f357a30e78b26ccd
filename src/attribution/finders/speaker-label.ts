/** Speaker labels of transcripts and interviews: "HOLT: …", "A: …". The outlet's own questions are not marked. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";

const LABEL =
  /^((?:\p{Lu}[\p{Lu}\p{M}'’.-]+(?: (?:\p{Lu}[\p{Lu}\p{M}'’.-]*|OF|THE|FROM|AND)){0,4}|[AQ]|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}))\s?:\s+(?=\S)/u;
const QUESTIONER = /^(?:Q|Question|Interviewer|Host|Moderator)$/i;
/** Labels that introduce no speaker. */
const NO_SPEAKER =
  /^(?:UPDATE[DS]?|BREAKING|LIVE|WATCH|READ|MORE|NOTE|CORRECTION|CLARIFICATION|PHOTOS?|VIDEO|IMAGE|OPINION|ANALYSIS|EXPLAINER|TRANSCRIPT|EXCLUSIVE|INTERVIEW|PS|TL;DR|FAQ|TEL|PHONE|EMAIL|SOURCE|DATE|TIME|PLACE|VENUE|Update|Correction|Live|Watch|Read|Note|Exclusive|Opinion|Analysis|Transcript|Explainer|Photos?|Video|Reports|Breaking|Image|Moderator|Editor)$/;
const CONFIDENCE = 0.95;
/** A label makes a transcript when labels stand before this many blocks. */
const FEWEST = 3;

/** So many names in capitals make one as well, when the article names them elsewhere. */
const FEWEST_KNOWN = 2;

/** "FARR" where the article writes "Odile Farr". */
const isKnown = (name: string, text: string): boolean =>
  /^\p{Lu}[\p{Lu}’'.-]+$/u.test(name) && text.includes(` ${name[0]}${name.slice(1).toLowerCase()}`);

export const speakerLabel: Finder = (_found, { doc }) => {
  const labelled: { label: Span; colon: Span; content: Span; name: string }[] = [];
  for (const { span, kind } of doc.blocks) {
    if (kind === "headline") continue;
    const body = doc.text.slice(...span);
    const match = LABEL.exec(body.slice(0, 80));
    const name = match?.[1];
    if (!match || !name || NO_SPEAKER.test(name)) continue;
    const colon = span[0] + match[0].indexOf(":", name.length);
    labelled.push({
      name,
      label: [span[0], span[0] + name.length],
      colon: [colon, colon + 1],
      content: [span[0] + match[0].length, span[1]],
    });
  }
  const turns = new Map<string, number>();
  for (const { name } of labelled) turns.set(name, (turns.get(name) ?? 0) + 1);
  // Names in capitals that the article also writes as names are labels though each of them speaks but once.
  const known = labelled.filter(({ name }) => isKnown(name, doc.text)).length;
  const transcript = labelled.length >= FEWEST && Math.max(0, ...turns.values()) >= 2;
  if (!transcript && (known < FEWEST_KNOWN || known < labelled.length)) return [];
  return labelled
    .filter(({ name }) => !QUESTIONER.test(name))
    .map(
      ({ label, colon, content, name }): Proposal => ({
        source: [label],
        cue: [colon],
        content: [content],
        confidence: CONFIDENCE,
        by: "speaker-label",
        reason: `the line stands under the speaker label “${name}”`,
      }),
    );
};
