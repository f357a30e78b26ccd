/** Outlets by name: which ones are known, and which of them a stretch of text names. */
import { OUTLET_WORD } from "../../attribution/entities/tables.ts";
import type { Span } from "../../document.ts";
import { fold } from "./speaker.ts";
import type { TraceArticle } from "./types.ts";

/** "The Ferrymen’s Gazette", "the Ferrymen's Gazette" → one key. */
export function outletKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((w, i) => !(i === 0 && w === "the")).join(" ");
    if (keys.size < KEYS && name.length <= LONGEST) keys.set(name, key);
  }
  return key;
}

/** Keys worked out so far: every article of an outlet asks for its own again and again. */
const keys = new Map<string, string>();
const KEYS = 20_000;
/** A name has fewer letters. */
const LONGEST = 100;

export interface Outlets {
  /** Key → the name as it was met first, in order of time. */
  names: ReadonlyMap<string, string>;
  /** Keys of bodies that publish about themselves (a company's newsroom): no news outlets. */
  houses: ReadonlySet<string>;
  /** Key of an outlet by one of its names. */
  keyOf(name: string): string;
  /** Keys of the outlets that these stretches name, in order, each once. */
  namedIn(text: string, stretches: readonly Span[]): string[];
}

const RUN =
  /(?:\bThe |\bthe )?\p{Lu}[\p{L}\p{M}\p{N}’'&-]*(?: (?:(?:of|and|the|for|&) )?\p{Lu}[\p{L}\p{M}\p{N}’'&-]*)*/gu;
/** A channel that is a name and no event or body: "Harbour Wire", not "parliament". */
const OUTLET_NAME =
  /^(?:[Tt]he )?\p{Lu}\p{L}+(?:[’'-]\p{L}+)*(?: (?:of |and |the |for |& )*\p{Lu}\p{L}+(?:[’'-]\p{L}+)*)+$/u;
/** What media are called; the name of one may stand behind it ("the magazine Stagelight"), or it stands for one named before. */
const MEDIUM =
  "(?:newspaper|paper|daily|weekly|tabloid|magazine|journal|broadcaster|station|radio|channel|agency|website|portal|site|podcast|programme)";
const NAMED_MEDIUM = new RegExp(
  `^(?:[Tt]he |[Aa] |[Aa]n )?(?:\\p{Ll}+ )?${MEDIUM} ((?:The )?\\p{Lu}[\\p{L}\\p{N}’'&-]*(?: \\p{Lu}[\\p{L}\\p{N}’'&-]*)*)$`,
  "u",
);
const MEDIUM_ALONE = new RegExp(`^(?:the )?${MEDIUM}$`);
const NO_OUTLET =
  /\b(?:committee|court|parliament|congress|senate|council|commission|house|assembly|conference|twitter|facebook|union|board)\b/i;
const PICTURE = /^(?:image|photo|photograph|picture)s?\b/i;

/** Whether a credit tells where the words come from (and not the picture). */
export const isSourceCredit = (credit: { text: string; outlet: string | null }): boolean =>
  credit.outlet !== null && !PICTURE.test(credit.text) && !/^(?:©|\(c\)|copyright)/i.test(credit.text);

/** Outlets that one article is from, credits, quotes or speaks to. */
export interface OutletsMet {
  /** Key → the name as the article has it first. */
  names: ReadonlyMap<string, string>;
  /** Key of the body that publishes the article about itself; `null` where none does. */
  house: string | null;
}

/** Outlets that are collected as articles come. */
export interface Collecting {
  /** Those met so far. */
  outlets: Outlets;
  /** The next article in order of time. */
  add(article: TraceArticle): void;
}

/** Key of a name → what the outlet is called that it is another name of. */
export type OutletAliases = ReadonlyMap<string, string>;
const NO_ALIASES: OutletAliases = new Map();

/** Collects the outlets that articles are from, credit, quote or speak to. */
export function collectOutlets(aliases: OutletAliases = NO_ALIASES): Collecting {
  const names = new Map<string, string>();
  const houses = new Set<string>();
  return {
    outlets: newOutlets(names, houses, aliases),
    add(article) {
      const met = outletsIn(article);
      for (const [key, name] of met.names) {
        if (!names.has(key)) names.set(key, name);
        // It is known by what it is called too, under which it is kept.
        const called = aliases.get(key);
        if (called !== undefined && !names.has(outletKey(called))) names.set(outletKey(called), called);
      }
      if (met.house !== null) houses.add(ownKey(met.house, aliases));
    },
  };
}

function ownKey(key: string, aliases: OutletAliases): string {
  const called = aliases.get(key);
  return called === undefined ? key : outletKey(called);
}

/** The outlets of some articles, which are in order of time. */
export function outletsOf(articles: readonly TraceArticle[], aliases?: OutletAliases): Outlets {
  const { outlets, add } = collectOutlets(aliases);
  for (const article of articles) add(article);
  return outlets;
}

