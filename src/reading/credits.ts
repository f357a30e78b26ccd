/** Where an article says its matter comes from: "Sources used", agency slugs, "first appeared in", who reported. */
import type { Credit, Furniture, Span } from "../document.ts";
import { letterPattern } from "../letter-pattern.ts";
import type { Line } from "./lines.ts";

const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|van|von|da|del|la|bin|al)){0,4}";
const OUTLET = "(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}'’&.-]*(?: (?:\\p{Lu}[\\p{L}\\p{N}'’&.-]*|of|and|&|the)){0,6}";

const LISTED = /^(?:[-–•*·]\s*)?([^:“”"‘’]{2,60}):\s*['‘“"](.{2,200}?)['’”"]?\.?$/u;
const LISTED_PLAIN = /^(?:[-–•*·]\s*)([\p{Lu}][^:“”"‘’.!?]{1,60})$/u;
/** "SELVA, March 14 (Meridian Press) - The dam …" */
const DATELINE = letterPattern(`^([\\p{Lu}\\d][^()\\n]{0,60})\\((${OUTLET})\\)\\s*(?:--|[-–—])\\s`, "u");
/** Words of a dateline before its bracket: places and dates, no lower-case noun ("The mayor (Tom Veal) – who left –"). */
const PLACE_AND_DATE = /^(?:(?:[\p{Lu}\d][\p{L}\d.,'’/-]*|of|de|la|le|el|al|and|the|upon|am)\s+)+$/u;
const SLUG = letterPattern(`^\\((${OUTLET})\\)\\s*(?:--|[-–—])\\s`, "u");
const FIRST = letterPattern(
  `(?:first |originally |initially |previously )?(?:appeared|published|ran|printed|produced)(?: first| originally)? (?:in|on|by|at) (${OUTLET})`,
  "u",
);
const FIRST_IN = letterPattern(
  `^[([]?(?:First|Originally|Re-?)? ?[Pp]ublished (?:in|by|on|with permission from) (${OUTLET})`,
  "u",
);
const MATERIAL = letterPattern(`(?:material|information|files|inputs?|reporting) from (${OUTLET})`, "u");
const COPYRIGHT = letterPattern(
  `^(?:©|\\([Cc]\\)|Copyright(?: ©)?)\\s*(?:\\d{4}(?:[-–]\\d{4})?,?\\s*)?(${OUTLET})`,
  "u",
);
const REPORTING = letterPattern(
  `(?:[Rr]eporting|[Ww]riting|[Cc]ompiled|[Ww]ritten|[Rr]eported)(?:: ?| by )(${NAME})`,
  "u",
);
const AGENCY_PHOTO = letterPattern(
  `(?:Image|Photo|Photograph|Picture|Credit)s?(?: credits?)?:\\s*(?:(${NAME})\\s*/\\s*)?(${OUTLET})\\.?$`,
  "u",
);

/** A copyright line goes on behind the name: "North Wire. All rights reserved". */
const AFTER_NAME = /(?:(?<=\p{L}{3})\.\s.*| All [Rr]ights.*|\s(?:and|of|the|&))$/u;
/** A name that is an agency's or paper's, not a reporter's. */
const HOUSE = /^\p{Lu}{2,5}$|\b(?:Press|News|Reuters|Agence|Agency|Agencies|Wire|Media|Times|Post|Herald|Radio|TV)\b/u;
const CONTRIBUTED = letterPattern(
  `^(?:[Tt]he )?(${NAME}) (?:of|for|at) (?:the )?(${OUTLET}) contributed\\b|^(${OUTLET}) contributed\\b`,
  "u",
);
/** "— Reuters", "(AP)", "AFP/dpa" on a line of its own. */
const AGENCY_LINE = letterPattern(`^(?:[-–—]\\s?|\\()?(${OUTLET})(?:\\s?[/,&+]\\s?[\\p{L} ]{2,20})*\\)?\\.?$`, "u");
const SOURCES = letterPattern(`^[Ss]ources?:\\s*(${OUTLET})`, "u");
const REPUBLISHED = letterPattern(`^[([]?(?:[Rr]epublished|[Rr]eprinted)\\b.{0,30}? (?:from|by|of) (${OUTLET})`, "u");

/** Credits of the lines of a text; `furniture` tells which lines were set aside as credits. */
export function findCredits(lines: readonly Line[], furniture: readonly Furniture[]): Credit[] {
  const aside = new Map(furniture.filter((f) => f.kind === "credit").map((f) => [f.span[0], f]));
  const found: Credit[] = [];
  for (const line of lines) {
    const credit = creditOf(line, aside.has(line.span[0]));
    if (credit) found.push(credit);
  }
  return found;
}

function creditOf({ text, span }: Line, aside: boolean): Credit | null {
  const make = (outlet: string | undefined, person: string | undefined, title: string | undefined): Credit => ({
    outlet: outlet?.replace(AFTER_NAME, "").trim().replace(/[.,]$/, "") || null,
    person: person?.trim() || null,
    title: title?.trim() || null,
    span: [...span] as Span,
    text,
  });
  const opening = DATELINE.exec(text.slice(0, 160));
  const dateline = opening && PLACE_AND_DATE.test(opening[1] as string) ? opening : SLUG.exec(text.slice(0, 120));
  if (dateline)
    return {
      ...make(dateline.at(-1), undefined, undefined),
      text: dateline[0].trim(),
      span: [span[0], span[0] + dateline[0].trimEnd().length],
    };
  if (!aside) return null;
  const first = FIRST.exec(text) ?? FIRST_IN.exec(text);
  if (first) return make(first[1], REPORTING.exec(text)?.[1], undefined);
  const photo = AGENCY_PHOTO.exec(text);
  if (photo) return make(photo[2], photo[1], undefined);
  const contributed = CONTRIBUTED.exec(text);
  if (contributed?.[3])
    return HOUSE.test(contributed[3])
      ? make(contributed[3], undefined, undefined)
      : make(undefined, contributed[3], undefined);
  if (contributed) return make(contributed[2], contributed[1], undefined);
  const reporter = REPORTING.exec(text);
  if (reporter)
    return HOUSE.test(reporter[1] as string)
      ? make(reporter[1], undefined, undefined)
      : make(undefined, reporter[1], undefined);
  const listed = LISTED.exec(text);
  if (listed) return make(listed[1], undefined, listed[2]);
  const source = SOURCES.exec(text) ?? REPUBLISHED.exec(text);
  if (source) return make(source[1], undefined, undefined);
  const slug = AGENCY_LINE.exec(text);
  if (slug) return make(slug[1], undefined, undefined);
  const material = MATERIAL.exec(text) ?? COPYRIGHT.exec(text);
  if (material) return make(material[1], undefined, undefined);
  const plain = LISTED_PLAIN.exec(text);
  return plain ? make(plain[1], undefined, undefined) : null;
}
