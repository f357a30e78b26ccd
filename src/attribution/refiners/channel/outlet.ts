/** The outlet or body that was spoken to: "told the Lowen Herald", "in an interview with Radio Quay", "told the inquiry". */
import type { Document } from "../../../document.ts";
import { letterPattern } from "../../../letter-pattern.ts";
import { kindOfName } from "../../entities/names.ts";
import { HEARERS, MORE_OUTLETS, NO_OUTLETS } from "../../lexicon/media.ts";
import type { Candidate } from "./candidate.ts";

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}]*(?:[’'&./-][\\p{L}\\p{N}]+)*";
const NAME = `(?:The )?${NAME_WORD}(?:\\s+(?:of|and|the|de|della|&)\\s+${NAME_WORD}|\\s+${NAME_WORD}|\\s+\\d{1,2}){0,5}|al-\\p{L}+(?:\\s(?:television|radio|tv))?|(?!(?:his|her|its|their|the|a|an|my|our|on|state|national|local)\\s)\\p{Lu}?\\p{Ll}+ (?:radio|television|tv)`;
/** What may stand between "told" and the name: "the state news agency", "a". */
const WHAT =
  "(?:(?:the|a|an|this|our|his|her)\\s+)?(?:(?:state|local|national|state-run|state-owned|public|private|independent|daily|weekly|news|newspaper|broadcaster|magazine|agency|radio|television|tv|station|channel|website|site|outlet|tabloid|business|local|online|investigative|German|French|British|American|Russian|Chinese|Israeli|Italian|Spanish|Japanese|Dutch|Polish|Turkish|Iranian|Indian)\\s+){0,4}";
const TOLD =
  "t(?:old|ells?|elling)|briefed|informed|inform|stated to|addressed|said to|confirmed to|explained to|let(?=\\s\\S+(?:\\s\\S+)?\\sknow)";
/** Verbs of speaking with whoever hears them. */
const HEARD_BY = letterPattern(`\\b(?:${TOLD})\\s+${WHAT}(${NAME})`, "gu");
const HEARING_BODY = letterPattern(
  `\\b(?:${TOLD}|testified (?:before|to)|given evidence to|said in evidence to|spoke to|speaking to)\\s+(?:(?:the|a|an|this|his|her|our)\\s+)?((?:(?!(?:that|and|his|her|the|a|in|on|of|to)\\s)[\\p{L}’'-]+\\s+){0,4}?(?:${HEARERS.join("|")}))\\b(?!['’-]|\\s(?:members?|officials?|chiefs?|spokes|leaders?))`,
  "gu",
);
/** "told a lunch of the Orle Forum", "told the Selva Dialogue". */
const BODY_NAME = letterPattern(
  `\\b(?:${TOLD})\\s+(?:the|a|an|this)\\s+(${NAME_WORD}(?:\\s+(?:of|and|the)\\s+${NAME_WORD}|\\s+${NAME_WORD}){0,4})`,
  "gu",
);
const BODY_WORD =
  /(?:Committee|Conference|Congress|Convention|Forum|Dialogue|Summit|Inquiry|Tribunal|Assembly|Parliament|Inquest|Rally)$/u;
/** Where one speaks: only before a name that is known as an outlet. */
const SPOKEN = letterPattern(
  `\\b(?:(?:interview(?:s|ed)?|discussion|conversation|call|chat|question-and-answer session|remarks|comments|statements?|letter|e-?mail|op-ed|article|column|essay|piece|appearance|appearing|appeared|speaking|spoke|speaks|talking|talked|interviewed|writing|wrote|published|leaked|report) (?:with|to|on|in|by|for)|on|in|via|over)\\s+${WHAT}(${NAME})`,
  "gu",
);
/** "acknowledged to the Lowen Herald". */
const SAID_TO = letterPattern(`\\b\\p{Ll}+(?:ed|id|de|ing)\\s+to\\s+${WHAT}(${NAME})`, "gu");
/** "published on Monday in the Annals of Ferries": a journal, whatever its name. */
const PUBLISHED = letterPattern(
  `\\b(?:published|appeared|appearing|printed)(?: (?:on )?\\p{Lu}?\\p{Ll}+(?: \\d{1,2})?){0,3}? in (?:the (?:journal |magazine |newspaper )?|journal |magazine )?(${NAME})`,
  "gu",
);
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;
/** "told KTA", "told The Lamp": a name that keeps its article, or letters alone, is a medium. */
const BY_FORM = /^(?:\p{Lu}{3,5}|The \p{Lu}\p{L}+)$/u;
const MEDIA_NOUN =
  /\b(?:newspaper|magazine|broadcaster|agency|radio|television|tv|station|channel|website|site|outlet|tabloid|daily|weekly|news)\s+$/iu;
const NEAR = 40;

/** Outlets and hearing bodies in a window of text. */
export function outlets(window: string, doc: Document): Candidate[] {
  const found: Candidate[] = [];
  const offer = (match: RegExpExecArray, text: string, near: number, hears: boolean, inSource = false): void => {
    const start = match.index + match[0].lastIndexOf(text);
    found.push({ start, text, near, hears, leads: false, inSource });
  };
  for (const match of window.matchAll(HEARD_BY)) {
    const name = outletIn(match[1] as string, doc);
    const told = MEDIA_NOUN.test(match[0].slice(0, match[0].lastIndexOf(match[1] as string)));
    if (name && !NO_NAME.test(name)) offer(match, name, NEAR, true);
    else if (told && !NO_OUTLETS.has(match[1] as string)) offer(match, match[1] as string, NEAR, true);
    else if (BY_FORM.test(match[1] as string) && !NO_OUTLETS.has(match[1] as string))
      offer(match, match[1] as string, NEAR, true);
  }
  for (const match of window.matchAll(HEARING_BODY)) offer(match, match[1] as string, NEAR, true);
  for (const match of window.matchAll(BODY_NAME))
    if (BODY_WORD.test(match[1] as string)) offer(match, match[1] as string, NEAR, true);
  for (const match of window.matchAll(SPOKEN)) {
    const name = outletIn(match[1] as string, doc);
    if (name) offer(match, name, 70, false, /^(?:speaking|talking|writing)\b/u.test(match[0]));
  }
  for (const match of window.matchAll(SAID_TO)) {
    const name = outletIn(match[1] as string, doc);
    if (name) offer(match, name, 16, true);
  }
  for (const match of window.matchAll(PUBLISHED)) {
    const name = match[1] as string;
    if (!NO_NAME.test(name)) offer(match, name, 90, false, true);
  }
  return found;
}

/** The outlet at the head of a run of capitals: "Fox News host" gives Fox News; `null` when there is none. */
function outletIn(run: string, doc: Document): string | null {
  // "Ada Brack of Radio Quay" is a person of the outlet.
  const plain = run
    .replace(/['’]s?$/u, "")
    .replace(/^.+ of (?:the )?(?=\p{Lu})/u, (of) => (isOutlet(run.slice(of.length), doc) ? "" : of));
  const words = plain.split(/\s+/);
  for (let n = words.length; n > 0; n--) {
    const name = words
      .slice(0, n)
      .join(" ")
      .replace(/['’]s$/u, "");
    if (isOutlet(name, doc)) return name;
  }
  return null;
}

function isOutlet(name: string, doc: Document): boolean {
  const lower = name.toLowerCase().replace(/^the /, "").replaceAll("’", "'");
  if (NO_OUTLETS.has(name)) return false;
  if (MORE_OUTLETS.has(lower) && /^\p{Lu}/u.test(name)) return true;
  if (/\b(?:radio|television|tv|fm|live|channel)$|^(?:radio|channel) /u.test(lower)) return true;
  if (kindOfName(name, false) === "outlet") return true;
  // "the Ledger" in the Haverlund Ledger.
  const own = doc.article.outlet?.toLowerCase().replace(/^the /, "") ?? "";
  return own === lower || own.split(/\s+/).at(-1) === lower;
}
