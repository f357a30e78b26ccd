/** Channels that are neither medium nor outlet: whoever passes words on, the court that heard them, a platform posted on. */
import type { Candidate } from "./candidate.ts";

/** "through a friend", "via her lawyers". */
const THROUGH =
  /\b(?:through|via)\s+(?:(?:a|an|the|his|her|their|its)\s+)?(?:\p{Ll}[\p{L}-]*\s+)?(friend|friends|lawyers?|solicitors?|attorneys?|spokes(?:man|woman|person|people)|representatives?|aides?|interpreter|translator|agent|publicist|intermediar(?:y|ies)|family|go-between|mediators?|envoys?|embassy|ambassador)\b/giu;
/** "Orle Crown Court heard", "the inquest was told". */
const HEARD =
  /((?:\p{Lu}[\p{L}’'-]*\s+){0,4}(?:[Cc]ourt|[Ii]nquest|[Ii]nquiry|[Tt]ribunal|[Hh]earing|[Cc]ommittee|[Cc]ommission))\s+(?:has |had |also |was |were )*(?:heard|told)\b/gu;
/** "posted on Warbler": whatever one posts on is a platform. */
const POSTED =
  /\b(?:posted|posting|tweeted|commented|live-streamed|streamed)\s+(?:\p{Ll}+\s+){0,2}?on\s+(\p{Lu}[\p{L}\p{N}]+)/gu;
const NOT_PLATFORM = /day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** The outlet that calls itself so: "told this newspaper". */
const SELF =
  /\b(?:told|to|with)\s+(this (?:newspaper|paper|magazine|website|site|reporter|correspondent|outlet|programme|news agency))\b/gu;

/** Such channels in a window of text. */
export function others(window: string): Candidate[] {
  const found: Candidate[] = [];
  const offer = (match: RegExpExecArray, near: number, hears: boolean): void => {
    const text = match[1] as string;
    found.push({ start: match.index + match[0].lastIndexOf(text), text, near, hears, leads: false, inSource: false });
  };
  for (const match of window.matchAll(SELF)) offer(match, 40, true);
  for (const match of window.matchAll(THROUGH)) offer(match, 50, false);
  for (const match of window.matchAll(HEARD)) offer(match, 15, false);
  for (const match of window.matchAll(POSTED)) if (!NOT_PLATFORM.test(match[1] as string)) offer(match, 40, false);
  return found;
}
