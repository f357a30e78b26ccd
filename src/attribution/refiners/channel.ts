/** `channel`: the exact words that tell where or through what it was said ("told NK News" → NK News). */
import type { Attribution, Span } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { contains, hull, lastStartingBy, overlaps } from "../spans.ts";

const MEDIUM =
  "letter|e-?mail|statement|press release|release|tweet|post|posts|message|text message|memo|memorandum|note|notes|interview|press conference|news conference|briefing|press briefing|speech|address|report|article|column|editorial|blog post|blog|book|memoir|video|broadcast|podcast|programme|program|documentary|phone call|call|telephone|phone|radio|television|tv|filing|court filing|hearing|testimony|court|open court|parliament|debate|meeting|rally|ceremony|sermon|leaflet|newsletter|website|forum|social media|press|media|statement|note to clients|earnings statement|readout|diary|diaries|notice|affidavit|submission|open letter|petition|telegram|cable|cables|livestream|live stream|video call|conference call|funeral|chamber|stage|text messages|stream|webcast|paper|study|panel|town hall|vigil|inquest|inquiry|announcement|comment|comments|writing|Facebook|Twitter|X|Instagram|Telegram|TikTok|YouTube|WhatsApp|Weibo|LinkedIn|Reddit|Truth Social|Threads|Bluesky|Mastodon";
