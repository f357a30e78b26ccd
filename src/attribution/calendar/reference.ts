/** From which day an article counts: its dateline where it has one, else the day of publication. */
import type { Document } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import { isoDay, monthNumber } from "../../reading/dates.ts";
import { daysBetween, isDay, yearOf } from "./days.ts";
import { SHORT_MONTH, WEEKDAY } from "./words.ts";

export interface Reference {
  /** ISO day; `null` when neither is known. */
  day: string | null;
  /** In words a journalist understands, to follow "counted from". */
  by: string;
}

/** "SELVA, March 14 (Meridian Press) –", "Selva, 14 Mar 2024 -": the place comes first, a dash or bracket closes it. */
const DATELINE = letterPattern(
  `^[\\p{Lu}][\\p{L} .,'’-]{1,50}[,;:]? \\(?(?:(${SHORT_MONTH}) (\\d{1,2})|(\\d{1,2}) (${SHORT_MONTH}))(?:,? (\\d{4}))?\\)?(?: ?[-–—:(]| {2})`,
  "iu",
);
/** Wikinews: "Thursday, May 7, 2015" before the first words. */
const DAY_LINE = letterPattern(
  `^${WEEKDAY}, (?:(${SHORT_MONTH}) (\\d{1,2})|(\\d{1,2}) (${SHORT_MONTH})),? (\\d{4})(?=\\s+\\p{Lu}|\\s*$)`,
  "iu",
);
/** A dateline is written in the days before its page is published; anything older is another story's date. */
const OLDEST = 7;
const LOOKED_AT = 4;

/** The dateline of a block's text, with its year where it tells one. */
function datelineIn(text: string): { month: number; day: number; year: number | null; length: number } | null {
  const found = DATELINE.exec(text.slice(0, 120)) ?? DAY_LINE.exec(text.slice(0, 120));
  const name = found?.[1] ?? found?.[4];
  const month = name ? monthNumber(name) : null;
  if (!found || !month) return null;
  return {
    month,
    day: Number(found[2] ?? found[3]),
    year: found[5] ? Number(found[5]) : null,
    length: found[0].length,
  };
}

/** Where the dateline that opens a block ends; 0 when there is none. Its date dates the article, no statement. */
export const datelineEnd = (text: string): number => datelineIn(text)?.length ?? 0;

/** The day that "today" means in an article, and how it is known. */
export function referenceDay(doc: Document): Reference {
  const published = doc.article.published;
  // The day as the page writes it: with its own offset from UTC, that is the day where it was published.
  const day = published && isDay(published) ? published.slice(0, 10) : null;
  for (const { span } of doc.blocks.slice(0, LOOKED_AT)) {
    const line = datelineIn(doc.text.slice(span[0], Math.min(span[1], span[0] + 120)));
    if (!line) continue;
    const years = line.year ? [line.year] : day ? [yearOf(day), yearOf(day) - 1] : [];
    for (const year of years) {
      const iso = isoDay(year, line.month, line.day);
      if (!iso) continue;
      const late = day ? daysBetween(iso, day) : 0;
      // A page stamped in UTC may be dated a day before its dateline.
      if (late >= -1 && late <= OLDEST) return { day: iso, by: `${iso}, the dateline` };
    }
  }
  return { day, by: day ?? "the day of publication" };
}
