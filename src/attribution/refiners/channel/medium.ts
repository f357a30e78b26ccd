/** What carries the words, or the occasion on which they were spoken: "in a joint statement", "at a press conference", "by phone". */
import { letterPattern } from "../../../letter-pattern.ts";
import { BARE, DOCUMENTS, OCCASIONS, ON_OCCASIONS, PLATFORMS } from "../../lexicon/media.ts";
import type { Candidate } from "./candidate.ts";

const words = (lists: readonly { nouns: string }[]): string =>
  lists
    .flatMap((l) => l.nouns.split(", "))
    .sort((a, b) => b.length - a.length)
    .join("|");
const DETERMINER =
  "(?:a|an|the|his|her|its|their|this|that|one|another|our|my|your|some|several|two|recent|separate|a series of|a set of)";
/** A word that may describe the noun; never one that opens another phrase or tells a time. */
const FILL =
  "(?!(?:a|an|the|in|on|at|by|of|to|for|from|with|during|after|before|and|or|but|that|which|who|as|about|over|his|her|their|plan|plans|to)\\s)(?:\\p{L}[\\p{L}’'-]*|\\d{4})\\s+";
const PLURAL = "(?:e?s)?";
/** Nouns that go on a medium: "court documents", "Facebook post". */
const GOES_ON =
  "(?:\\s(?:documents?|filings?|papers|posts?|messages?|pages?|videos?|chats?|shows?|interviews?|events?|accounts?|feeds?|link|group|hearing|appearance|session|programme|release|speech|call|board|stories|story|stream))?";
/** What may stand behind: with another noun behind it, the medium only describes that ("free speech grounds"). */
const ENDS =
  "(?=$|[^\\p{L}\\s’'-]|['’]s\\s|\\s(?:[^\\p{Ll}]|(?:a|an|the|and|or|but|to|of|in|on|at|by|for|from|with|via|through|over|after|before|during|since|until|about|against|among|between|as|that|which|who|whom|whose|where|when|while|if|he|she|it|they|we|you|i|his|her|its|their|this|these|those|last|next|late|early|earlier|later|yesterday|today|tonight|tomorrow|shortly|alongside|near|outside|inside|following|regarding|concerning|seen|obtained|sent|shown|read|said|wrote|told|held|given|made|put|broadcast|marking|announcing|only|also|not|aboard|just|ahead|so|then|is|was|were|has|had|have|will|would)\\b|\\p{Ll}+(?:ing|ed|ly)\\b))";
/** "a debate of the week", "conference house": no medium. */
const NOT_THERE = "(?!\\s+of (?:the )?(?:day|week|year))";
const TO_WHOM = "(?:\\s+to\\s+(?:clients|investors|shareholders|staff|employees|parliament|reporters))?";

/** A part of a medium stands for it: "in the last line of their statement". */
const PART_OF =
  "(?:(?:the|a|an)\\s+(?:\\p{Ll}+\\s+)?(?:line|sentence|paragraph|part|page|words|section|chapter|passage|annex|footnote)\\s+(?:of|to)\\s+)?";
const PATTERNS = [
  `(?<!\\bpass(?:ed|es|ing)? )\\b(?:[Ii]n|[Oo]n|[Vv]ia|[Tt]hrough|[Oo]ver|[Dd]uring|(?:read|reads|reading|read out|quoted|quoting) from)\\s+${PART_OF}(?:${DETERMINER}\\s+)?((?:${FILL}){0,4}?(?:${words(DOCUMENTS)})${PLURAL}${GOES_ON}${TO_WHOM})${NOT_THERE}${ENDS}`,
  `\\b(?:[Aa]t|[Ii]n|[Dd]uring|[Ff]rom)\\s+(?:${DETERMINER}\\s+)?((?:${FILL}){0,4}?(?:${words(OCCASIONS)})${PLURAL}${GOES_ON})${NOT_THERE}${ENDS}`,
  `\\b(?:[Oo]n|[Ii]n|[Dd]uring)\\s+(?:${DETERMINER}\\s+)?((?:${FILL}){0,3}?(?:${words(ON_OCCASIONS)})${PLURAL})${NOT_THERE}${ENDS}`,
  `\\b(?:[Ii]n|[Oo]n|[Bb]y|[Vv]ia|[Tt]hrough|[Oo]ver)\\s+((?:(?:state|national|local|live|[\\p{Lu}]\\p{Ll}+)\\s+)?(?:${words(BARE)}))${ENDS}`,
  `\\b(?:[Ii]n|[Oo]n|[Vv]ia|[Tt]hrough|[Oo]ver)\\s+(?:(?:a|an|the|his|her|their|its)\\s+)?((?:${PLATFORMS.join("|")})${GOES_ON})(?![\\p{L}’'])`,
  // Where a crowd is spoken to.
  "\\b(?:told|addressed|addressing|telling)\\s[^.,;:“”]{3,40}?\\s(?:in|at) the ((?:\\p{Lu}[\\p{L}’'-]*\\s){1,3}(?:Hall|Square|Arena|Stadium|Theatre|Theater|Club))\\b",
].map((source) => letterPattern(source, "gu"));

/** What a sentence sends: "issued a statement saying", "sent a letter to the mayor, praising …". */
const SENT = letterPattern(
  `\\b(?:sent|issued|released|posted|published|wrote|launched|put out|circulated|signed|tweeted)\\s+(?:out\\s+)?(?:(?:a|an|the|his|her|their|its)\\s+)?(?:${FILL}){0,2}?(letter|open letter|e-?mail|message|text message|statement|press release|note|memo|video|tweet|post|petition|report|leaflet)${ENDS}`,
  "gu",
);
/** Words at the head of a channel that tell a time or an order, not a medium. */
const ORDER =
  /^(?:(?:\p{Lu}\p{Ll}+day(?:['’]s)?(?: (?:morning|evening|night))?|\d{4}|(?:week|month|year|today|yesterday|night)['’]s|recent|same|latest|earlier|later|previous|subsequent|separate|last|first|own|long|short|brief|rare|new|current|late|early|two|three|several|multiple|rambling|boisterous|lengthy)\s+)+(?=\p{L})/u;
/** Where people write; only these describe a source and are a channel too ("users of the message board wrote"). */
const POSTED_IN = new RegExp(`(?:message board|newsgroup|forum|blog)|^(?:${PLATFORMS.join("|")})`, "u");
/** As far as a medium may stand from the cue, and one that opens the sentence. */
const NEAR = 70;
const LEADING = 130;

/** Media named in a window of text. `opens` tells whether a place in it opens the sentence. */
export function media(window: string, opens: (at: number) => boolean): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of PATTERNS) {
    for (const match of window.matchAll(pattern)) {
      const raw = match[1] as string;
      const text = raw.replace(ORDER, "");
      const start = match.index + match[0].lastIndexOf(raw) + raw.length - text.length;
      const leads = opens(match.index);
      found.push({ start, text, near: leads ? LEADING : NEAR, leads, hears: false, inSource: POSTED_IN.test(text) });
    }
  }
  for (const match of window.matchAll(SENT)) {
    const what = match[1] as string;
    found.push({
      start: match.index + match[0].lastIndexOf(what),
      text: what,
      near: LEADING,
      leads: false,
      hears: false,
      inSource: false,
    });
  }
  return found;
}
