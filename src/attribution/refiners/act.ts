/** `act`, `negated` and `framing`: what the source does with its content, and how the article's own voice stands to it. */
import type { Act, Attribution, Framing, Span, Why } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import type { Context, Refiner } from "../context.ts";
import { type Entry, lookUp, matchWords } from "../lexicon/lemma.ts";
import { hull } from "../spans.ts";
import { wordsOf } from "../words.ts";
import { type Modified, modifierOf } from "./modifiers.ts";

const HEARSAY_ADVERB = /\b(?:reportedly|allegedly|supposedly|purportedly|apparently)\b/i;
const NEGATION =
  /\b(?:not|never|no|nothing|nobody|none|neither|nor|without (?=\p{L}+ing\b)|hardly|cannot)\b|n['’]t\b/iu;
const PASSIVE = /^(?:.*\b)?(?:is|are|was|were|be|been|being|'s|’s)\b/i;
const SAYING =
  "say|comment|confirm|discuss|deny|answer|explain|give|elaborate|disclose|specify|name|address|respond|reply|identify|speculate|reveal|talk|speak|provide|rule|be drawn|be interviewed|release|tell|state|return|take";
const SILENCE = letterPattern(
  [
    `\\b(?:declin|refus)\\w* (?:\\p{L}+ ){0,3}to (?:publicly |further )?(?:${SAYING})`,
    "\\bdeclin\\w* (?:any |all |further )?(?:comment|an interview|requests?|interviews?)",
    "\\b(?:did|does|do|has|have|had|could|will)(?: not|n['’]t)(?: \\p{L}+ly| yet| so far| immediately| want to| wish to)* (?:respond|responded|reply|replied|comment|commented|answer|answered|return|returned|address|addressed)\\b",
    "\\bwould(?: not|n['’]t)(?: even)? (?:say|comment|explain|discuss|confirm|be drawn|respond|answer|name|elaborate|give)",
    "\\bwill not (?:say|comment|explain|discuss)",
    "\\bcould not (?:be reached|immediately be reached|say|tell)",
    "\\bno comment\\b",
    "\\bneither (?:confirm|den)\\w*|\\bneither confirm nor deny",
    "\\byet to (?:answer|respond|comment|reply|say)",
    "\\b(?:kept|keep|keeps|remain\\w*|stay\\w*)\\b.{0,20}\\b(?:silent|quiet|mum)\\b",
  ].join("|"),
  "iu",
);
const WH = /^[“"‘']?(?:whether|if|how|why|what|when|where|who|which)\b/i;
const TO = /(?:^|\s)(?:not )?to (?!(?:the|a|an|his|her|its|their|my|our|this|that|reporters|journalists)\b)\p{Ll}+/iu;
/** Nouns carry the act after verbs that mean little. */
const LIGHT =
  /^(?:express|voice|issue|make|give|have|draw|launch|raise|share|air|get|offer|reiterate|face|put|send|deliver|prompt|spark|cause|win|earn|file|lodge|come|hold|take|be|read|carry|release|publish)$/;

interface Judged {
  act: Act;
  framing: Framing;
  negated: boolean;
  reason: string;
  framingReason: string;
  confidence: number;
}

export const act: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const j = judge(a, context);
    const why = (reason: string): Why => ({
      how: j.confidence > 0.6 ? "stated" : "inferred",
      by: "act",
      reason,
      confidence: j.confidence,
    });
    return {
      ...a,
      act: j.act,
      framing: j.framing,
      negated: j.negated,
      why: {
        ...a.why,
        act: why(j.reason),
        negated: why(j.negated ? "the cue is negated" : "nothing negates the cue"),
        framing: why(j.framingReason),
      },
    };
  });

function judge(a: Attribution, context: Context): Judged {
  const { doc } = context;
  const cue = a.cue.map((s) => doc.text.slice(...s)).join(" ");
  const content = a.content.map((s) => doc.text.slice(...s)).join(" ");
  const entry = mainEntry(cue, doc.text, a);
  let value: Act = entry?.act ?? "claim";
  let reason = entry
    ? `the cue “${entry.lemma}” signals it`
    : "the cue is none that the lexicon knows; taken for a claim";
  const source = a.source.map((s) => doc.text.slice(...s)).join(" ");
  const tail = lastPiece(a, doc.text);
  const after = tailBehind(a, doc.text);
  const negation =
    (NEGATION.test(cue) && !negatedAway(cue)) || NO_SOURCE.test(source) || NOTHING.test(after) || YET.test(cue);
  const around = surroundings(a, doc.text);
  if (isSilence(NO_SOURCE.test(source) ? negatedCue(cue) : cue, tail, around, entry))
    return {
      act: "silence",
      framing: "neutral",
      negated: false,
      reason: "the source does not answer",
      framingReason: "told in neutral words",
      confidence: 0.9,
    };
  const lemma = entry?.lemma ?? "";
  if (
    /^(?:tell|warn|advise|instruct|remind|say|teach|signal)$/.test(lemma) &&
    // "is said to have …" is hearsay, "was told to …" is a directive.
    !(lemma === "say" && PASSIVE.test(cue)) &&
    (/^(?:not )?to \p{Ll}/u.test(tail) ||
      (a.content.length === 1 && /^[“"‘']to \p{Ll}/u.test(tail)) ||
      toAfterObject(after, lemma))
  ) {
    value = "directive";
    reason = `“${lemma} … to” asks for something to be done`;
  } else if (lemma === "ask") {
    value = asked(cue, content, tail);
    reason = value === "question" ? "what is asked is a question" : "something is asked for";
  } else if (lemma === "agree" && /^to \p{Ll}/u.test(tail)) value = "intention";
  else if (/^(?:expect|expected)$/.test(lemma) || UNDERSTOOD.test(cue)) value = "belief";
  else if (lemma === "propose" && /ing\b/.test(tail.split(" ")[0] ?? "")) value = "intention";
  else if (lemma === "call" && /^(?:for|on|upon)\b/.test(tail)) value = "directive";
  else if (lemma === "insist" && /^on\b/.test(tail)) value = "directive";
  else if (lemma === "consider" && /ing\b/.test(tail.split(" ")[0] ?? "")) value = "intention";
  else if (a.cue.length === 0) {
    value = "claim";
    reason = "words quoted without a cue";
  }
  const none = a.source.length === 0 && a.cue.length > 0;
  const [framing, framingReason] = framingOf(cue, entry, value, none, modifierOf(a, context));
  return {
    act: value,
    framing,
    negated: negation,
    reason,
    framingReason,
    confidence: entry ? 0.9 : 0.5,
  };
}

/** "Neither of them said", "Nobody has claimed", "No official confirmed". */
const NO_SOURCE = /^(?:neither|nobody|no one|none|not one|no \p{Ll}+)\b/iu;
/** "said nothing about the crew", "said no such thing". */
const NOTHING = /^(?:nothing|no such thing)\b/i;
/** "has yet to confirm": not done so far. */
const YET = /\byet to\b/i;
const UNDERSTOOD = /\b(?:is|are|was|were|been) (?:widely |generally )?understood\b/i;
/** "Neither would say whether": the negation stands in the source. */
const negatedCue = (cue: string): string => cue.replace(/^(would|could|will|did|has|have|had|can)\b/i, "$1 not");

/** "refused to deny" is no negation of its own; "not only" neither. */
const negatedAway = (cue: string): boolean =>
  /\bnot (?:only|just|merely|simply)\b|\bno (?:longer|doubt|less)\b|\bwith(?:out (?:\p{L}+ing )?| no )(?:any )?(?:evidence|proof)\b/iu.test(
    cue,
  );

function framingOf(
  cue: string,
  entry: Entry | null,
  value: Act,
  none: boolean,
  modified: Modified | null,
): [Framing, string] {
  if (HEARSAY_ADVERB.test(cue)) return ["hearsay", "an adverb such as “reportedly” stands in the cue"];
  if (none && (value === "claim" || value === "belief") && !/^\W+$/.test(cue))
    return ["hearsay", "nobody is named who says or thinks it"];
  if (modified?.framing === "hearsay") return ["hearsay", modified.reason];
  if (value !== "claim") return ["neutral", "told in neutral words"];
  if (modified) return [modified.framing, modified.reason];
  if (entry?.framing === "distancing") return ["distancing", `“${entry.lemma}” keeps a distance`];
  if (entry?.framing === "endorsing") return ["endorsing", `“${entry.lemma}” treats it as true`];
  if (entry?.framing === "hearsay") return ["hearsay", `“${entry.lemma}” tells it as hearsay`];
  return ["neutral", "told in neutral words"];
}

function isSilence(cue: string, tail: string, around: string, entry: Entry | null): boolean {
  if (SILENCE.test(cue) || (/declin|refus/i.test(cue) && SILENCE.test(around))) return true;
  if (
    /\b(?:did|does|has|have|had|do|would|will|could|can)(?: not|n['’]t)(?: yet| so far)? (?:say|said|tell|told|explain\w*|specif\w+|disclos\w+|reveal\w*|give|given|know)\b/i.test(
      cue,
    ) &&
    (WH.test(tail) ||
      /^(?:for|to|with|from|by|about|on|in|at|of) (?:whom|which|what|whose)\b/i.test(tail) ||
      /^(?:a |the |any )?(?:reason|detail|further|more)/i.test(tail))
  )
    return true;
  return entry?.act === "silence" && entry.lemma !== "decline";
}

const surroundings = (a: Attribution, text: string): string => {
  const span = hull([...a.cue, ...a.content]) as Span;
  return text.slice(span[0], Math.min(span[1], span[0] + 200));
};

/** The content after the cue, or the last piece of it. */
function lastPiece(a: Attribution, text: string): string {
  const end = hull(a.cue)?.[1] ?? 0;
  const after = a.content.find((s) => s[0] >= end) ?? a.content.at(-1);
  return after ? text.slice(...after) : "";
}

/** The content that starts behind the cue; empty where all of it goes before. */
function tailBehind(a: Attribution, text: string): string {
  const end = hull(a.cue)?.[1] ?? 0;
  const piece = a.content.find((s) => s[0] >= end);
  return piece ? text.slice(...piece) : "";
}

/** "told parents to wait", "warned him not to talk". */
const toAfterObject = (tail: string, lemma: string): boolean =>
  (lemma === "tell" || lemma === "warn" || lemma === "advise" || lemma === "instruct") &&
  /^(?!of\b|about\b|against\b|that\b)(?:\p{L}+ ){1,4}(?:not )?to \p{Ll}/u.test(tail) &&
  !/\b(?:is|are|was|were|has|have|had|will|would|that|can|could|may)\b/.test(tail.split(" to ")[0] ?? "");

function asked(cue: string, content: string, tail: string): Act {
  if (/\bfor\b/i.test(cue) || /^for\b/.test(tail)) return "directive";
  if (
    WH.test(tail) ||
    /^(?:for|to|with|from|by|about|on|in|at|of) (?:whom|which|what|whose)\b/i.test(tail) ||
    /\?[”"’']?$/.test(content) ||
    /^about\b/.test(tail)
  )
    return "question";
  if (/^(?:not )?to \p{Ll}/u.test(tail) || TO.test(tail) || /^that\b/.test(tail)) return "directive";
  return /[“"‘]/.test(content) ? "question" : "directive";
}

const AUXILIARY = new Set(["be", "have", "make", "get", "go on"]);
/** "have long alleged", "liked to say": no longing and no liking where another verb follows. */
const WEAK = new Set(["long", "like", "love", "hate", "seem", "mean"]);
/** Between "be" and what it is: "was not convinced", "is not so sure". */
const BETWEEN = /^(?:not|never|so|very|quite|fully|really|entirely|also|still|n't)$/;

/** The entry that decides: a noun after a light verb, else the first verb, else whatever is there. */
function mainEntry(cue: string, text: string, a: Attribution): Entry | null {
  const words = wordsOf(cue, [0, cue.length])
    .map((w) => w.form.replace(/^(is|are|was|were)n't$/, "$1"))
    .filter((w) => !BETWEEN.test(w));
  // A particle may have been given to the content ("called | for more").
  const next = /^(\p{Ll}+)\b/u.exec(lastPiece(a, text))?.[1];
  const extended = next ? [...words, next] : words;
  const matches = matchWords(extended).filter((m) => m.from < words.length);
  const all = matches.filter((m) => m.entry.part === "verb" && !AUXILIARY.has(m.entry.lemma));
  const strong = all.filter((m) => !WEAK.has(m.entry.lemma));
  const verbs = strong.length > 0 ? strong : all;
  const noun = matches.find((m) => lookUp(extended.slice(m.from, m.to).join(" ")).some((e) => e.part === "noun"));
  const first = verbs.find((m) => !HEARSAY_ADVERB.test(m.entry.lemma)) ?? null;
  if (noun && (!first || first === noun || LIGHT.test(first.entry.lemma) || PASSIVE.test(cue))) {
    const asNoun = lookUp(extended.slice(noun.from, noun.to).join(" ")).find((e) => e.part === "noun") ?? null;
    const before = words[noun.from - 1] ?? "";
    const nominal =
      !first ||
      LIGHT.test(first.entry.lemma) ||
      /^(?:a|an|the|his|her|its|their|no|any|some)$/.test(before) ||
      onlyNoun(words, a, text);
    if (
      asNoun &&
      nominal &&
      !(
        first === noun &&
        !/^(?:a|an|the|his|her|its|their|no)$/.test(before) &&
        words.length > 0 &&
        !onlyNoun(words, a, text)
      )
    )
      return asNoun;
  }
  return first?.entry ?? matches[0]?.entry ?? null;
}

/** A bare form such as "fears" is a noun when a source does not stand right before it. */
function onlyNoun(words: readonly string[], a: Attribution, text: string): boolean {
  if (words.length !== 1) return false;
  const cue = a.cue[0] as Span;
  const before = text.slice(Math.max(0, cue[0] - 24), cue[0]).toLowerCase();
  return /(?:\b(?:a|an|the|his|her|its|their|no|any|some|of|with|amid|over|drew|draw|draws|into)|[’']s?)\s$/.test(
    before,
  );
}