/** The outlets of one article. */
export function outletsIn(article: TraceArticle): OutletsMet {
  const names = new Map<string, string>();
  const add = (name: string): void => {
    const key = outletKey(name);
    if (key.length > 1 && !names.has(key)) names.set(key, name.replace(/^the /, "").trim());
  };
  if (article.outlet) add(article.outlet);
  for (const credit of article.credits) if (isSourceCredit(credit)) add(credit.outlet as string);
  for (const name of reportersIn(article.text)) add(name);
  for (const a of article.attributions) {
    if (a.kind === "outlet" && a.naming === "named" && a.entity) {
      const source = a.source.map(([s, e]) => article.text.slice(s, e)).join(" ");
      add(/^the /i.test(source) && source.length === a.entity.length + 4 ? source.replace(/^the /, "") : a.entity);
    }
    if (a.channel.length === 0) continue;
    const channel = channelOf(article, a.channel);
    const named = NAMED_MEDIUM.exec(channel)?.[1];
    if (named) add(named);
    else if (OUTLET_NAME.test(channel) && !NO_OUTLET.test(channel)) add(channel);
  }
  return { names, house: article.outlet && isRelease(article) ? outletKey(article.outlet) : null };
}

/** Outlets by their names, in order of time, and the bodies among them. */
export function newOutlets(
  names: ReadonlyMap<string, string>,
  houses: ReadonlySet<string>,
  aliases: OutletAliases = NO_ALIASES,
): Outlets {
  const own = (key: string): string => ownKey(key, aliases);
  const namedIn = (text: string, stretches: readonly Span[]): string[] => {
    const found = new Set<string>();
    for (const [s, e] of stretches) for (const run of text.slice(s, e).matchAll(RUN)) lookUp(run[0], names, found);
    return [...new Set([...found].map(own))].filter((key) => !houses.has(key));
  };
  return { names, houses, namedIn, keyOf: (name) => own(outletKey(name)) };
}

/** The one outlet beside the article's own that "the magazine" can stand for: named before; `null` where it is none or one of several. */
export function mediumBefore(article: TraceArticle, channel: string, before: number, outlets: Outlets): string | null {
  if (!MEDIUM_ALONE.test(channel)) return null;
  const own = outlets.keyOf(article.outlet ?? "");
  const others = outlets.namedIn(article.text, [[0, before]]).filter((key) => key !== own);
  return others.length === 1 ? (others[0] as string) : null;
}

export const channelOf = (article: TraceArticle, channel: readonly Span[]): string =>
  channel.map(([s, e]) => article.text.slice(s, e)).join(" ");

const NAME = "((?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}’'&-]*(?: (?:(?:of|and|the|for|&) )?\\p{Lu}[\\p{L}\\p{N}’'&-]*)*)";
/** "as the Ferrymen's Gazette first reported", "reported by Radio Farrow", "told The Weekly Tribune". */
const REPORTERS = new RegExp(
  `\\bas ${NAME} (?:has |had )?(?:first |earlier )?(?:reported|wrote|revealed)\\b|\\b(?:reported by|according to|told) ${NAME}`,
  "uy",
);
/** What REPORTERS begins with, which is sought first: a pattern over letters takes much longer to fail at each sign of a text. */
const LEADS = /\b(?:as|reported by|according to|told) (?:[Tt]he )?(?:[A-Z]|[^\0-\x7f])/g;

/** Outlets that a text names as having reported; a name alone must sound like one, since people report too. */
function* reportersIn(text: string): Generator<string> {
  let after = 0;
  for (const { index } of text.matchAll(LEADS)) {
    if (index < after) continue;
    REPORTERS.lastIndex = index;
    const found = REPORTERS.exec(text);
    if (!found) continue;
    after = REPORTERS.lastIndex;
    const name = found[1] ?? found[2] ?? "";
    const words = outletKey(name).split(" ");
    if (words.length > 1 && (OUTLET_WORD.has(words[0] ?? "") || OUTLET_WORD.has(words.at(-1) ?? ""))) yield name;
  }
}

function lookUp(run: string, names: ReadonlyMap<string, string>, found: Set<string>): void {
  const words = outletKey(run).split(" ");
  for (let size = words.length; size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      const key = words.slice(at, at + size).join(" ");
      if (!names.has(key) || (size === 1 && words.length > 1)) continue;
      found.add(key);
      return;
    }
}

/** A text in which a body speaks for itself: it says so at its head, or its own people speak in it. */
export function isRelease(article: TraceArticle): boolean {
  if (/\b(?:press release|for immediate release|news release|media release)\b/i.test(article.text.slice(0, 200)))
    return true;
  const house = outletKey(article.outlet ?? "");
  return (
    house.length > 3 &&
    article.attributions.some(
      (a) => a.naming === "named" && a.kind === "organisation" && outletKey(a.entity ?? "") === house,
    )
  );
}
