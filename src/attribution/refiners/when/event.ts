/** An event that dates a saying: "After the meeting", "on the eve of the vote". Its day is known only where its words tell it. */
import type { Attribution, Span } from "../../../document.ts";
import { letterPattern } from "../../../letter-pattern.ts";
import { plusDays } from "../../calendar/days.ts";
import { timePhrases } from "../../calendar/phrases.ts";
import type { Context } from "../../context.ts";
import { contains, hull, overlaps } from "../../spans.ts";

const MOMENT =
  "(?:[Hh]ours|[Mm]inutes|[Ss]hortly|[Ss]oon|[Rr]ight|[Ii]mmediately|[Dd]ays|[Ww]eeks|[Mm]oments|[Aa] (?:day|week|month|few (?:days|hours|weeks))|(?:[Tt]wo|[Tt]hree) (?:days|weeks|hours))";
const RELATION = `(?:${MOMENT} (?:after|before)|[Aa]fter|[Bb]efore|[Ff]ollowing|[Dd]uring|[Aa]head of|[Aa]t the (?:end|start) of|(?:(?<=[Oo]n )the )?eve of)`;
const NOUN =
  "(?:match|game|meeting|talks|vote|hearing|trial|verdict|ruling|whistle|race|summit|debate|discussion|break|session|ceremony|funeral|election|sitting|crash|fire|concert|call|attack|strike|launch|visit|inspection|arrest|incident|announcement|ballot|protest|raid|storm|release|leak)";
/** At the head of a sentence up to its comma or subject, or right behind the cue. */
const LEADING_EVENT = letterPattern(
  `^[“"‘']?(?:[Oo]n )?(?!Following)(${RELATION} (?:the|a|an|his|her|their|its|last|\\p{Lu}\\p{L}+['’]s) [^,.;:“”"]{3,70})(?=,)|^[“"‘']?(?:[Oo]n )?(${RELATION} (?:the|a|an|his|her|their|its|\\p{Lu}\\p{L}+['’]s) (?:\\p{Ll}[\\p{L}-]* ){0,3}${NOUN})\\b`,
  "u",
);
const LATER_EVENT = letterPattern(
  `\\b(${RELATION} (?:the|a|an|his|her|their|its|last|\\p{Lu}\\p{L}+['’]s) (?:[\\p{L}'’-]+ ){0,4}?${NOUN}\\b|(?:the )?eve of [^,.;:“”"]{3,50}?(?= that\\b|,|\\.|$))`,
  "gu",
);
const NEAR = 50;
const LEADING = 90;

/** The event's words, conjunction included ("eve" stands for one); `null` when none dates the saying. `frame`: it must lie inside these. */
export function eventOf(a: Attribution, sentence: Span, frame: readonly Span[] | null, { doc }: Context): Span | null {
  const { text } = doc;
  const cue = hull(a.cue);
  if (!cue) return null;
  const free = (span: Span): boolean =>
    ![...a.content, ...a.source, ...a.cue].some((s) => overlaps(s, span)) &&
    (frame?.some((f) => contains(f, span)) ?? true);
  const body = text.slice(sentence[0], Math.min(sentence[1], cue[1] + 160));
  const lead = LEADING_EVENT.exec(body);
  const words = lead?.[1] ?? lead?.[2];
  if (lead && words) {
    const start = sentence[0] + lead.index + lead[0].indexOf(words);
    const span: Span = [start, start + words.length];
    const head = Math.min(cue[0], hull(a.source)?.[0] ?? cue[0]);
    const joined = /\b(?:and|but)\b/u.test(text.slice(span[1], head));
    if (free(span) && span[1] <= head && head - span[1] <= LEADING && !joined) return span;
  }
  for (const match of body.matchAll(LATER_EVENT)) {
    const span: Span = [sentence[0] + match.index, sentence[0] + match.index + match[0].length];
    if (!free(span) || span[0] < cue[1]) continue;
    const behind = Math.max(cue[1], ...[...a.source, ...a.content].filter((s) => s[1] <= span[0]).map((s) => s[1]));
    if (span[0] - behind <= NEAR && !/[;:“”"]|\b(?:and|but|who|which|that)\b/u.test(text.slice(behind, span[0])))
      return span;
  }
  return null;
}

/** The day that an event's own words tell ("After Thursday's meeting"); `value` resolves the time phrase in them. */
export function dayOfEvent(text: string, span: Span, value: (phrase: Span) => string | null): string | null {
  const phrase = timePhrases(text, span).find((p) => p.kind === "date");
  const told = phrase ? value(phrase.span) : null;
  // "After the crash of 2008": a year tells no day.
  if (!told || told.length === 4) return null;
  const words = text.slice(...span).toLowerCase();
  const exact = told.length === 10;
  if (/\beve of\b/.test(words)) return exact ? plusDays(told, -1) : null;
  const away = /^a day (after|before)/.exec(words);
  if (away) return exact ? plusDays(told, away[1] === "after" ? 1 : -1) : null;
  return /^(?:days|weeks|a week|a month|a few|two|three)/.test(words) ? null : told;
}
