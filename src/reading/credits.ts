/** Where an article says its matter comes from: "Sources used", agency slugs, "first appeared in", who reported. */
import type { Credit, Furniture, Span } from "../document.ts";
import type { Line } from "./lines.ts";

const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|van|von|da|del|la|bin|al)){0,4}";
const OUTLET = "(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}'’&.-]*(?: (?:\\p{Lu}[\\p{L}\\p{N}'’&.-]*|of|and|&|the)){0,6}";

const LISTED = /^(?:[-–•*·]\s*)?([^:“”"‘’]{2,60}):\s*['‘“"](.{2,200}?)['’”"]?\.?$/u;
const LISTED_PLAIN = /^(?:[-–•*·]\s*)([\p{Lu}][^:“”"‘’.!?]{1,60})$/u;
/** "SELVA, March 14 (Meridian Press) - The dam …" */
const DATELINE = new RegExp(`^[\\p{Lu}\\d][^()\\n]{0,60}\\((${OUTLET})\\)\\s*[-–—]\\s`, "u");
const SLUG = new RegExp(`^\\((${OUTLET})\\)\\s*[-–—]\\s`, "u");
const FIRST = new RegExp(
  `(?:first |originally |initially |previously )?(?:appeared|published|ran|printed|produced)(?: first| originally)? (?:in|on|by|at) (${OUTLET})`,
  "u",
);
const FIRST_IN = new RegExp(
  `^[([]?(?:First|Originally|Re-?)? ?[Pp]ublished (?:in|by|on|with permission from) (${OUTLET})`,
  "u",
);
const MATERIAL = new RegExp(`(?:material|information|files|inputs?|reporting) from (${OUTLET})`, "u");
const COPYRIGHT = new RegExp(`^(?:©|\\([Cc]\\)|Copyright(?: ©)?)\\s*(?:\\d{4}(?:[-–]\\d{4})?,?\\s*)?(${OUTLET})`, "u");
const REPORTING = new RegExp(
  `(?:[Rr]eporting|[Ww]riting|[Cc]ompiled|[Ww]ritten|[Rr]eported)(?:: ?| by )(${NAME})`,
  "u",
);
const AGENCY_PHOTO = new RegExp(
  `(?:Image|Photo|Photograph|Picture|Credit)s?(?: credits?)?:\\s*(?:(${NAME})\\s*/\\s*)?(${OUTLET})\\.?$`,
  "u",
);

/** A copyright line goes on behind the name: "North Wire. All rights reserved". */
const AFTER_NAME = /(?:(?<=\p{L}{3})\.\s.*| All [Rr]ights.*)$/u;

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
  const dateline = DATELINE.exec(text.slice(0, 160)) ?? SLUG.exec(text.slice(0, 120));
  if (dateline)
    return {
      ...make(dateline[1], undefined, undefined),
      text: dateline[0].trim(),
      span: [span[0], span[0] + dateline[0].trimEnd().length],
    };
  if (!aside) return null;
  const first = FIRST.exec(text) ?? FIRST_IN.exec(text);
  if (first) return make(first[1], REPORTING.exec(text)?.[1], undefined);
  const photo = AGENCY_PHOTO.exec(text);
  if (photo) return make(photo[2], photo[1], undefined);
  const reporter = REPORTING.exec(text);
  if (reporter) return make(undefined, reporter[1], undefined);
  const listed = LISTED.exec(text);
  if (listed) return make(listed[1], undefined, listed[2]);
  const material = MATERIAL.exec(text) ?? COPYRIGHT.exec(text);
  if (material) return make(material[1], undefined, undefined);
  const plain = LISTED_PLAIN.exec(text);
  return plain ? make(plain[1], undefined, undefined) : null;
}
