/** What an export says of one article → an article. */
import { findDate } from "../dates.ts";
import { article, empty, type LineResult, numbered } from "./result.ts";

/** What was read of one article; `null` where the export does not say. */
export interface Exported {
  title: string | null;
  outlet: string | null;
  /** As printed; it is read as a date here. */
  date: string | null;
  byline: string | null;
  url: string | null;
  body: string;
}

/** The article as text, its title on top; reports one that has no text. */
export function exported(read: Exported, name: string, base: string, number: number): LineResult {
  const title = read.title?.replace(/\s+/g, " ").trim();
  const where = `${name}: article ${number}${title ? ` (${title.slice(0, 60)})` : ""}`;
  const body = read.body.replace(/\n{3,}/g, "\n\n").trim();
  if (!body) return empty(where, "has no text in this export; export it again with the full text");
  return article(numbered(base, number), title ? `${title}\n\n${body}` : body, "text", {
    title: title ?? "",
    outlet: read.outlet ?? "",
    published: findDate(read.date ?? "") ?? "",
    byline: read.byline?.replace(/^\s*by[:\s]+/i, "") ?? "",
    url: read.url ?? "",
  });
}

/** A line that is a date and little else: "March 14, 2024 Thursday 10:15 AM GMT", "14 March 2024". */
export const isDateLine = (line: string): boolean =>
  line.length < 70 &&
  /^(?:\p{L}+,? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4})\b/u.test(line) &&
  findDate(line) !== null;
