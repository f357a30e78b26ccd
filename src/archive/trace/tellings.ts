/** Tellings of one article: its attributions, without those that only wrap or repeat others, with what surrounds them. */
import type { Attribution, Span } from "../../document.ts";
import type { About, AboutIn } from "./about.ts";
import { weightOf } from "./content.ts";
import { HEDGE, type Lexicon } from "./lexicon.ts";
import { unpackMeaning } from "./meaning.ts";
import { type Names, namesIn, wordsOf } from "./normalise.ts";
import { channelOf, mediumBefore, type Outlets } from "./outlets.ts";
import { type Identities, type Identity, identitiesOf, identity } from "./speaker.ts";
import { sentencesWhere } from "./sentences.ts";
import { namesRelease, type Told } from "./told.ts";
import type { TraceArticle } from "./types.ts";

/** Contents with fewer words than this are no statements of their own. */
const FEWEST_WORDS = 3;
const QUOTED_PERSON = /^\s*((?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*){1,3})/u;

/** What tells the words of an article: the outlets there are, and what it writes as names. */
export interface Reader {
  outlets: Outlets;
  names: Names;
  lexicon: Lexicon;
  /** Only what this lets through is told; everything where it is not given. */
  about?: About | undefined;
}

/** What holds for all articles of a trace. */
interface Shared extends Pick<Reader, "outlets" | "lexicon"> {
  about?: AboutIn | undefined;
}

/** What tells the words of one article. */
export const readerOf = ({ text }: TraceArticle, { outlets, lexicon, about }: Shared): Reader => ({
  outlets,
  lexicon,
  names: namesIn(text),
  about: about?.(text),
});

/** The tellings of an article, in order of the text; `index` is its place in order of time. */
export function tellingsOf(article: TraceArticle, index: number, reader: Reader): Told[] {
  const { outlets, names, lexicon, about } = reader;
  const own = article.attributions.filter((a) => !a.furniture && a.content.length > 0);
  const asked = own.filter((a) => a.act !== "silence" && a.act !== "question" && (!about || about(a.content)));
  if (asked.length === 0) return [];
  const identities = identitiesOf(article.text, own);
  const hulls = own.map(({ content }) => hull(content));
  const told: Told[] = [];
  for (const a of asked) {
    const relation = relatives(a, own, hulls);
    if (relation.wraps || relation.repeats) continue;
    const speaker = speakerOf(article, a, identities);
    if (!speaker) continue;
    const pieces = a.content.map((p) => trim(article.text, p)).filter(([s, e]) => e > s);
    const words = lexicon.pack(wordsOf(article.text, pieces, names));
    const weight = weightOf(words, lexicon);
    if (words.length < FEWEST_WORDS || weight === 0) continue;
    const [first, last] = [pieces[0] as Span, pieces.at(-1) as Span];
    const { sentence, paragraph } = around(article, a);
    const outer = [a, ...relation.outer];
    told.push({
      article: index,
      span: [first[0], last[1]],
      content: { words, direct: isDirect(article.text, a), denied: (a.act === "denial") !== a.negated },
      weight,
      meaning: unpackMeaning(a.meaning),
      speaker,
      hedged: words.some((w) => (lexicon.classOf(w) & HEDGE) !== 0) || outer.some((o) => o.framing === "hearsay"),
      cites: citesOf(article, a, relation.outer, sentence, outlets),
      alongside: [],
      venue: venueOf(article, outer, outlets),
      when: outer.map((o) => o.when?.value ?? null).find((v) => v !== null && /^\d{4}-\d{2}-\d{2}$/.test(v)) ?? null,
      live: a.cue.some(([s, e]) => /^(?:says|tells|asks|adds|insists|claims)\b/i.test(article.text.slice(s, e))),
      namesRelease: namesRelease(article.text.slice(paragraph[0], sentence[1])),
    });
  }
  return told.map((one) => withAlongside(one, told));
}

/** An article says once where it has somebody's words from, and goes on ("…, she told the Courier. … she said"). */
function withAlongside(told: Told, all: readonly Told[]): Told {
  if (told.cites.length > 0 || told.namesRelease || told.speaker === null) return told;
  const theirs = all.filter(({ speaker }) => speaker?.name === told.speaker?.name);
  return {
    ...told,
    alongside: [...new Set(theirs.flatMap(({ cites }) => cites))],
    namesRelease: theirs.some((other) => other.namesRelease),
  };
}

function hull(spans: readonly Span[]): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [s, e] of spans) {
    if (s < start) start = s;
    if (e > end) end = e;
  }
  return [start, end];
}
const inside = (a: Span, b: Span): boolean => a[0] >= b[0] && a[1] <= b[1];

