/** How a statement came to the article: from its source, through something in between, or as hearsay. */
import type { Attribution, Reading, Span } from "../document.ts";

/** `first-hand`: the source speaks and the article names nothing in between; `relayed`: an outlet, a document or another person stands in between. */
export type Came = "first-hand" | "relayed" | "hearsay";

/** Listeners and occasions: whoever speaks to reporters or in parliament is heard without anybody in between. */
const HEARD =
  /\b(?:reporters?|journalists?|(?:press|news|video|conference) (?:conference|briefing|call)|press|media|briefing|interview|speech|address|remarks|(?:phone|conference|video) call|call|telephone|phone|hearing|testimony|court|inquiry|inquest|tribunal|parliament|chamber|congress|committee|debate|meeting|conference|rally|ceremony|sermon|funeral|stage|panel|town hall|vigil|announcement|comments?|writing)$/i;
/**
 * What people speak or write in themselves, where nobody is named who got hold of it: "in a statement" against
 * "in a statement seen by the FT".
 */
const OWN_WORDS =
  /^(?:an? |the |his |her |its |their )?(?:[a-z]+ ){0,2}(?:statement|(?:news |press )?release|posts?|tweets?|thread|e-?mails?|(?:text )?messages?|letter|video(?: message)?|blog|memo|social media)$|^(?:X|Twitter|Facebook|Instagram|Telegram|TikTok|YouTube|LinkedIn|Threads|Bluesky|Truth Social|WhatsApp|Mastodon)$/i;

/** An outlet that calls itself so: "told this newspaper". */
const SELF = /\b(?:this|our)\s$/i;
const NAMES_SELF = /^(?:this|our)\s/i;
const DEEPEST = 8;
/** The attributions of readings by id, since every statement of a long article asks for the one around it. */
const byId = new WeakMap<Reading, ReadonlyMap<string, Attribution>>();

/** How one statement of a reading came; statements inside others come through whoever says the words around them. */
export function howItCame(a: Attribution, reading: Reading): Came {
  return came(a, reading, 0);
}

/** Those of the channels behind which somebody else stands: "in a letter seen by the FT", not "in a letter". */
export const passedOn = (a: Attribution, reading: Reading): Span[] =>
  relays(a, reading).filter(([start, end]) => !OWN_WORDS.test(reading.text.slice(start, end).replace(/\s+/g, " ")));

/** The channels of a statement other than listeners, occasions and the outlet itself; its source's own letters and posts count. */
export const relays = (a: Attribution, reading: Reading): Span[] =>
  a.channel.filter((span) => isBetween(span, reading));

function came(a: Attribution, reading: Reading, depth: number): Came {
  if (a.framing === "hearsay") return "hearsay";
  const parent = a.within && depth < DEEPEST ? around(a.within, reading) : undefined;
  // "Reportedly she wrote that …": nobody vouches for the inner words either.
  if (parent && parent.source.length === 0 && parent.framing === "hearsay") return "hearsay";
  if (passedOn(a, reading).length > 0) return "relayed";
  if (!parent) return "first-hand";
  // Who tells what they themselves think or said is nobody in between.
  if (parent.source.length === 0 || (parent.entity !== null && parent.entity === a.entity))
    return came(parent, reading, depth + 1);
  return "relayed";
}

function around(id: string, reading: Reading): Attribution | undefined {
  const known = byId.get(reading) ?? new Map(reading.attributions.map((a) => [a.id, a]));
  byId.set(reading, known);
  return known.get(id);
}

function isBetween([start, end]: Span, { text, article }: Reading): boolean {
  const words = text.slice(start, end).replace(/ to \p{L}+$/u, "");
  if (HEARD.test(words) || NAMES_SELF.test(words) || SELF.test(text.slice(Math.max(0, start - 6), start))) return false;
  return !isOwnOutlet(words, article.outlet);
}

/** Whether words name the article's own outlet: "the Courier" in the Vellmar Courier. */
export function isOwnOutlet(words: string, outlet: string | null): boolean {
  if (!outlet) return false;
  const parts = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = new Set(parts(outlet));
  const named = parts(words).filter((w) => w !== "the");
  return named.length > 0 && named.every((w) => own.has(w));
}
