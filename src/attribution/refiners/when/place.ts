/** Where a time phrase must stand to date a saying: beside its cue, at the head of its clause, or in what describes its document. */
import type { Attribution, Span } from "../../../document.ts";
import { type TimePhrase, timePhrases } from "../../calendar/phrases.ts";
import type { Context } from "../../context.ts";
import { contains, hull, overlaps } from "../../spans.ts";

export interface Place {
  span: Span;
  kind: TimePhrase["kind"];
  /** The state that it opens goes on: "has said since March". */
  since: boolean;
}

/** Words between the phrase and the cue that keep them together. */
const NEAR = 60;
const LEADING = 110;
const FARTHEST = 600;
/** Between a source and a time phrase stands at most this: "the ministry, late on Friday, said". */
const BESIDE = /^[,\s]*(?:(?:late|early|also|then|again|only|on|in|at|during)\s+)*(?:the\s+)?$/iu;
/** What may stand before a phrase that opens its clause. */
const OPENS =
  /(?:^|[;:–—]\s|,\s(?:and|but|while|although|though)\s|\b(?:and|but|that|while)\s)["“'‘]?(?:(?:and|but|so|then|later|late|early|as early as|only|just|back|also|it was)\s+)*(?:(?:on|in|at|by|during|over|since|for)\s+)?(?:the\s+)?(?:(?:early|late)\s+)?$/iu;
/** What opens a sentence and is closed by a comma behind its date: "At a rally in Orle on Monday,", "When she was asked on Friday,". */
const INTRODUCED =
  /^(?:(?:And|But|So|Then|Later),? )?(?:(?:[Dd]uring|[Aa]t|[Ii]n|[Oo]n) (?!(?:[\p{L}'’-]+ )*(?:that|which|who|whose|when|where) )|(?:When|As|Asked|Speaking|Pressed|Questioned|Interviewed|Addressing|Appearing|Testifying|Writing|Responding|Replying|Reached|Contacted)\b)(?:[^;:“”"]{2,90})?\s(?:(?:late|early|on|in)\s+)*$/u;
/** Such an opening may go on a little behind its date: "Speaking on Monday in Orle,". */
const GOES_ON = /^[^,;:“”"]{0,60},\s/u;
/** "was more direct on Monday when he told": the date of the main clause is that of the saying. */
const AS_CLAUSE = /^\s(?:when|as)\s[^,;:“”"]{0,60}$/u;
const NEW_CLAUSE =
  /[;:“”"]|\.\s|\b(?:and|but|while|whereas|although|though|because|if|who|which|when|will|would|could|can|may|might|should|has|have|had|is|are|was|were)\b/iu;
/** "until Tuesday", "to March": the thing said lies then, not the saying. */
const NOT_OF_SAYING = /\b(?:until|till|by|from|before|after|between|of|for|to)\s+(?:the\s+)?$/iu;
const SINCE = /\bsince\s+(?:(?:at least|as far back as)\s+)?$/iu;
/** What dates a document: "a report published on Monday", "a letter dated 3 May", "a memo from 2020". */
const MADE =
  /\b(?:published|released|issued|dated|posted|aired|broadcast|commissioned|sent|written|made|given|filed|signed|delivered|uploaded|recorded|circulated|conducted|e-?mailed|mailed|handed over|(?:polls?|surveys?|reports?|study|figures|data|statement) out)(?: (?:by|to|in|on) [^,]{1,40}?)?(?:,? (?:on|in|late|early|between|at))*\s+(?:the\s+)?$|\b(?:from|of|dated)\s+(?:the\s+)?$|\b(?:report|statement|letter|study|poll|survey|article|post|tweet|memo|filing|e-?mail|interview|release|editorial|column|paper|note|message)\s$/iu;
const NEVER_OUT = /\b(?:never|not|un-?)\s?(?:been )?published\b/iu;
/** From a medium to its date: "letter to the board of 3 May". */
const OF_MEDIUM =
  /^(?:\s(?:to|by|from|with|for) [^,;:“"]{1,40}?)?,?\s(?:(?:published|released|issued|dated|posted|aired|broadcast|sent|written|on|in|of|from|late|early)\s+)+(?:the\s+)?$/iu;
/** "Friday's forecast" dates the forecast. */
const POSSESSED = /^['’]s?\s/u;

interface Held {
  text: string;
  a: Attribution;
  cue: Span;
  sentence: Span;
  /** Cues of other statements in the sentence: what stands beyond one of them is theirs. */
  others: readonly Span[];
}

/**
 * The time phrase that dates a saying; `null` when none stands where it could. `frame`: it must lie inside these;
 * `neighbours`: the statements of the same sentence.
 */
export function placeOf(
  a: Attribution,
  sentence: Span,
  frame: readonly Span[] | null,
  neighbours: readonly Attribution[],
  { doc }: Context,
): Place | null {
  const cue = hull(a.cue);
  if (!cue) return null;
  const { text } = doc;
  const window = around(sentence, cue);
  const others = neighbours.flatMap((b) => (b === a ? [] : b.cue.filter((c) => overlaps(c, window))));
  const held: Held = { text, a, cue, sentence, others };
  let best: { place: Place; rank: number } | null = null;
  for (const { span, kind } of timePhrases(text, window)) {
    if ([...a.content, ...a.cue].some((s) => overlaps(s, span))) continue;
    const inSource = a.source.some((s) => overlaps(s, span));
    if (frame && !inSource && !frame.some((f) => contains(f, span))) continue;
    if (POSSESSED.test(text.slice(span[1], span[1] + 3))) continue;
    const since = SINCE.test(text.slice(Math.max(sentence[0], span[0] - 30), span[0]));
    const rank = inSource ? documentRank(span, held) : rankOf(span, since, held);
    if (rank === null) continue;
    // An hour gives way to a day, a vague stretch to an exact one.
    const full = rank + (kind === "date" ? 0 : 1000);
    if (!best || full < best.rank) best = { place: { span, kind, since }, rank: full };
  }
  return best?.place ?? null;
}

/** What of a sentence may hold its date; a sentence without end is not searched from its start for every cue. */
const around = (sentence: Span, cue: Span): Span => [
  Math.max(sentence[0], cue[0] - FARTHEST),
  Math.min(sentence[1], cue[1] + FARTHEST),
];

/** What dates a document stands in its description. */
function documentRank(span: Span, { text, a }: Held): number | null {
  const source = a.source.find((s) => overlaps(s, span));
  if (!source || NEVER_OUT.test(text.slice(...source))) return null;
  return MADE.test(text.slice(source[0], span[0])) ? 0 : null;
}

/** The nearer the better; `null` when the phrase does not belong to the cue. */
function rankOf(span: Span, since: boolean, held: Held): number | null {
  const { text, a, cue, sentence } = held;
  const verbGroup = text.slice(...cue);
  if (since && !/\b(?:has|have|had)\b/iu.test(verbGroup)) return null;
  const medium = a.channel.findLast((c) => c[1] <= span[0]);
  const beyond = held.others.some((o) => o[0] >= span[1] && o[1] <= cue[0]);
  if (medium && !beyond && OF_MEDIUM.test(text.slice(medium[1], span[0]))) return span[0] - medium[1];
  // An adverb of hearsay dates nothing: the date beside it is that of what happened.
  const adverb = a.source.length === 0 && /ly$/u.test(verbGroup);
  if (adverb) return null;
  // "is expected in June" tells when the thing is expected, not who expected it when.
  if (a.source.length === 0 && /^(?:is|are|being|remains?)\b/iu.test(verbGroup)) return null;
  const source = hull(a.source.filter((s) => contains(sentence, s)));
  const before = text.slice(Math.max(sentence[0], span[0] - 40), span[0]);
  const made = MADE.test(before) && !/\b(?:from|of)\s+(?:the\s+)?$/iu.test(before);
  if (!made && NOT_OF_SAYING.test(before)) return null;
  if (span[0] >= cue[1]) return afterCue(span, source, held);
  if (source && source[1] <= span[0]) {
    const gap = text.slice(source[1], span[0]);
    return BESIDE.test(gap) || (made && gap.length <= NEAR && /^,?\s/u.test(gap)) ? cue[0] - span[1] : null;
  }
  const head = source && source[0] < cue[0] ? source[0] : cue[0];
  return leading(span, head, held);
}

function afterCue(span: Span, source: Span | null, { text, a, cue, others }: Held): number | null {
  // "said Bertil Aske on Monday": the source belongs to the verb; content in between was left before the date.
  const held = [...(source ? [source] : []), ...a.content].filter((s) => s[0] >= cue[0] && s[1] <= span[0]);
  const from = Math.max(cue[1], ...held.map((s) => s[1]));
  if (others.some((o) => o[0] >= cue[1] && o[1] <= span[0] && !a.content.some((c) => contains(c, o)))) return null;
  const gap = text.slice(from, span[0]);
  const content = held.some((s) => s !== source && s[1] === from);
  const channel = a.channel.some((c) => c[0] >= from && c[1] <= span[0]);
  if (content && !channel && !BESIDE.test(gap)) return null;
  if (gap.length > NEAR || NEW_CLAUSE.test(gap)) return null;
  // A source without content before the date must not be two sentences' distance away.
  return from - cue[1] > 250 ? null : gap.length;
}

function leading(span: Span, head: number, { text, sentence, others, cue }: Held): number | null {
  const before = text.slice(Math.max(sentence[0], span[0] - FARTHEST), span[0]).trimStart();
  const gap = text.slice(span[1], head);
  const opens = OPENS.test(before) || AS_CLAUSE.test(gap) || (GOES_ON.test(gap) && INTRODUCED.test(before));
  if (span[1] > head || !opens) return null;
  const verbBefore = others.some((o) => o[0] >= span[1] && o[1] <= Math.min(head, cue[0]));
  if (gap.length > LEADING || /[;“”"]|\.\s/u.test(gap)) return null;
  // "On Friday, fishermen rescued 700 and the navy said": a clause of its own stands between.
  if (
    /\b(?:and|but|while)\b/iu.test(gap.replace(/^[^,]*,/u, "")) &&
    /\b(?:and|but|while) (?:\p{L}+ ){0,6}$/iu.test(gap)
  )
    return null;
  return verbBefore && gap.length > NEAR ? null : 100 + gap.length;
}