const IN = new RegExp(
  `\\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Vv]ia|[Tt]hrough|[Oo]ver|[Dd]uring|[Ff]rom)\\s+(?:(?:a|an|the|his|her|its|their|this|that|one|another|our|my)\\s+)?((?:(?:\\p{Ll}[\\p{L}-]*|\\p{Lu}[\\p{L}’'-]*|\\d+)\\s+){0,3}?(?:${MEDIUM}))\\b(?!\\s+(?:of (?:the )?(?:day|week|year)|house|station))(?:\\s+to\\s+(?:clients|investors|shareholders|staff|employees|parliament|reporters))?`,
  "gu",
);
const TOLD =
  /\b(?:t(?:old|ells?|elling)|briefed|informed|stated to|let(?=\s\S+(?:\s\S+)?\sknow))\s+(?:(?:the|a|an|this)\s+)?(?:(?:state|local|national|news|newspaper|broadcaster|magazine|agency|daily|weekly|station)\s+){0,3}(reporters|journalists|press|inquiry|inquest|tribunal|parliament|chamber|committee|rally|conference|congress|newspaper|newspapers|weekly|paper|magazine|broadcaster|(?:\p{Lu}[\p{L}\p{N}’'&.-]*)(?:\s+(?:of|and|the|de|&)\s+\p{Lu}[\p{L}\p{N}’'&.-]*|\s+\p{Lu}[\p{L}\p{N}’'&.-]*){0,5}|\p{Ll}+ (?:radio|television|tv))/u;
const SPOKEN =
  /\b(?:interview with|(?:statement|remarks|comments|letter|interview) to|speaking (?:to|on|at)|spoke to|said on|post on|posts on|on(?= Radio| BBC| Channel| Sky)|writing (?:in|on)|wrote (?:in|on)|appeared on|posted on|speaking in)\s+(?:(?:the|a|an)\s+)?((?:\p{Lu}[\p{L}\p{N}’'&.-]*)(?:\s+(?:of|and|the|&)\s+\p{Lu}[\p{L}\p{N}’'&.-]*|\s+\p{Lu}[\p{L}\p{N}’'&.-]*){0,5})/gu;
const OUTLETISH =
  /\b(?:News|Times|Post|Herald|Gazette|Tribune|Courier|Telegraph|Guardian|Journal|Chronicle|Observer|Mirror|Radio|Television|TV|Press|Magazine|Daily|Weekly|Mail|Express|Sentinel|Globe|Bulletin|Wire|Review|BBC|CNN|NBC|ABC|CBS|Reuters|AFP|AP|NPR|Live|Sport|Desk|Standard|Gannet|Sheet|Ledger|Today|Newsweek|Bloomberg|Agency|Wikinews|Channel|FM)\b/u;
/** "told KTA", "told The Lamp": letters alone, or a name that keeps its article, is a medium. */
const OUTLET_BY_FORM = /^(?:\p{Lu}{3,5}|The \p{Lu}\p{L}+)$/u;
/** "posted on Chirper": whatever one posts on is a platform. */
const POSTED = /\b(?:posted|tweeted|commented|live-streamed|streamed)\s+on\s+(\p{Lu}[\p{L}\p{N}]+)/gu;
const NOT_PLATFORM = /day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** The prepositional phrase must stand this close to the cue. */
const NEAR = 70;
/** As far as a medium at the head of the sentence may stand from the cue. */
const LEADING = 120;
/** "sent a letter to the mayor, praising …", "a statement to Radio Calder": a medium that is sent, and the outlet it goes to. */
const SENT =
  /\b(?:sent|issued|released|posted|published|wrote)\s+(?:(?:a|an|the|his|her|their)\s+)?(?:\p{Ll}[\p{L}-]*\s+)?(letter|e-?mail|message|text message|statement|press release|note|memo|video|tweet|post)\b/gu;

export const channel: Refiner = (attributions, context) => {
  const byId = new Map(attributions.map((a) => [a.id, a]));
  return attributions.map((a) => {
    // What is said inside another's words has the channel that those words tell, not the outer one.
    const parent = a.within ? byId.get(a.within) : undefined;
    const found = channelsOf(a, context).filter((s) => !parent || parent.content.some((c) => contains(c, s)));
    if (found.length === 0) return a;
    const reason = `“${context.doc.text.slice(...(found[0] as Span))}” tells where or through what it was said`;
    return {
      ...a,
      channel: found,
      why: { ...a.why, channel: { how: "stated", by: "channel", reason, confidence: 0.75 } },
    };
  });
};

function channelsOf(a: Attribution, { doc, sentences }: Context): Span[] {
  const cue = hull(a.cue);
  if (!cue) return [];
  const sentence = sentences[lastStartingBy(sentences, cue[0])];
  if (!sentence) return [];
  const { text } = doc;
  const from = Math.max(sentence[0], cue[0] - 120);
  const to = Math.min(sentence[1], cue[1] + 120);
  const window = text.slice(from, to);
  const found: Span[] = [];
  const offer = (start: number, raw: string, near: number): void => {
    const words = raw.replace(/[.,;:]+$/, "");
    const span: Span = [from + start, from + start + words.length];
    if (a.content.some((c) => overlaps(c, span)) || found.some((s) => overlaps(s, span))) return;
    if (Math.min(Math.abs(span[0] - cue[1]), Math.abs(cue[0] - span[1])) > near) return;
    const between: Span = span[0] > cue[1] ? [cue[1], span[0]] : [span[1], cue[0]];
    // Another sentence's or statement's words stand between: not this one's channel.
    if (a.content.some((c) => contains(between, c) && c[1] - c[0] > 60)) return;
    found.push(span);
  };
  for (const match of window.matchAll(IN)) {
    const words = match[1] as string;
    const whole = match[0];
    const tail = whole.slice(whole.indexOf(words));
    // "In a letter to the board seen by this paper, she …": what opens the sentence holds for all of it.
    const opens = from + match.index - sentence[0] <= 2;
    offer(match.index + whole.indexOf(words), tail, opens ? LEADING : NEAR);
  }
  for (const match of window.matchAll(SENT)) {
    const what = match[1] as string;
    offer(match.index + match[0].lastIndexOf(what), what, LEADING);
  }
  const told = TOLD.exec(window);
  const hearer = told?.[1];
  if (
    told &&
    hearer &&
    (/^(?:reporters|journalists|press|inquiry|inquest|tribunal|parliament|chamber|committee|rally|conference|congress|newspapers?|weekly|paper|magazine|broadcaster)$/.test(
      hearer,
    ) ||
      OUTLETISH.test(hearer) ||
      OUTLET_BY_FORM.test(hearer))
  )
    offer(told.index + told[0].indexOf(hearer, 4), hearer, 30);
  for (const match of window.matchAll(SPOKEN)) {
    const where = match[1] as string;
    if (OUTLETISH.test(where) || /^(?:X|Twitter|Facebook|Instagram|Telegram)$/.test(where))
      offer(match.index + match[0].indexOf(where, 5), where, 60);
  }
  for (const match of window.matchAll(POSTED)) {
    const where = match[1] as string;
    if (!NOT_PLATFORM.test(where)) offer(match.index + match[0].lastIndexOf(where), where, 40);
  }
  return found.sort((x, y) => x[0] - y[0]);
}