interface Relatives {
  /** Its content holds a whole statement and it adds only where that was read or that it is hearsay. */
  wraps: boolean;
  /** The same content is told by a nearer source, or it is a part of what the same speaker says. */
  repeats: boolean;
  /** Outlets and hearsay around it. */
  outer: Attribution[];
}

/** @param hulls of the contents of `own` */
function relatives(a: Attribution, own: readonly Attribution[], hulls: readonly Span[]): Relatives {
  const span = hulls[own.indexOf(a)] as Span;
  const passesOn = (x: Attribution): boolean =>
    x.kind === "outlet" || (x.framing === "hearsay" && x.source.length === 0);
  const out: Relatives = { wraps: false, repeats: false, outer: [] };
  for (const [i, other] of own.entries()) {
    const theirs = hulls[i] as Span;
    const holds = inside(span, theirs);
    if (other === a || (!holds && !inside(theirs, span))) continue;
    if (passesOn(a) && !passesOn(other)) out.wraps = true;
    if (passesOn(other) && holds) out.outer.push(other);
    const within = holds && (a.within === other.id || span[0] > theirs[0] || span[1] < theirs[1]);
    // What somebody says that "I" or "the union" did is his own statement, told once.
    if (within && !passesOn(other) && (other.entity === a.entity || other.form === "direct")) out.repeats = true;
  }
  return out;
}

/** The speaker; where an outlet is the source and quotes somebody ("quoted Petra Lindqvar as saying"), that person. */
function speakerOf(article: TraceArticle, a: Attribution, identities: Identities): Identity | null {
  if (a.kind === "outlet") {
    const cue = a.cue.at(-1);
    const verb = cue && article.text.slice(cue[0], cue[1]);
    const person =
      verb && /\b(?:quoted|cited|quotes|cites|quoting|citing)\b/.test(verb)
        ? QUOTED_PERSON.exec(article.text.slice(cue[1], cue[1] + 60))
        : null;
    if (person) return identities.get(person[1] as string) ?? identity(person[1] as string, "named");
  }
  return a.entity ? (identities.get(a.entity) ?? null) : null;
}

/** In the speaker's words: in marks, or behind a speaker's label. */
const isDirect = (text: string, a: Attribution): boolean =>
  a.form === "direct" || a.cue.some(([s, e]) => /^[:–—]$/.test(text.slice(s, e).trim()));

/** Without outer marks, blanks and the comma or stop that closes it. */
export function trim(text: string, [start, end]: Span): Span {
  let [s, e] = [start, end];
  while (s < e && /[\s“”"«»„‘'([–—:,;-]/.test(text[s] as string)) s++;
  while (e > s && /[\s“”"«»‘’'),.;:–—!?-]/.test(text[e - 1] as string)) e--;
  // A bracket or possessive that the cut left open belongs to the content.
  if (text[s - 1] === "[" && text.slice(s, e).includes("]")) s--;
  return [s, e];
}

/** The sentences an attribution stands in, and its paragraph up to them. */
function around(article: TraceArticle, a: Attribution): { sentence: Span; paragraph: Span } {
  const whole = hull([...a.content, ...a.cue, ...a.source]);
  const touches = ([s, e]: Span): boolean => s < whole[1] && e > whole[0];
  const touching = sentencesWhere(article, touches).filter(touches);
  const sentence = touching.length > 0 ? hull(touching) : whole;
  const block = article.blocks.find(([s, e]) => s <= sentence[0] && e >= sentence[0]) ?? sentence;
  return { sentence, paragraph: block };
}

function citesOf(
  article: TraceArticle,
  a: Attribution,
  outer: readonly Attribution[],
  sentence: Span,
  outlets: Outlets,
): string[] {
  const mine = outlets.keyOf(article.outlet ?? "");
  const keys = new Set<string>();
  const words = channelOf(article, a.channel);
  const medium = mediumBefore(article, words, sentence[0], outlets);
  if (medium !== null) keys.add(medium);
  const channel = outlets.keyOf(words);
  if (outlets.names.has(channel) && !outlets.houses.has(channel)) keys.add(channel);
  for (const o of [a, ...outer]) if (o.kind === "outlet" && o.entity) keys.add(outlets.keyOf(o.entity));
  const content = hull(a.content);
  const around: Span[] = [
    [sentence[0], Math.max(sentence[0], content[0])],
    [Math.min(sentence[1], content[1]), sentence[1]],
  ];
  for (const key of outlets.namedIn(article.text, around)) keys.add(key);
  return [...keys].filter((key) => key !== mine && !` ${mine} `.includes(` ${key} `));
}

function venueOf(article: TraceArticle, around: readonly Attribution[], outlets: Outlets): string | null {
  for (const a of around) {
    const words = channelOf(article, a.channel);
    if (!words) continue;
    const key = outlets.keyOf(words);
    return outlets.names.has(key) ? `outlet:${key}` : (key.split(" ").at(-1) ?? null);
  }
  return null;
}
