/** The flags of `hearsay correct` → a decision about a statement. */
import type { Corrected } from "../archive/corrections/apply.ts";
import type { Decision } from "../archive/corrections/decide.ts";
import type { Changes, Place } from "../archive/corrections/events.ts";
import { anchorOf, placeAt, placesAt } from "../archive/corrections/target.ts";
import { spanOfWords } from "../archive/corrections/words.ts";
import { hull } from "../attribution/spans.ts";
import { ACTS, FORMS, FRAMINGS, KINDS, NAMINGS, type Reading, type Span } from "../document.ts";
import { UsageError } from "../error.ts";

export interface CorrectFlags {
  accept?: boolean;
  reject?: boolean;
  add?: boolean;
  source?: string;
  cue?: string;
  content?: string;
  speaker?: string;
  role?: string;
  kind?: string;
  naming?: string;
  form?: string;
  act?: string;
  framing?: string;
  negated?: string;
  channel?: string;
  when?: string;
  within?: string;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;
const OPENS = /^[“"‘'«„]/;
/** Takes a label away: `--role none`. */
const NONE = "none";

/** @throws UsageError for flags that do not go together, values that are none, words that do not stand in the article */
export function decisionBy(statement: string, flags: CorrectFlags, corrected: Corrected): Decision {
  const set = changesBy(statement, flags, corrected);
  const changed = Object.keys(set).length;
  if (Number(flags.accept === true) + Number(flags.reject === true) + Number(changed > 0) !== 1)
    throw new UsageError(
      "correct: say --accept, or --reject, or what to change (--speaker NAME, --content “words”, …)",
    );
  if (flags.accept) return { type: "accept", statement };
  if (flags.reject) return { type: "reject", statement };
  const { entity, role, kind, naming, ...rest } = set;
  if (entity === undefined || Object.keys(rest).length > 0) return { type: "edit", statement, set };
  return {
    type: "reassign-speaker",
    statement,
    speaker: {
      entity,
      ...(role === undefined ? {} : { role }),
      ...(kind ? { kind } : {}),
      ...(naming ? { naming } : {}),
    },
  };
}

/** A statement that Hearsay did not see; what is not said about it is what is plainest. */
export function additionBy(flags: CorrectFlags, corrected: Corrected): Decision {
  const { text } = corrected.reading;
  if (!flags.content) throw new UsageError("correct --add: needs --content “the words that were said”");
  const content = spanOfWords(text, flags.content);
  const near = (words: string | undefined): Place[] =>
    words ? [placeAt(text, spanOfWords(text, words, content))] : [];
  const labels = labelsBy(flags);
  return {
    type: "add",
    added: {
      source: near(flags.source),
      cue: near(flags.cue),
      content: [placeAt(text, content)],
      labels: {
        form:
          OPENS.test(flags.content.trim()) || OPENS.test(text.slice(content[0] - 1, content[0]))
            ? "direct"
            : "indirect",
        act: "claim",
        negated: false,
        framing: "neutral",
        kind: flags.source || flags.speaker ? "person" : "none",
        naming: flags.speaker ? "named" : flags.source ? "role" : "none",
        entity: null,
        role: null,
        ...labels,
        channel: near(flags.channel),
        when: null,
      },
    },
  };
}

function changesBy(statement: string, flags: CorrectFlags, { reading, rejected }: Corrected): Changes {
  const { text } = reading;
  const own = [...reading.attributions, ...rejected].find((a) => a.id === statement);
  const near: Span | undefined = own ? (hull([...own.source, ...own.cue, ...own.content]) ?? undefined) : undefined;
  const places = (words: string): Place[] => (words === NONE ? [] : placesAt(text, [spanOfWords(text, words, near)]));
  return {
    ...(flags.source === undefined ? {} : { source: places(flags.source) }),
    ...(flags.cue === undefined ? {} : { cue: places(flags.cue) }),
    ...(flags.content === undefined ? {} : { content: [placeAt(text, spanOfWords(text, flags.content, near))] }),
    ...(flags.channel === undefined ? {} : { channel: places(flags.channel) }),
    ...(flags.when === undefined
      ? {}
      : { when: whenBy(flags.when, own?.when?.span ?? own?.cue[0] ?? own?.content[0], text) }),
    ...(flags.within === undefined ? {} : { within: withinBy(flags.within, reading) }),
    ...labelsBy(flags),
  };
}

const labelsBy = (
  flags: CorrectFlags,
): Pick<Changes, "entity" | "role" | "kind" | "naming" | "form" | "act" | "framing" | "negated"> => ({
  ...(flags.speaker === undefined ? {} : { entity: flags.speaker === NONE ? null : flags.speaker }),
  ...(flags.role === undefined ? {} : { role: flags.role === NONE ? null : flags.role }),
  ...(flags.kind === undefined ? {} : { kind: oneOf("kind", flags.kind, KINDS) }),
  ...(flags.naming === undefined ? {} : { naming: oneOf("naming", flags.naming, NAMINGS) }),
  ...(flags.form === undefined ? {} : { form: oneOf("form", flags.form, FORMS) }),
  ...(flags.act === undefined ? {} : { act: oneOf("act", flags.act, ACTS) }),
  ...(flags.framing === undefined ? {} : { framing: oneOf("framing", flags.framing, FRAMINGS) }),
  ...(flags.negated === undefined ? {} : { negated: oneOf("negated", flags.negated, ["yes", "no"]) === "yes" }),
});

/** Where the article has no words for the day, it is held by the cue. */
function whenBy(value: string, span: Span | undefined, text: string): Changes["when"] {
  if (value === NONE) return null;
  if (!DATE.test(value)) throw new UsageError(`--when ${value}: is no date; write it as 2024-03-14, or none`);
  if (!span) throw new UsageError("--when: the statement has no words in the article");
  return { place: placeAt(text, span), value };
}

function withinBy(value: string, reading: Reading): Changes["within"] {
  if (value === NONE) return null;
  const outer = reading.attributions.find((a) => a.id === value);
  if (!outer) throw new UsageError(`--within ${value}: there is no such statement; list them with: hearsay review`);
  return anchorOf(reading.text, outer);
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (!found) throw new UsageError(`--${flag} ${value}: write ${allowed.join(", ")}`);
  return found;
}
