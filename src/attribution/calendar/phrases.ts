/** Finds the time phrases of a text. What they mean is `dateOf`'s. */
import type { Span } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import { RANGES } from "./range.ts";
import {
  COUNT,
  MONTH,
  ORDINAL,
  ORDINALS,
  PART,
  SEASON,
  SHORT_MONTH,
  SOFT,
  UNIT,
  VAGUE,
  WEEKDAY,
  YEAR,
} from "./words.ts";

export interface TimePhrase {
  span: Span;
  /** `clock`: an hour of some day ("at noon"); `vague`: names no exact time ("in recent weeks"). */
  kind: "date" | "clock" | "vague";
}

const DAY_NUMBER = `\\d{1,2}${ORDINAL}(?![\\d:.]\\d|,\\d{3}| per| %)`;
const STEP = "(?:last|this|this past|this coming|next|the previous|the following|the past|the coming)";
const EDGE = `(?:(?:the )?(?:early|late|start|beginning|middle|end|first half|second half)(?: in| of)? |mid-)`;

const DATES = [
  ...RANGES,
  "\\d{4}-\\d{2}-\\d{2}",
  `(?:${WEEKDAY},? )?${DAY_NUMBER}(?: of)? ${SHORT_MONTH}(?:,? ${YEAR})?`,
  `(?:${WEEKDAY},? )?${SHORT_MONTH} ${DAY_NUMBER}(?:,? ${YEAR})?`,
  `${EDGE}?${SHORT_MONTH}(?:,| of)? ${YEAR}`,
  // A month or year alone could be a verb, a march or a number: a preposition, "last" or "early" must stand before it.
  `(?<=\\b(?:in|since|during|until|till|by|from|of|as early as|as late as|for|between) )${EDGE}?(?:${MONTH}|${YEAR})(?: (?:of )?(?:this|last|next) year)?`,
  `(?<=\\b(?:between|from) (?:${MONTH}|${YEAR}) (?:and|to) )(?:${MONTH}|${YEAR})`,
  `(?:${EDGE}(?:last |this |next )?|${STEP} )${MONTH}`,
  `${EDGE}(?:the )?${YEAR}`,
  `(?<=\\b(?:in|a|an|the|his|her|its|their) )(?!march|may)${MONTH}(?= \\p{Ll})`,
  `${STEP} ${WEEKDAY}(?: ${PART})?`,
  `(?:early |late )?${WEEKDAY}(?: ${PART})?(?: (?:last|this|next) week)?`,
  `(?:the )?(?:(?:earlier|later|early|late) (?:in )?)?(?:this|last|next) (?:weekend|week|fortnight|month|quarter|year|decade|${SEASON}|fall)`,
  `${EDGE}(?:the )(?:week|month|year|decade)`,
  `(?:earlier|later) in the (?:day|week|month|year)`,
  "(?<=\\b(?:over|at|during) )the (?:weekend|(?:past|last) (?:weekend|week|month|quarter|year|decade))",
  `(?:(?:late |early )?yesterday(?: ${PART})?|the day before yesterday|last night|overnight)`,
  `(?:earlier |later )?today|tonight|tomorrow(?: ${PART})?|(?:early |late |earlier |later )?this (?:very )?${PART}`,
  `the (?:previous|preceding|following|next) (?:day|night|morning|evening|week|month|year)|the (?:day|night|evening|week|month|year) (?:before|after)(?! \\p{L})`,
  `(?:${SOFT} )*(?:${COUNT}) ${UNIT}s? (?:ago|earlier|later|afterwards|before(?! \\p{L}))`,
  `(?:that|the) same (?:day|week|month|year|${PART})|that (?:very )?(?:day|week|month|year|${PART})`,
  "(?<=\\bon )the (?:first|last) of (?:those|these) days",
  `(?<=\\b(?:in|over|during|for|within) )the (?:last|past|next|coming) ${COUNT} ${UNIT}s`,
  `(?:the )?(?:${ORDINALS.join("|")}) quarter(?: of (?:(?:this|last|the) year|${YEAR}))?`,
  `(?:the )?(?:${SEASON}|fall) of ${YEAR}|(?<=\\bin )(?:the )?${SEASON}(?: ${YEAR})?`,
  "new year's (?:day|eve)|valentine's day|christmas (?:eve|day)|boxing day",
  "(?<=\\bin )the (?:(?:early|late) |mid-)?\\d{4}s",
];
const CLOCKS = [
  "(?<=\\b(?:at|by|before|after|around|since) )(?:noon|midday|midnight)",
  "(?<=\\b(?:at|by|around|since) )\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock|utc|gmt|bst|est|edt))",
  "(?<=\\b(?:at|by) )(?:[01]?\\d|2[0-3])[.:][0-5]\\d",
];
const VAGUES = [
  `(?:the )?(?:last |past )(?:few|several|couple of) ${UNIT}s`,
  `(?<=\\b(?:in|over|during|of|for) )recent ${UNIT}s`,
  `${VAGUE} ${UNIT}s ago`,
];

const either = (patterns: readonly string[], name: string): string => `(?<${name}>${patterns.join("|")})`;
const TIME = letterPattern(
  `(?<![\\p{L}\\p{N}])(?:${either(DATES, "date")}|${either(VAGUES, "vague")}|${either(CLOCKS, "clock")})(?![\\p{L}\\p{N}])`,
  "gu",
);
/** These are dates only when written as names. */
const NAMES = new RegExp(`^(?:${SHORT_MONTH}|${WEEKDAY})`, "iu");
const SECOND_NAMED = new RegExp(`^\\S+ (?:${MONTH}|${WEEKDAY})`, "iu");
/** "USA Today", "Super Tuesday" and "The Sunday Times" are names of other things. */
const NAME_BEFORE = /(?:\bUSA|\b(?:Black|Super|Bloody|Ash|Good|Casual|Cyber|Giving))\s$/u;
const NAME_AFTER =
  /^\s(?:Times|Post|Mail|Mirror|Express|Telegraph|Herald|Star|Tribune|Independent|Business|Magazine|Morning Post|Night Live|Night Football|Review|World|Show)\b/u;

/** Most sentences hold none of these and need no closer look. */
const ANY =
  /\d|day|night|morrow|noon|morning|evening|lunchtime|week|month|year|quarter|decade|centur|minute|hour|second|\beve\b|\bago\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|spring|summer|autumn|winter|\bfall\b|christmas|easter/u;

/** Small letters once are far cheaper than a pattern that folds case; a letter that grows would shift the places and stays. */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/\p{Lu}/gu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}

/** Time phrases of `text.slice(start, end)`, in order. */
export function timePhrases(text: string, [start, end]: Span): TimePhrase[] {
  const found: TimePhrase[] = [];
  const body = text
    .slice(start, end)
    .replaceAll("’", "'")
    .replace(/[\s\u00a0]/g, " ");
  const small = inSmallLetters(body);
  if (!ANY.test(small)) return found;
  for (const match of small.matchAll(TIME)) {
    const at = start + match.index;
    const words = body.slice(match.index, match.index + match[0].length);
    if (NAMES.test(words) && !/^\p{Lu}/u.test(words)) continue;
    // "ABC's This Week" is a programme.
    if (/^(?:This|Last) (?=\p{Lu})/u.test(words) && !SECOND_NAMED.test(words)) continue;
    if (NAME_BEFORE.test(text.slice(Math.max(start, at - 8), at))) continue;
    if (NAME_AFTER.test(text.slice(at + match[0].length, at + match[0].length + 16))) continue;
    const { date, vague } = match.groups as Record<string, string | undefined>;
    found.push({ span: [at, at + match[0].length], kind: date ? "date" : vague ? "vague" : "clock" });
  }
  return found;
}
